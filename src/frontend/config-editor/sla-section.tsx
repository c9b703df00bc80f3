import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';

import { Choices } from '../choice';
import { STATUS_KINDS } from '../../shared/words';
import { fixedValueName } from '../i18n/catalog-names';
import type { SectionProps } from './draft';
import { ManyField } from './many-field';
import { SlaTargets } from './sla-targets';
import { Section } from './section';
import { pausingOf } from './setting-words';
import { toldSla } from './told';

/** What is promised, and when SLA clocks stand still. */
export function SlaSection({ json, change, disabled }: SectionProps) {
  return (
    <Section title={t('config.sla.title', 'SLA clocks')} told={toldSla(json)} page="docs/provisioning.md#sla-targets" disabled={disabled}>
      <SlaTargets json={json} change={change} disabled={disabled} />
      <Field
        label={t('config.sla.pausing', 'Statuses that pause')}
        htmlFor="helpdesk-pausing-statuses"
        description={t(
          'config.sla.pausing-help',
          'Of tickets whose stages have no history, where the SLA target pauses; also for the resolution time. Stages say themselves whether they pause.'
        )}
      >
        <ManyField>
          <Choices<string>
            id="helpdesk-pausing-statuses"
            placeholder={t('config.sla.none', 'None')}
            options={STATUS_KINDS.map((value) => ({ value, label: fixedValueName('status', value) ?? value }))}
            value={[...pausingOf(json)]}
            onChange={(statuses) =>
              change(
                ['pausingStatuses'],
                statuses.map(({ value }) => value)
              )
            }
          />
        </ManyField>
      </Field>
    </Section>
  );
}
