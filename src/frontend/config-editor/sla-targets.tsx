import { t } from '@grafana/i18n';
import { Button, Combobox, Field, IconButton, Input, Stack, Switch, Text } from '@grafana/ui';

import { SLA_CLOCKS, type SlaClock } from '../../shared/words';
import { Named } from '../named';
import { checkDuration } from './check';
import { type Json, listOf, type SectionProps, textOf } from './draft';

/** What is promised where the helpdesk keeps no targets: one row a clock and priority. */
export function SlaTargets({ json, change, disabled }: SectionProps) {
  const targets = listOf(json.slaTargets);
  const names: Readonly<Record<SlaClock, string>> = {
    first_reply: t('config.sla-targets.first_reply', 'First reply'),
    next_reply: t('config.sla-targets.next_reply', 'Next reply'),
    close: t('config.sla-targets.close', 'Close'),
  };
  const put = (row: number, key: string, value: unknown) =>
    change(
      ['slaTargets'],
      targets.map((target, i) => (i === row ? changed(target, key, value) : target))
    );
  return (
    <Field
      label={t('config.sla-targets.label', 'Targets')}
      description={t(
        'config.sla-targets.help',
        'For all tickets without a policy in the helpdesk. A priority that is left empty is every other one; a calendar that is left empty is the default one.'
      )}
    >
      <Stack direction="column" gap={0.5}>
        {targets.map((target, row) => (
          <Stack key={row} direction="row" gap={0.5} alignItems="center" wrap="wrap">
            <Named id={`helpdesk-sla-clock-${row}`} name={t('config.sla-targets.clock', 'Clock {{row}}', { row: row + 1 })}>
              <Combobox<string>
                width={18}
                value={textOf(target.clock)}
                options={SLA_CLOCKS.map((value) => ({ value, label: names[value] }))}
                onChange={({ value }) => put(row, 'clock', value)}
              />
            </Named>
            <Input
              id={`helpdesk-sla-target-${row}`}
              aria-label={t('config.sla-targets.target', 'Target {{row}}', { row: row + 1 })}
              width={10}
              placeholder="8h"
              invalid={checkDuration(textOf(target.target)) !== null}
              value={textOf(target.target)}
              onChange={(event) => put(row, 'target', event.currentTarget.value)}
            />
            <Input
              id={`helpdesk-sla-priority-${row}`}
              aria-label={t('config.sla-targets.priority', 'Priority {{row}}', { row: row + 1 })}
              width={18}
              placeholder={t('config.sla-targets.every-priority', 'Every priority')}
              value={textOf(target.priority)}
              onChange={(event) => put(row, 'priority', event.currentTarget.value || undefined)}
            />
            <Input
              id={`helpdesk-sla-calendar-${row}`}
              aria-label={t('config.sla-targets.calendar', 'Calendar {{row}}', { row: row + 1 })}
              width={22}
              placeholder={t('config.sla-targets.default-calendar', 'Default calendar')}
              value={textOf(target.calendar)}
              onChange={(event) => put(row, 'calendar', event.currentTarget.value || undefined)}
            />
            <Switch
              id={`helpdesk-sla-pauses-${row}`}
              aria-label={t('config.sla-targets.pauses', 'Target {{row}} pauses', { row: row + 1 })}
              value={target.pauses === true}
              onChange={(event) => put(row, 'pauses', event.currentTarget.checked || undefined)}
            />
            <Text variant="bodySmall" color="secondary">
              {t('config.sla-targets.pausing', 'pauses')}
            </Text>
            <IconButton
              name="trash-alt"
              aria-label={t('config.sla-targets.remove', 'Remove target {{row}}', { row: row + 1 })}
              onClick={() => change(['slaTargets'], targets.length === 1 ? undefined : targets.filter((_, i) => i !== row))}
            />
          </Stack>
        ))}
        <div>
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            disabled={disabled}
            onClick={() =>
              change(
                ['slaTargets'],
                [...targets, { clock: SLA_CLOCKS.find((clock) => targets.every((target) => target.clock !== clock)) ?? 'first_reply', target: '8h' }]
              )
            }
          >
            {t('config.sla-targets.add', 'Add a target')}
          </Button>
        </div>
      </Stack>
    </Field>
  );
}

/** A target with another value of a key; undefined takes it away, so that its default holds. */
function changed(target: Json, key: string, value: unknown): Json {
  const { [key]: _, ...others } = target;
  return value === undefined ? others : { ...target, [key]: value };
}
