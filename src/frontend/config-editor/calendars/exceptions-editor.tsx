import { t } from '@grafana/i18n';
import { Button, Field, IconButton, Stack } from '@grafana/ui';
import { useState } from 'react';

import { Choice } from '../../choice';
import type { WrittenException } from '../../../shared/calendar';
import { Named } from '../../named';
import { checkDate, checkEnd, checkStart } from '../check';
import type { SavedHelpdesk } from '../saved-helpdesk';
import { withHolidays } from './calendar-draft';
import { HolidayLookup } from './holiday-lookup';
import { SmallInput } from './small-input';

interface Props {
  readonly id: string;
  readonly exceptions: readonly WrittenException[];
  readonly saved: SavedHelpdesk;
  readonly onChange: (exceptions: WrittenException[]) => void;
}

/** The days that differ from the week: typed, or a country's public holidays looked up. */
export function ExceptionsEditor({ id, exceptions, saved, onChange }: Props) {
  const [isLookingUp, setIsLookingUp] = useState(false);
  const set = (at: number, own: Partial<WrittenException>) => onChange(exceptions.map((row, i) => (i === at ? { ...row, ...own } : row)));
  const kinds = [
    { value: 'holiday' as const, label: t('config.exceptions.holiday', 'Closed all day') },
    { value: 'override' as const, label: t('config.exceptions.override', 'Other hours') },
    { value: 'break' as const, label: t('config.exceptions.break', 'Break') },
  ];
  return (
    <Field label={t('config.exceptions.title', 'Days that differ')}>
      <Stack direction="column" gap={0.5}>
        {exceptions.map((row, at) => {
          const where = { row: at + 1 };
          return (
            <Stack key={at} direction="row" gap={0.5} alignItems="center" wrap="wrap">
              <SmallInput
                id={`${id}-date-${at}`}
                label={t('config.exceptions.date', 'Date of day {{row}}', where)}
                value={row.date}
                check={checkDate}
                onChange={(date) => set(at, { date })}
              />
              <Named id={`${id}-kind-${at}`} name={t('config.exceptions.kind', 'Kind of day {{row}}', where)}>
                <Choice
                  width={20}
                  options={kinds}
                  value={row.kind}
                  // a closed day has no times
                  onChange={({ value }) =>
                    set(
                      at,
                      value === 'holiday'
                        ? { kind: value, start: null, end: null }
                        : { kind: value, start: row.start ?? (value === 'break' ? '12:00' : '09:00'), end: row.end ?? (value === 'break' ? '13:00' : '12:00') }
                    )
                  }
                />
              </Named>
              {row.kind !== 'holiday' && (
                <>
                  <SmallInput
                    id={`${id}-start-${at}`}
                    label={t('config.exceptions.start', 'Day {{row}}: from', where)}
                    value={row.start ?? ''}
                    check={checkStart}
                    onChange={(start) => set(at, { start })}
                  />
                  <span aria-hidden>–</span>
                  <SmallInput
                    id={`${id}-end-${at}`}
                    label={t('config.exceptions.end', 'Day {{row}}: to', where)}
                    value={row.end ?? ''}
                    placeholder="24:00"
                    check={checkEnd}
                    onChange={(end) => set(at, { end: end || null })}
                  />
                </>
              )}
              <IconButton
                name="trash-alt"
                aria-label={t('config.exceptions.remove', 'Remove day {{row}}', where)}
                onClick={() => onChange(exceptions.filter((_, i) => i !== at))}
              />
            </Stack>
          );
        })}
        <Stack direction="row" gap={1}>
          <Button variant="secondary" size="sm" icon="plus" onClick={() => onChange([...exceptions, { date: '', kind: 'holiday' }])}>
            {t('config.exceptions.add', 'Add a day')}
          </Button>
          <Button variant="secondary" size="sm" icon="calendar-alt" aria-expanded={isLookingUp} onClick={() => setIsLookingUp(!isLookingUp)}>
            {t('config.exceptions.look-up', 'Public holidays of a country')}
          </Button>
        </Stack>
        {isLookingUp && <HolidayLookup id={`${id}-holidays`} saved={saved} onAdd={(dates) => onChange(withHolidays(exceptions, dates))} />}
      </Stack>
    </Field>
  );
}
