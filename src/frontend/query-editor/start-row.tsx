import { t } from '@grafana/i18n';
import { type ComboboxOption, RadioButtonGroup, Switch } from '@grafana/ui';

import { Choice } from '../choice';
import { findMetric, METRICS } from '../../shared/catalog';
import { QUERY_DEFAULTS } from '../../shared/query/defaults';
import type { Kind } from '../../shared/words';
import { metricName, metricQuestion, topicName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { changeKind } from '../query/change-kind';
import { isQuickAnswer } from '../query/quick-answers';
import { EditorField, EditorRow } from './layout';
import type { PartProps } from './parts';

interface Props extends PartProps {
  readonly isJson: boolean;
  readonly onJson: (isJson: boolean) => void;
  readonly onQuestion: (metricId: string) => void;
}

/** Where one begins: a question that is answered with one choice, or the kind of answer. */
export function StartRow({ query, id, isAlerting, isJson, onChange, onJson, onQuestion }: Props) {
  const kind = query.kind ?? QUERY_DEFAULTS.kind;
  return (
    <EditorRow>
      <EditorField label={t('editor.quick-answers.label', 'Quick answers')} width={40} isWide>
        <Choice<string>
          id={`${id}-quick-answers`}
          value={answered(query, isAlerting)}
          placeholder={t('editor.quick-answers.placeholder', 'Choose a question…')}
          options={METRICS.map((metric) => ({
            value: metric.id,
            label: metricQuestion(metric),
            description: metricName(metric.id),
            group: topicName(metric.topic),
          }))}
          onChange={({ value }) => onQuestion(value)}
        />
      </EditorField>
      <EditorField label={t('editor.kind.label', 'Answer with')}>
        <RadioButtonGroup<Kind>
          aria-label={t('editor.kind.label', 'Answer with')}
          value={kind}
          onChange={(chosen) => onChange(changeKind(query, chosen))}
          options={[
            { value: 'metric', label: t('editor.kind.metric', 'Numbers') },
            ...(isAlerting && kind !== 'scorecard' ? [] : [{ value: 'scorecard' as const, label: t('editor.kind.scorecard', 'Scorecard') }]),
            ...(isAlerting && kind !== 'records' ? [] : [{ value: 'records' as const, label: t('editor.kind.records', 'Rows') }]),
            ...(isAlerting && kind !== 'events' ? [] : [{ value: 'events' as const, label: t('editor.kind.events', 'Events') }]),
            { value: 'freshness' as const, label: t('editor.kind.freshness', 'Freshness') },
          ]}
        />
      </EditorField>
      <EditorField label={t('editor.json.edit', 'Edit as JSON')}>
        <Switch id={`${id}-json-toggle`} value={isJson} onChange={(event) => onJson(event.currentTarget.checked)} />
      </EditorField>
    </EditorRow>
  );
}

/** The question that the query answers, as it is ready or changed; null where there is none. */
function answered(query: DataSourceQuery, isAlerting: boolean): ComboboxOption<string> | null {
  const metric = findMetric(query.metric);
  if (metric === null) {
    return null;
  }
  const question = metricQuestion(metric);
  return isQuickAnswer(query, metric.id, isAlerting)
    ? { value: metric.id, label: question }
    : { value: '', label: t('editor.quick-answers.changed', '{{question}} (changed)', { question, ...PLAIN }) };
}
