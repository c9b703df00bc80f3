import { t } from '@grafana/i18n';
import { Button, type ComboboxOption, Field } from '@grafana/ui';

import { Choice } from '../../choice';
import { isJson, listOf, type SectionProps, textOf } from '../draft';
import type { SavedHelpdesk } from '../saved-helpdesk';
import { AgentCalendars } from './agent-calendars';
import { calendarOf, freshCalendar } from './calendar-draft';
import { CalendarEditor } from './calendar-editor';
import { Section } from '../section';
import { toldCalendars } from '../told';

/** Working hours and holidays: the calendars besides those of the helpdesk, and who has which. */
export function CalendarsSection({ json, change, disabled, saved }: SectionProps & { readonly saved: SavedHelpdesk }) {
  const calendars = listOf(json.calendars).map(calendarOf);
  const ids = calendars.map(({ id }) => id);
  const options = async (search: string): Promise<Array<ComboboxOption<string>>> => {
    const own = calendars
      .filter(({ id, name }) => `${id} ${name ?? ''}`.toLowerCase().includes(search.toLowerCase()))
      .map(({ id, name }) => ({ value: id, label: name ?? id }));
    // the helpdesk's "none" is no calendar
    const theirs = (await saved.options('calendar')(search)).filter(({ value }) => !ids.includes(value) && value !== '24/7');
    return [...own, ...theirs];
  };
  const replace = (changed: typeof calendars) => change(['calendars'], changed);
  return (
    <Section title={t('config.calendars.title', 'Calendars and holidays')} told={toldCalendars(json)} page="docs/provisioning.md#calendars" disabled={disabled}>
      {calendars.map((calendar, at) => (
        <CalendarEditor
          key={at}
          id={`helpdesk-calendar-${at}`}
          calendar={calendar}
          saved={saved}
          taken={ids.filter((_, i) => i !== at)}
          onChange={(changed) => replace(calendars.map((one, i) => (i === at ? changed : one)))}
          onRemove={() => replace(calendars.filter((_, i) => i !== at))}
        />
      ))}
      <Field
        label={t('config.calendars.own', 'Calendars of your own')}
        noMargin
        description={t('config.calendars.own-help', 'Besides those of the helpdesk. SLA hours count only time inside a calendar’s hours.')}
      >
        <Button variant="secondary" icon="plus" onClick={() => replace([...calendars, freshCalendar(ids, textOf(json.timeZone) || 'UTC')])}>
          {t('config.calendars.add', 'Add a calendar')}
        </Button>
      </Field>
      <Field
        label={t('config.calendars.default', 'Calendar of tickets without an SLA policy')}
        style={{ marginTop: 16 }}
        description={t('config.calendars.default-help', 'Where none is chosen, such tickets have no SLA hours.')}
      >
        <Choice
          id="helpdesk-default-calendar"
          width={40}
          isClearable
          createCustomValue
          value={textOf(json.defaultCalendar) || null}
          options={options}
          onChange={(chosen) => change(['defaultCalendar'], chosen?.value)}
        />
      </Field>
      <AgentCalendars
        record={isJson(json.agentCalendars) ? json.agentCalendars : {}}
        onChange={(record) => change(['agentCalendars'], record)}
        saved={saved}
        calendars={options}
      />
    </Section>
  );
}
