import { t } from '@grafana/i18n';
import { RadioButtonGroup } from '@grafana/ui';

import { Choice } from '../choice';
import type { Metric } from '../../shared/catalog/metric';
import { isVariable } from '../../shared/query/variable';
import { applicable } from '../../shared/query/applicable';
import { settle } from '../../shared/query/settle';
import { EditorField } from './layout';
import { unitNames } from '../query/option-names';
import { metricOptions, optionsOf, type PartProps } from './parts';

interface Props extends PartProps {
  readonly metric: Metric | null;
  readonly onMetric: (id: string) => void;
}

/** What a query that names no unit is written in. */
const SECONDS = 'seconds';

/** Which metric, and in which shape, hours and unit it is wanted. */
export function MetricFields({ query, id, metric, onChange, onMetric }: Props) {
  const isRecords = query.kind === 'records';
  const means = metric && settle(query, metric);
  const units: Readonly<Record<string, string>> = unitNames();
  return (
    <>
      <EditorField label={t('editor.metric.label', 'Metric')} width={32}>
        <Choice<string>
          id={`${id}-metric`}
          placeholder={t('editor.metric.placeholder', 'Choose a metric…')}
          value={query.metric || null}
          options={metricOptions()}
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
          <Choice<string>
            id={`${id}-unit`}
            value={means.unit ?? SECONDS}
            options={optionsOf(Object.keys(units), (word) => units[word] ?? word, [means.unit ?? SECONDS])}
            onChange={({ value }) => onChange({ unit: value === SECONDS ? undefined : value })}
          />
        </EditorField>
      )}
    </>
  );
}

function variableOption(value: string): Array<{ value: string; label: string }> {
  return isVariable(value) ? [{ value, label: value }] : [];
}
