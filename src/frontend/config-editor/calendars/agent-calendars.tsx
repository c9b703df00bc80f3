import { t } from '@grafana/i18n';
import { type ComboboxOption, Field } from '@grafana/ui';

import { Choice } from '../../choice';
import { Named } from '../../named';
import { type Json, textOf } from '../draft';
import { RecordRows } from '../record-rows';
import type { SavedHelpdesk } from '../saved-helpdesk';
import { useOptionNames } from '../use-option-names';

interface Props {
  readonly record: Json;
  readonly onChange: (record: Json) => void;
  readonly saved: SavedHelpdesk;
  readonly calendars: (search: string) => Promise<Array<ComboboxOption<string>>>;
}

/** Which agents have working hours other than the helpdesk says. */
export function AgentCalendars({ record, onChange, saved, calendars }: Props) {
  const [name, agents] = useOptionNames(saved.options('agent'), Object.keys(record).length > 0);
  return (
    <Field
      label={t('config.agents.title', 'Working hours of agents')}
      description={t(
        'config.agents.help',
        'Instead of those that the helpdesk gives them. Agents can be looked up once the data source is saved; an id can always be typed.'
      )}
    >
      <div>
        <RecordRows
          record={record}
          onChange={onChange}
          add={t('config.agents.add', 'Add an agent')}
          renderKey={(agent, set, row) => (
            <Named id={`helpdesk-agent-${row}`} name={t('config.agents.agent', 'Agent {{row}}', { row: row + 1 })}>
              <Choice
                width={30}
                createCustomValue
                value={agent ? { value: agent, label: name(agent) } : null}
                placeholder={t('config.agents.agent-hint', 'Agent')}
                options={agents}
                onChange={({ value }) => set(value)}
              />
            </Named>
          )}
          renderValue={(calendar, set, row) => (
            <Named id={`helpdesk-agent-calendar-${row}`} name={t('config.agents.calendar', 'Calendar of agent {{row}}', { row: row + 1 })}>
              <Choice
                width={30}
                createCustomValue
                value={textOf(calendar) || null}
                placeholder={t('config.agents.calendar-hint', 'Calendar')}
                options={calendars}
                onChange={({ value }) => set(value)}
              />
            </Named>
          )}
        />
      </div>
    </Field>
  );
}
