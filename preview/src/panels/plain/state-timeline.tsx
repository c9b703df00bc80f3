import { type Field, FieldType, formattedValueToString, getFieldDisplayName, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

import { NoData } from '../no-data';

/** A line a field, a stretch a state. */
export function StateTimelinePanel({ data, fieldConfig, timeRange }: PanelProps) {
  const styles = useStyles2(getStyles);
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const lines = data.series.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    return time
      ? frame.fields
          .filter((field) => field !== time)
          .map((field) => ({ name: getFieldDisplayName(field, frame, data.series), stretches: stretchesOf(time, field, to) }))
      : [];
  });
  if (lines.length === 0) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  const place = (at: number) => (100 * (Math.min(Math.max(at, from), to) - from)) / (to - from || 1);
  return (
    <div className={styles.lines}>
      {lines.map(({ name, stretches }) => (
        <div key={name} className={styles.line}>
          <span className={styles.name}>{name}</span>
          <div className={styles.track}>
            {stretches.map(({ begin, end, text, color }) => (
              <div
                key={begin}
                title={text}
                className={styles.stretch}
                style={{ left: `${place(begin)}%`, width: `${place(end) - place(begin)}%`, background: color }}
              >
                {text}
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  readonly color: string | undefined;
}

function stretchesOf(time: Field, field: Field, last: number): Stretch[] {
  const times = time.values as number[];
  return field.values.flatMap((value: unknown, i): Stretch[] => {
    const display = field.display?.(value);
    return value === null || value === undefined
      ? []
      : [{ begin: times[i], end: times[i + 1] ?? last, text: display ? formattedValueToString(display) : String(value), color: display?.color }];
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({ display: 'flex', flexDirection: 'column', gap: 4, height: '100%', fontSize: theme.typography.bodySmall.fontSize }),
  line: css({ display: 'flex', alignItems: 'center', gap: 8, flex: '1 1 0', minHeight: 16, maxHeight: 40 }),
  name: css({ width: 110, textAlign: 'right', flexShrink: 0 }),
  track: css({ position: 'relative', flexGrow: 1, height: '90%' }),
  stretch: css({ position: 'absolute', top: 0, bottom: 0, overflow: 'hidden', paddingLeft: 4 }),
});
