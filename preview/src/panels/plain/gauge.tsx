import { formattedValueToString, type PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

import { NoData } from '../no-data';
import { type SingleValueOptions, singleValues } from '../single-values';

/** Half rings from the least to the most. */
export function GaugePanel(props: PanelProps<SingleValueOptions>) {
  const theme = useTheme2();
  const values = singleValues(props, theme);
  if (values.length === 0) {
    return <NoData data={props.data} fieldConfig={props.fieldConfig} />;
  }
  return (
    <div style={{ display: 'flex', height: '100%', justifyContent: 'space-evenly' }}>
      {values.map(({ display, field }, i) => {
        const [least, most] = [field.min ?? 0, field.max ?? 100];
        const share = Math.min(Math.max((display.numeric - least) / (most - least || 1), 0), 1);
        return (
          <svg
            key={i}
            viewBox="0 0 100 62"
            style={{ flex: '1 1 0', minWidth: 0 }}
            role="img"
            aria-label={`${display.title ?? ''} ${formattedValueToString(display)}`}
          >
            <path d="M8 54 A42 42 0 0 1 92 54" fill="none" stroke={theme.colors.background.secondary} strokeWidth={12} />
            <path d="M8 54 A42 42 0 0 1 92 54" fill="none" stroke={display.color} strokeWidth={12} pathLength={1} strokeDasharray={`${share} 1`} />
            <text x={50} y={50} textAnchor="middle" fontSize={14} fill={theme.colors.text.primary}>
              {formattedValueToString(display)}
            </text>
            {display.title && (
              <text x={50} y={61} textAnchor="middle" fontSize={6} fill={theme.colors.text.secondary}>
                {display.title}
              </text>
            )}
          </svg>
        );
      })}
    </div>
  );
}
