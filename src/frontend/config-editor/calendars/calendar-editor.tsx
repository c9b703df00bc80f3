import { t } from '@grafana/i18n';
import { Collapse, ConfirmButton, Field, Input, Stack } from '@grafana/ui';
import { useState } from 'react';

import type { SavedHelpdesk } from '../saved-helpdesk';
import { ZoneField } from '../zone-field';
import type { CalendarDraft } from './calendar-draft';
import { ExceptionsEditor } from './exceptions-editor';
import { WeekEditor } from './week-editor';

interface Props {
  readonly id: string;
  readonly calendar: CalendarDraft;
  /** The ids of the other calendars. */
  readonly taken: readonly string[];
  readonly saved: SavedHelpdesk;
  readonly onChange: (calendar: CalendarDraft) => void;
  readonly onRemove: () => void;
}

/** One calendar: its name, time zone, weekly hours and the days that differ. */
export function CalendarEditor({ id, calendar, taken, saved, onChange, onRemove }: Props) {
  const [isOpen, setIsOpen] = useState(true);
  const problem =
    calendar.id === ''
      ? t('config.calendar.no-id', 'Give the calendar an id.')
      : taken.includes(calendar.id)
        ? t('config.calendar.same-id', 'Another calendar has this id.')
        : null;
  return (
    <Collapse label={calendar.name || calendar.id || t('config.calendar.new', 'New calendar')} isOpen={isOpen} onToggle={setIsOpen}>
      <Stack direction="row" gap={2} wrap="wrap">
        <Field
          label={t('config.calendar.id', 'Id')}
          description={t('config.calendar.id-help', 'Stays the same when the name changes.')}
          invalid={problem !== null}
          error={problem}
        >
          <Input id={`${id}-id`} width={24} value={calendar.id} onChange={(event) => onChange({ ...calendar, id: event.currentTarget.value })} />
        </Field>
        <Field label={t('config.calendar.name', 'Name')} description={t('config.calendar.name-help', 'What reports call it.')}>
          <Input
            id={`${id}-name`}
            width={30}
            value={calendar.name ?? ''}
            onChange={(event) => onChange({ ...calendar, name: event.currentTarget.value || undefined })}
          />
        </Field>
        <ZoneField
          id={`${id}-zone`}
          label={t('config.calendar.zone', 'Time zone')}
          description={t('config.calendar.zone-help', 'Of the hours below.')}
          value={calendar.timeZone}
          onChange={(timeZone) => onChange({ ...calendar, timeZone })}
        />
      </Stack>
      <WeekEditor id={id} hours={calendar.hours} onChange={(hours) => onChange({ ...calendar, hours })} />
      <ExceptionsEditor id={id} exceptions={calendar.exceptions} saved={saved} onChange={(exceptions) => onChange({ ...calendar, exceptions })} />
      <ConfirmButton confirmText={t('config.calendar.remove-confirm', 'Remove')} confirmVariant="destructive" onConfirm={onRemove} closeOnConfirm>
        {t('config.calendar.remove', 'Remove this calendar')}
      </ConfirmButton>
    </Collapse>
  );
}
