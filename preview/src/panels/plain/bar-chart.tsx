import { formattedValueToString, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { css, cx } from '@emotion/css';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { useStyles2, useTheme2, VizLayout, VizLegend } from '@grafana/ui';

import { NoData } from '../no-data';
import { type Series, type Table, tableOf } from './series';

interface Options {
  readonly orientation?: string;
  readonly stacking?: 'none' | 'normal' | 'percent';
  readonly legend?: Partial<VizLegendOptions>;
}

/** Bars by category, beside or upon each other. */
export function BarChartPanel({ data, width, height, options }: PanelProps<Options>) {
  const theme = useTheme2();
  const [frame] = data.series;
  if (!frame?.length) {
    return <NoData data={data} />;
  }
  const table = tableOf(frame, theme);
  const { legend } = options;
  const shown =
    legend?.showLegend === false ? null : (
      <VizLayout.Legend placement={legend?.placement ?? 'bottom'}>
        <VizLegend
          placement={legend?.placement ?? 'bottom'}
          displayMode={legend?.displayMode ?? LegendDisplayMode.List}
          items={table.series.map(({ name, color }) => ({ label: name, color, yAxis: 1 }))}
        />
      </VizLayout.Legend>
    );
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {(innerWidth, innerHeight) => <Bars table={table} width={innerWidth} height={innerHeight} options={options} />}
    </VizLayout>
  );
}

function Bars({
  table: { categories, series },
  width,
  height,
  options: { orientation, stacking = 'none' },
}: {
  readonly table: Table;
  readonly width: number;
  readonly height: number;
  readonly options: Options;
}) {
  const styles = useStyles2(getStyles);
  const isStacked = stacking !== 'none';
  const total = (row: number) => series.reduce((sum, { values }) => sum + Math.max(values[row] ?? 0, 0), 0);
  const most = Math.max(...categories.map((_, row) => (isStacked ? total(row) : Math.max(...series.map(({ values }) => values[row] ?? 0)))), Number.MIN_VALUE);
  const share = (one: Series, row: number) => `${(100 * Math.max(one.values[row] ?? 0, 0)) / (stacking === 'percent' ? total(row) || 1 : most)}%`;
  const isHorizontal = orientation === 'horizontal';
  const [along, bar] = isHorizontal ? (['width', styles.lying] as const) : (['height', styles.standing] as const);
  return (
    <div
      className={cx(styles.all, isHorizontal ? styles.rows : styles.columns)}
      style={{ width, height }}
      tabIndex={0}
      role="group"
      aria-label={series.map(({ name }) => name).join(', ')}
    >
      {categories.map((category, row) => (
        <div key={`${category}/${row}`} className={isHorizontal ? styles.row : styles.column}>
          <span className={isHorizontal ? styles.rowName : styles.columnName} title={category}>
            {category}
          </span>
          <div className={cx(styles.track, bar, !isStacked && styles.beside)}>
            {series.map((one) => {
              const value = formattedValueToString(one.show(one.values[row]));
              return (
                <div
                  key={one.name}
                  title={`${category}, ${one.name}: ${value}`}
                  style={{ [along]: share(one, row), background: one.color, ...(isStacked ? {} : { flex: '1 1 0', alignSelf: 'stretch' }) }}
                />
              );
            })}
          </div>
          {isHorizontal && series.length > 0 && (
            <span className={styles.value}>{formattedValueToString(series[0].show(isStacked ? total(row) : series[0].values[row]))}</span>
          )}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ display: 'flex', overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
  rows: css({ flexDirection: 'column', gap: 4 }),
  columns: css({ gap: 6, alignItems: 'stretch' }),
  row: css({ display: 'flex', alignItems: 'center', gap: 8, flex: '1 1 16px', minHeight: 16, maxHeight: 32 }),
  column: css({ display: 'flex', flexDirection: 'column-reverse', flex: '1 1 16px', minWidth: 16, gap: 4 }),
  rowName: css({ width: '24%', maxWidth: 160, flexShrink: 0, textAlign: 'right', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  columnName: css({ textAlign: 'center', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  track: css({ display: 'flex', flexGrow: 1, minHeight: 0 }),
  lying: css({ flexDirection: 'row', height: '80%' }),
  standing: css({ flexDirection: 'column-reverse' }),
  beside: css({ alignItems: 'flex-end' }),
  value: css({ width: 76, flexShrink: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
