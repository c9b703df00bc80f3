import { t } from '@grafana/i18n';
import { Field, Input, RadioButtonGroup, Stack, Switch, Text } from '@grafana/ui';

import { Choice } from '../choice';
import { SETTING_DEFAULTS } from '../../shared/setting-defaults';
import type { Settings } from '../../shared/settings';
import { PLAIN } from '../i18n/plain';
import { Named } from '../named';
import { checkShare } from './check';
import { isJson, type SectionProps, textOf, valueOf } from './draft';
import { RecordRows } from './record-rows';
import type { SavedHelpdesk } from './saved-helpdesk';
import { Section } from './section';
import { toldSurveys } from './told';

const ROLES: ReadonlyArray<Settings['surveyRole']> = ['Viewer', 'Editor', 'Admin'];
/** What a scale that is added begins with: 4 and 5 of 1-5. */
const USUAL_SHARE = 0.75;

/** Which ratings are good, and who may see them. */
export function SurveysSection({ json, change, disabled, saved }: SectionProps & { readonly saved: SavedHelpdesk }) {
  // the older setting stands for either where it is not written
  const isShown = (setting: 'surveyInAlerts' | 'surveyOnPublicDashboards') => (json[setting] ?? json.surveyWithoutUser) !== false;
  return (
    <Section title={t('config.surveys.title', 'Satisfaction surveys')} told={toldSurveys(json)} page="docs/connect.md#who-may-see-what" disabled={disabled}>
      <Field
        label={t('config.surveys.top-box', 'Ratings that count as positive')}
        noMargin
        description={t(
          'config.surveys.top-box-help',
          'For each scale, from which part of it: 0 is its lowest rating, 1 its highest. Of a scale that is not listed the highest of 2 or 3 points counts, the two highest of 4 to 7, and the three highest of 10 or 11; any other needs an entry.'
        )}
      >
        <div>
          <RecordRows
            record={isJson(json.topBox) ? json.topBox : {}}
            onChange={(topBox) => change(['topBox'], topBox)}
            add={t('config.surveys.add-scale', 'Add a scale')}
            fresh={USUAL_SHARE}
            renderKey={(scale, set, row) => (
              <Named id={`helpdesk-scale-${row}`} name={t('config.surveys.scale', 'Scale {{row}}', { row: row + 1 })}>
                <Choice
                  width={20}
                  value={scale || null}
                  createCustomValue
                  placeholder="1-5"
                  options={saved.options('scale')}
                  onChange={({ value }) => set(value)}
                />
              </Named>
            )}
            renderValue={(share, set, row, scale) => (
              <Stack direction="row" gap={1} alignItems="center">
                <Input
                  id={`helpdesk-share-${row}`}
                  aria-label={t('config.surveys.share', 'Positive from, row {{row}}', { row: row + 1 })}
                  width={12}
                  value={textOf(share)}
                  invalid={checkShare(textOf(share)) !== null}
                  onChange={(event) => set(valueOf(event.currentTarget.value, true) ?? '')}
                />
                <Text variant="bodySmall" color="secondary">
                  {checkShare(textOf(share)) ?? positiveFrom(scale, Number(share))}
                </Text>
              </Stack>
            )}
          />
        </div>
      </Field>
      <Field
        label={t('config.surveys.role', 'Who sees survey reports')}
        useFieldset
        style={{ marginTop: 16 }}
        description={t('config.surveys.role-help', 'The least Grafana role that sees scores, comments and ratings. Viewers see them only where you choose so.')}
      >
        <RadioButtonGroup<Settings['surveyRole']>
          id="helpdesk-survey-role"
          disabled={disabled}
          value={ROLES.find((role) => role === (json.surveyRole ?? SETTING_DEFAULTS.surveyRole))}
          onChange={(role) => change(['surveyRole'], role)}
          options={ROLES.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field
        label={t('config.surveys.in-alerts', 'Alert rules see them too')}
        description={t('config.surveys.in-alerts-help', 'A rule is nobody, so no role can be checked: its numbers go to everybody whom it notifies.')}
      >
        <Switch
          id="helpdesk-survey-in-alerts"
          value={isShown('surveyInAlerts')}
          onChange={(event) => change(['surveyInAlerts'], event.currentTarget.checked)}
        />
      </Field>
      <Field
        label={t('config.surveys.on-public-dashboards', 'Public dashboards show them too')}
        description={t('config.surveys.on-public-dashboards-help', 'To anybody who has the address of one.')}
      >
        <Switch
          id="helpdesk-survey-on-public-dashboards"
          value={isShown('surveyOnPublicDashboards')}
          onChange={(event) => change(['surveyOnPublicDashboards'], event.currentTarget.checked)}
        />
      </Field>
    </Section>
  );
}

/** Which rating of a scale such as 1-5 a share means; nothing where the scale is not written so. */
function positiveFrom(scale: string, share: number): string {
  const [, least, most] = (/^(-?\d+)-(\d+)$/.exec(scale) ?? []).map(Number);
  return most === undefined
    ? ''
    : t('config.surveys.from', 'Positive from {{rating}} of {{scale}}', { rating: Math.ceil(least + share * (most - least) - 1e-9), scale, ...PLAIN });
}
