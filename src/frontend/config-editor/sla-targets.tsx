import { t } from '@grafana/i18n';
import { Field, Input, Switch, Text } from '@grafana/ui';

import { Choice } from '../choice';
import { SLA_CLOCKS, type SlaClock } from '../../shared/words';
import { Named } from '../named';
import { checkDuration } from './check';
import { listOf, type SectionProps, textOf, write } from './draft';
import { ListRows } from './list-rows';

/** What is promised where the helpdesk keeps no targets: one row a clock and priority. */
export function SlaTargets({ json, change, disabled }: SectionProps) {
  const targets = listOf(json.slaTargets);
  const names: Readonly<Record<SlaClock, string>> = {
    first_reply: t('config.sla-targets.first_reply', 'First reply'),
    next_reply: t('config.sla-targets.next_reply', 'Next reply'),
    close: t('config.sla-targets.close', 'Close'),
  };
  return (
    <Field
      label={t('config.sla-targets.label', 'Targets')}
      description={t(
        'config.sla-targets.help',
        'For all tickets without a policy in the helpdesk. A priority that is left empty is every other one; a calendar that is left empty is the default one.'
      )}
    >
      <ListRows
        list={targets}
        onChange={(list) => change(['slaTargets'], list)}
        add={t('config.sla-targets.add', 'Add a target')}
        fresh={{ clock: SLA_CLOCKS.find((clock) => targets.every((target) => target.clock !== clock)) ?? 'first_reply', target: '8h' }}
        removeName={(row) => t('config.sla-targets.remove', 'Remove target {{row}}', { row })}
        disabled={disabled}
        renderRow={(target, replace, row) => {
          const put = (key: string, value: unknown) => replace(write(target, [key], value));
          return (
            <>
              <Named id={`helpdesk-sla-clock-${row}`} name={t('config.sla-targets.clock', 'Clock {{row}}', { row: row + 1 })}>
                <Choice<string>
                  width={18}
                  value={textOf(target.clock)}
                  options={SLA_CLOCKS.map((value) => ({ value, label: names[value] }))}
                  onChange={({ value }) => put('clock', value)}
                />
              </Named>
              <Input
                id={`helpdesk-sla-target-${row}`}
                aria-label={t('config.sla-targets.target', 'Target {{row}}', { row: row + 1 })}
                width={10}
                placeholder="8h"
                invalid={checkDuration(textOf(target.target)) !== null}
                value={textOf(target.target)}
                onChange={(event) => put('target', event.currentTarget.value)}
              />
              <Input
                id={`helpdesk-sla-priority-${row}`}
                aria-label={t('config.sla-targets.priority', 'Priority {{row}}', { row: row + 1 })}
                width={18}
                placeholder={t('config.sla-targets.every-priority', 'Every priority')}
                value={textOf(target.priority)}
                onChange={(event) => put('priority', event.currentTarget.value || undefined)}
              />
              <Input
                id={`helpdesk-sla-calendar-${row}`}
                aria-label={t('config.sla-targets.calendar', 'Calendar {{row}}', { row: row + 1 })}
                width={22}
                placeholder={t('config.sla-targets.default-calendar', 'Default calendar')}
                value={textOf(target.calendar)}
                onChange={(event) => put('calendar', event.currentTarget.value || undefined)}
              />
              <Switch
                id={`helpdesk-sla-pauses-${row}`}
                aria-label={t('config.sla-targets.pauses', 'Target {{row}} pauses', { row: row + 1 })}
                value={target.pauses === true}
                onChange={(event) => put('pauses', event.currentTarget.checked || undefined)}
              />
              <Text variant="bodySmall" color="secondary">
                {t('config.sla-targets.pausing', 'pauses')}
              </Text>
            </>
          );
        }}
      />
    </Field>
  );
}
