import { t } from '@grafana/i18n';
import { Field, FieldSet, MultiCombobox } from '@grafana/ui';

import { SETTING_DEFAULTS } from '../../shared/setting-defaults';
import { STATUS_KINDS, type StatusKind } from '../../shared/words';
import { type SectionProps, textOf } from './draft';
import { ManyField } from './many-field';
import { SlaTargets } from './sla-targets';

/** What is promised, and when SLA clocks stand still. */
export function SlaSection({ json, change, disabled }: SectionProps) {
  const names: Readonly<Record<StatusKind, string>> = {
    new: t('config.sla.new', 'New'),
    open: t('config.sla.open', 'Open'),
    waiting_customer: t('config.sla.waiting_customer', 'Waiting for customer'),
    on_hold: t('config.sla.on_hold', 'On hold'),
    closed: t('config.sla.closed', 'Closed'),
    merged: t('config.sla.merged', 'Merged'),
    spam: t('config.sla.spam', 'Spam'),
  };
  const chosen = Array.isArray(json.pausingStatuses) ? json.pausingStatuses.map(textOf) : SETTING_DEFAULTS.pausingStatuses;
  return (
    <FieldSet label={t('config.sla.title', 'SLA clocks')} disabled={disabled}>
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
          <MultiCombobox<string>
            id="helpdesk-pausing-statuses"
            placeholder={t('config.sla.none', 'None')}
            options={STATUS_KINDS.map((value) => ({ value, label: names[value] }))}
            value={[...chosen]}
            onChange={(statuses) =>
              change(
                ['pausingStatuses'],
                statuses.map(({ value }) => value)
              )
            }
          />
        </ManyField>
      </Field>
    </FieldSet>
  );
}
