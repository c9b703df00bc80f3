import { t } from '@grafana/i18n';
import { Field, RadioButtonGroup } from '@grafana/ui';

import { SETTING_DEFAULTS } from '../../shared/setting-defaults';
import { WEEK_STARTS, type WeekStart } from '../../shared/words';
import { checkHours } from './check';
import { type SectionProps, textOf } from './draft';
import { TextSetting } from './text-setting';
import { ZoneField } from './zone-field';
import { Section } from './section';
import { weekStartNames } from './setting-words';
import { toldTime } from './told';

/** The time zone and week start where nobody who asks says them; how long a working day is. */
export function TimeSection({ json, change, disabled }: SectionProps) {
  const names = weekStartNames();
  return (
    <Section title={t('config.time.title', 'Time')} told={toldTime(json)} page="docs/provisioning.md#the-data-source" disabled={disabled}>
      <ZoneField
        id="helpdesk-zone"
        label={t('config.time.zone', 'Time zone')}
        value={textOf(json.timeZone ?? SETTING_DEFAULTS.timeZone)}
        onChange={(zone) => change(['timeZone'], zone)}
        description={t('config.time.zone-help', 'Dashboards bring their own; alert rules have none.')}
      />
      <Field
        label={t('config.time.week-start', 'A week starts on')}
        useFieldset
        description={t('config.time.week-start-help', 'A dashboard’s own setting, or that of the user’s profile, comes first; alert rules have neither.')}
      >
        <RadioButtonGroup<WeekStart>
          id="helpdesk-week-start"
          disabled={disabled}
          value={WEEK_STARTS.find((day) => day === (json.weekStart ?? SETTING_DEFAULTS.weekStart))}
          onChange={(day) => change(['weekStart'], day)}
          options={WEEK_STARTS.map((value) => ({ value, label: names[value] }))}
        />
      </Field>
      <TextSetting
        id="helpdesk-workday"
        label={t('config.time.workday', 'Hours of a working day')}
        description={t('config.time.workday-help', 'For durations that are written in working days.')}
        placeholder={String(SETTING_DEFAULTS.hoursPerWorkday)}
        json={json}
        path={['hoursPerWorkday']}
        change={change}
        check={checkHours}
        isNumber
        width={12}
      />
    </Section>
  );
}
