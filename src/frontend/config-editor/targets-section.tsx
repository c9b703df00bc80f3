import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';

import { listOf, type SectionProps } from './draft';
import { ListRows } from './list-rows';
import type { SavedHelpdesk } from './saved-helpdesk';
import { TargetRow } from './target-row';
import { useOptionNames } from './use-option-names';
import { Section } from './section';
import { toldTargets } from './told';

/** What numbers ought to be: one row a metric, team, hours and statistic. */
export function TargetsSection({ json, change, disabled, saved }: SectionProps & { readonly saved: SavedHelpdesk }) {
  const targets = listOf(json.targets);
  const [teamName, teams] = useOptionNames(
    saved.options('team'),
    targets.some(({ team }) => team !== undefined)
  );
  return (
    <Section title={t('config.targets.title', 'Targets')} told={toldTargets(json)} page="docs/provisioning.md#targets" disabled={disabled}>
      <Field
        label={t('config.targets.label', 'What numbers ought to be')}
        description={t(
          'config.targets.help',
          'A target draws a goal line and colours numbers good or bad. Write it as people do: 4h, 85%, 50. Of several the one for the team holds, then the one for the hours, then the one for the statistic.'
        )}
      >
        <ListRows
          list={targets}
          onChange={(list) => change(['targets'], list)}
          add={t('config.targets.add', 'Add a target for a number')}
          fresh={{ metric: 'csat', value: '85%' }}
          removeName={(row) => t('config.targets.remove', 'Remove the target of number {{row}}', { row })}
          disabled={disabled}
          renderRow={(target, replace, row) => <TargetRow target={target} row={row} teamName={teamName} teams={teams} replace={replace} />}
        />
      </Field>
    </Section>
  );
}
