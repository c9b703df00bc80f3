import { formattedValueToString, type GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

import { Bar, type BarsProps, lengthOf, mostOf } from './bar';
import type { Series } from './series';

/** Bars from below, a bunch a category, over a scale of two values. */
export function UprightBars({ table, width, height, stacking, isAslant }: BarsProps) {
  const { categories, series } = table;
  const styles = useStyles2(getStyles);
  const isStacked = stacking !== 'none';
  const [left, right] = [false, true].map((isRight) => {
    const own = series.filter((one) => one.isRight === isRight);
    return { own, most: mostOf(own, categories.length, isStacked) };
  });
  return (
    <div className={styles.all} style={{ width, height }} tabIndex={0} role="group" aria-label={series.map(({ name }) => name).join(', ')}>
      <div className={styles.graph}>
        <Scale {...left} />
        {categories.map((category, row) => (
          <div key={`${category}/${row}`} className={isStacked ? styles.stack : styles.bunch}>
            {series.map((one) => {
              const share = lengthOf(one, row, { table, stacking }, (one.isRight ? right : left).most);
              return (
                <Bar key={one.name} one={one} row={row} category={category} style={{ height: share, ...(isStacked ? { width: '100%' } : { flex: '1 1 0' }) }} />
              );
            })}
          </div>
        ))}
        {right.own.length > 0 && <Scale {...right} />}
      </div>
      <div className={isAslant ? styles.slanted : styles.names} style={{ paddingRight: right.own.length > 0 ? SCALE : 0 }}>
        {categories.map((category, row) => (
          <span key={`${category}/${row}`} title={category}>
            <span>{category}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Scale({ own, most }: { readonly own: readonly Series[]; readonly most: number }) {
  const styles = useStyles2(getStyles);
  const [first] = own;
  return (
    <div className={styles.scale}>{first && [most, most / 2, 0].map((value) => <span key={value}>{formattedValueToString(first.show(value))}</span>)}</div>
  );
}

const SCALE = 72;

const getStyles = (theme: GrafanaTheme2) => {
  const names = { display: 'flex', gap: 6, paddingLeft: SCALE, '& > span': { flex: '1 1 0', minWidth: 0 } } as const;
  return {
    all: css({ display: 'flex', flexDirection: 'column', gap: 4, fontSize: theme.typography.bodySmall.fontSize }),
    graph: css({ display: 'flex', gap: 6, flexGrow: 1, minHeight: 0 }),
    scale: css({
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: SCALE - 6,
      textAlign: 'right',
      color: theme.colors.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    }),
    bunch: css({ display: 'flex', flex: '1 1 0', minWidth: 0, gap: 1, alignItems: 'flex-end' }),
    stack: css({ display: 'flex', flexDirection: 'column-reverse', flex: '1 1 0', minWidth: 0 }),
    names: css({ ...names, textAlign: 'center', '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } }),
    slanted: css({
      ...names,
      height: 78,
      '& > span > span': {
        display: 'inline-block',
        position: 'relative',
        left: '50%',
        whiteSpace: 'nowrap',
        transform: 'translateX(-100%) rotate(-30deg)',
        transformOrigin: 'right top',
      },
    }),
  };
};
