import { formattedValueToString, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';

import { NoData } from '../no-data';
import { tableOf } from './series';

/** A cell a value: its series down, its category across, the more the bluer. */
export function HeatMapPanel({ data, fieldConfig }: PanelProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [frame] = data.series;
  if (!frame?.length) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  const { categories, series } = tableOf(frame, theme);
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)), Number.MIN_VALUE);
  return (
    <table className={styles.map}>
      <tbody>
        {[...series].reverse().map(({ name, values, show }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, i) => {
              const text = formattedValueToString(show(value));
              return (
                <td
                  key={i}
                  title={`${categories[i]}, ${name}: ${text}`}
                  style={{
                    background: `color-mix(in srgb, ${theme.visualization.getColorByName('blue')} ${Math.round((100 * (value ?? 0)) / most)}%, transparent)`,
                  }}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  map: css({
    width: '100%',
    height: '100%',
    tableLayout: 'fixed',
    fontSize: theme.typography.bodySmall.fontSize,
    '& th': { width: 96, fontWeight: 'normal', textAlign: 'right', paddingRight: 8 },
    '& td': { border: `1px solid ${theme.colors.background.primary}` },
  }),
});
