import { formattedValueToString, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';

import { NoData } from '../no-data';
import { type SingleValueOptions, singleValues } from '../single-values';

/** Shares of a whole, with a list that says them. */
export function PiePanel(props: PanelProps<SingleValueOptions>) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const parts = singleValues(props, theme)
    .map(({ display }) => ({ display, amount: Math.max(display.numeric || 0, 0) }))
    .filter(({ amount }) => amount > 0);
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (whole === 0) {
    return <NoData data={props.data} fieldConfig={props.fieldConfig} />;
  }
  const ends = parts.map((_, i) => (100 * parts.slice(0, i + 1).reduce((sum, { amount }) => sum + amount, 0)) / whole);
  const stops = parts.map(({ display }, i) => `${display.color} ${ends[i - 1] ?? 0}% ${ends[i]}%`);
  const size = Math.min(props.height, props.width / 2) - 16;
  return (
    <div className={styles.pie}>
      <div aria-hidden style={{ width: size, height: size, borderRadius: '50%', background: `conic-gradient(${stops.join(', ')})` }} />
      <ul className={styles.list}>
        {parts.map(({ display, amount }, i) => (
          <li key={i}>
            <span style={{ color: display.color }}>■</span> {display.title}: {formattedValueToString(display)} ({Math.round((100 * amount) / whole)} %)
          </li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pie: css({ display: 'flex', gap: theme.spacing(3), alignItems: 'center', justifyContent: 'center', height: '100%' }),
  list: css({ listStyle: 'none', maxHeight: '100%', overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
});
