import { t } from '@grafana/i18n';
import { Button, Field, FieldSet, Stack } from '@grafana/ui';

import { listOf, type SectionProps } from './draft';
import type { SavedHelpdesk } from './saved-helpdesk';
import { TargetRow } from './target-row';

/** What numbers ought to be: one row a metric, team, hours and statistic. */
export function TargetsSection({ json, change, disabled, saved }: SectionProps & { readonly saved: SavedHelpdesk }) {
  const targets = listOf(json.targets);
  return (
    <FieldSet label={t('config.targets.title', 'Targets')} disabled={disabled}>
      <Field
        label={t('config.targets.label', 'What numbers ought to be')}
        description={t(
          'config.targets.help',
          'A target draws a goal line and colours numbers good or bad. Write it as people do: 4h, 85%, 50. Of several the one for the team holds, then the one for the hours, then the one for the statistic.'
        )}
      >
        <Stack direction="column" gap={0.5}>
          {targets.map((target, row) => (
            <TargetRow
              key={row}
              target={target}
              row={row}
              saved={saved}
              replace={(changed) =>
                change(
                  ['targets'],
                  targets.map((one, i) => (i === row ? changed : one))
                )
              }
              remove={() => change(['targets'], targets.length === 1 ? undefined : targets.filter((_, i) => i !== row))}
            />
          ))}
          <div>
            <Button
              variant="secondary"
              size="sm"
              icon="plus"
              disabled={disabled}
              onClick={() => change(['targets'], [...targets, { metric: 'csat', value: '85%' }])}
            >
              {t('config.targets.add', 'Add a target for a number')}
            </Button>
          </div>
        </Stack>
      </Field>
    </FieldSet>
  );
}
