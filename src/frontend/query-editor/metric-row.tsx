import { t } from '@grafana/i18n';
import { Combobox, RadioButtonGroup, Text } from '@grafana/ui';

import { METRICS } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { isVariable } from '../../shared/query/variable';
import { applicable } from '../../shared/query/applicable';
import { settle } from '../../shared/query/settle';
import { metricAbout, metricDatedBy, metricName, metricQuestion, topicName } from '../i18n/catalog-names';
import { allOf, inSentence } from '../i18n/listed';
import { PLAIN } from '../i18n/plain';
import { EditorField, EditorRow } from './layout';
import { includeName, unitNames } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

interface Props extends PartProps {
  readonly metric: Metric | null;
  readonly onMetric: (id: string) => void;
}

/** What a query that names no unit is written in. */
const SECONDS = 'seconds';

/** Which metric, what it means, and in which shape and hours it is wanted. */
export function MetricRow({ query, id, metric, onChange, onMetric }: Props) {
  const isRecords = query.kind === 'records';
  const means = metric && settle(query, metric);
  const units: Readonly<Record<string, string>> = unitNames();
  return (
    <EditorRow>
      <EditorField label={t('editor.metric.label', 'Metric')} width={36}>
        <Combobox<string>
          id={`${id}-metric`}
          placeholder={t('editor.metric.placeholder', 'Choose a metric…')}
          value={query.metric || null}
          options={METRICS.map((one) => ({ value: one.id, label: metricName(one.id), description: metricQuestion(one), group: topicName(one.topic) }))}
          onChange={({ value }) => onMetric(value)}
        />
      </EditorField>
      {means && !isRecords && (
        <EditorField label={t('editor.view.label', 'Show')}>
          <RadioButtonGroup<string>
            aria-label={t('editor.view.label', 'Show')}
            value={means.view}
            onChange={(view) => onChange({ view })}
            options={[
              { value: 'over_time', label: t('editor.view.over-time', 'Over time') },
              { value: 'totals', label: t('editor.view.totals', 'Totals') },
              ...variableOption(means.view),
            ]}
          />
        </EditorField>
      )}
      {means && (metric.hours.includes('sla') || isVariable(means.hours)) && (
        <EditorField label={t('editor.hours.label', 'Hours')}>
          <RadioButtonGroup<string>
            aria-label={t('editor.hours.label', 'Hours')}
            value={means.hours}
            onChange={(hours) => onChange({ hours })}
            options={[
              { value: 'all', label: t('editor.hours.all', '24/7') },
              { value: 'sla', label: t('editor.hours.sla', 'SLA hours') },
              ...variableOption(means.hours),
            ]}
          />
        </EditorField>
      )}
      {metric && means && applicable(metric).unit && (
        <EditorField label={t('editor.unit.label', 'Written in')} width={18}>
          <Combobox<string>
            id={`${id}-unit`}
            value={means.unit ?? SECONDS}
            options={optionsOf(Object.keys(units), (word) => units[word] ?? word, [means.unit ?? SECONDS])}
            onChange={({ value }) => onChange({ unit: value === SECONDS ? undefined : value })}
          />
        </EditorField>
      )}
      {metric && <About metric={metric} included={query.include ?? []} />}
    </EditorRow>
  );
}

/** What a metric means, what dates it and what it leaves out. */
function About({ metric, included }: { readonly metric: Metric; readonly included: readonly string[] }) {
  const left = applicable(metric).include ? metric.includes.filter((word) => !included.includes(word)).map((word) => inSentence(includeName(word))) : [];
  const text = [
    metricAbout(metric),
    // most definitions say so themselves
    ...(/dated by|at the end of each/i.test(metric.about)
      ? []
      : [t('editor.about.dated-by', 'Dated by {{event}}.', { event: metricDatedBy(metric), ...PLAIN })]),
    ...(left.length > 0 ? [t('editor.about.left-out', 'Not counted: {{kinds}}.', { kinds: allOf(left), ...PLAIN })] : []),
  ].join(' ');
  return (
    <div style={{ flex: '1 1 320px', maxWidth: '90ch' }}>
      <Text element="p" variant="bodySmall" weight="medium">
        {t('editor.about.label', 'About')}
      </Text>
      <Text element="p" variant="bodySmall" color="secondary">
        {text}
      </Text>
    </div>
  );
}

function variableOption(value: string): Array<{ value: string; label: string }> {
  return isVariable(value) ? [{ value, label: value }] : [];
}
