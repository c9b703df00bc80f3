import { t } from '@grafana/i18n';
import { Button, Field, IconButton, Stack, Text } from '@grafana/ui';

import type { WrittenHours } from '../../../shared/calendar';
import { PLAIN } from '../../i18n/plain';
import { checkDate, checkEnd, checkStart } from '../check';
import { likeMonday } from './calendar-draft';
import { SmallInput } from './small-input';
import { weekdayName } from './weekday-name';

interface Props {
  readonly id: string;
  readonly hours: readonly WrittenHours[];
  readonly onChange: (hours: WrittenHours[]) => void;
}

/** The hours of each weekday: none, one or several periods. */
export function WeekEditor({ id, hours, onChange }: Props) {
  return (
    <Field label={t('config.week.title', 'Weekly hours')} description={t('config.week.help', 'An end that is not later than its start is on the next day.')}>
      <Stack direction="column" gap={0.5}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <Day key={weekday} id={`${id}-${weekday}`} weekday={weekday} hours={hours} onChange={onChange} />
        ))}
      </Stack>
    </Field>
  );
}

function Day({ id, weekday, hours, onChange }: Props & { readonly weekday: number }) {
  const day = weekdayName(weekday);
  const periods = hours.map((row, at) => ({ row, at })).filter(({ row }) => row.weekday === weekday);
  const set = (at: number, own: Partial<WrittenHours>) => onChange(hours.map((row, i) => (i === at ? { ...row, ...own } : row)));
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <div style={{ width: 96 }}>
        <Text>{day}</Text>
      </div>
      {periods.length === 0 && <Text color="secondary">{t('config.week.closed', 'Closed')}</Text>}
      {periods.map(({ row, at }, i) => {
        const where = { day, period: i + 1, ...PLAIN };
        return (
          <Stack key={at} direction="row" gap={0.5} alignItems="center">
            <SmallInput
              id={`${id}-${i}-start`}
              label={t('config.week.start', '{{day}}, period {{period}}: from', where)}
              value={row.start}
              check={checkStart}
              onChange={(start) => set(at, { start })}
            />
            <span aria-hidden>–</span>
            <SmallInput
              id={`${id}-${i}-end`}
              label={t('config.week.end', '{{day}}, period {{period}}: to', where)}
              value={row.end}
              check={checkEnd}
              onChange={(end) => set(at, { end })}
            />
            {checkStart(row.start) === null && checkEnd(row.end) === null && row.end <= row.start && (
              <Text variant="bodySmall" color="secondary">
                {t('config.week.overnight', 'next day')}
              </Text>
            )}
            {/* dates come from a file or the JSON below: they are shown where they are */}
            {row.validFrom !== undefined && row.validFrom !== null && (
              <SmallInput
                id={`${id}-${i}-valid-from`}
                label={t('config.week.valid-from', '{{day}}, period {{period}}: since', where)}
                value={row.validFrom}
                check={checkDate}
                onChange={(text) => set(at, { validFrom: text || null })}
              />
            )}
            {row.validTo !== undefined && row.validTo !== null && (
              <SmallInput
                id={`${id}-${i}-valid-to`}
                label={t('config.week.valid-to', '{{day}}, period {{period}}: until before', where)}
                value={row.validTo}
                check={checkDate}
                onChange={(text) => set(at, { validTo: text || null })}
              />
            )}
            <IconButton
              name="trash-alt"
              aria-label={t('config.week.remove', 'Remove {{day}}, period {{period}}', where)}
              onClick={() => onChange(hours.filter((_, other) => other !== at))}
            />
          </Stack>
        );
      })}
      <IconButton
        name="plus"
        aria-label={t('config.week.add', 'Add hours on {{day}}', { day, ...PLAIN })}
        onClick={() => onChange([...hours, { weekday, ...next(periods.map(({ row }) => row)) }])}
      />
      {weekday === 1 && periods.length > 0 && (
        <Button variant="secondary" size="sm" fill="text" onClick={() => onChange(likeMonday(hours))}>
          {t('config.week.copy', 'Copy to Tuesday to Friday')}
        </Button>
      )}
    </Stack>
  );
}

/** A further period begins where the last one ends. */
function next(periods: readonly WrittenHours[]): { start: string; end: string } {
  const last = periods.at(-1)?.end;
  return last && checkStart(last) === null ? { start: last, end: last < '20:00' ? '20:00' : '24:00' } : { start: '09:00', end: '17:00' };
}
