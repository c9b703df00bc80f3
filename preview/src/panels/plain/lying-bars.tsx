import { formattedValueToString, type GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

import { Bar, type BarsProps, lengthOf, mostOf, totalOf } from './bar';

/** Bars from left to right, a row a category. */
export function LyingBars({ table, width, height, stacking }: BarsProps) {
  const { categories, series } = table;
  const styles = useStyles2(getStyles);
  const isStacked = stacking !== 'none';
  const most = mostOf(series, categories.length, isStacked);
  return (
    <div className={styles.rows} style={{ width, height }} tabIndex={0} role="group" aria-label={series.map(({ name }) => name).join(', ')}>
      {categories.map((category, row) => (
        <div key={`${category}/${row}`} className={styles.row}>
          <span className={styles.name} title={category}>
            {category}
          </span>
          <div className={styles.track} style={{ flexDirection: isStacked ? 'row' : 'column' }}>
            {series.map((one) => {
              const share = lengthOf(one, row, { table, stacking }, most);
              return (
                <Bar key={one.name} one={one} row={row} category={category} style={{ width: share, ...(isStacked ? { height: '100%' } : { flex: '1 1 0' }) }} />
              );
            })}
          </div>
          {series.length > 0 && (
            <span className={styles.value}>{formattedValueToString(series[0].show(isStacked ? totalOf(series, row) : series[0].values[row]))}</span>
          )}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'flex', flexDirection: 'column', gap: 4, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
  row: css({ display: 'flex', alignItems: 'center', gap: 8, flex: '1 1 16px', minHeight: 16, maxHeight: 32 }),
  name: css({ width: '24%', maxWidth: 160, flexShrink: 0, textAlign: 'right', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  track: css({ display: 'flex', flexGrow: 1, minWidth: 0, height: '80%' }),
  value: css({ width: 76, flexShrink: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
