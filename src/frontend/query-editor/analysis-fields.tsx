import { t } from '@grafana/i18n';
import { Combobox, Switch } from '@grafana/ui';

import type { Metric } from '../../shared/catalog/metric';
import { settle } from '../../shared/query/settle';
import { EditorField } from './layout';
import { compareNames, drawnNames, trendNames } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

/** What is shown beside the numbers: an earlier period, a trend, what was unusual. Alert rules have none of it. */
export function AnalysisFields({ query, id, metric, isAlerting, onChange }: PartProps & { readonly metric: Metric }) {
  if (isAlerting) {
    return null;
  }
  const [compare, trend, drawn] = [query.compare ?? 'none', query.trend ?? 'none', query.drawn ?? 'none'];
  const [compares, trends, draws] = [compareNames(), trendNames(), drawnNames()];
  const isOverTime = settle(query, metric).view !== 'totals';
  const chosen = (value: string) => (value === 'none' ? null : value);
  return (
    <>
      <EditorField label={t('editor.compare.label', 'Compare with')} width={24}>
        <Combobox<string>
          id={`${id}-compare`}
          value={compare}
          options={optionsOf(Object.keys(compares), (word) => compares[word] ?? word, [compare])}
          onChange={({ value }) => onChange({ compare: chosen(value) })}
        />
      </EditorField>
      {isOverTime && (
        <>
          <EditorField label={t('editor.trend.label', 'Trend')} width={18}>
            <Combobox<string>
              id={`${id}-trend`}
              value={trend}
              options={optionsOf(Object.keys(trends), (word) => trends[word] ?? word, [trend])}
              onChange={({ value }) => onChange({ trend: chosen(value) })}
            />
          </EditorField>
          <EditorField label={t('editor.anomalies.label', 'Anomalies')}>
            <Switch id={`${id}-anomalies`} value={query.anomalies ?? false} onChange={(event) => onChange({ anomalies: event.currentTarget.checked })} />
          </EditorField>
          <EditorField label={t('editor.drawn.label', 'Unfinished or of few rows')} width={24}>
            <Combobox<string>
              id={`${id}-drawn`}
              value={drawn}
              options={optionsOf(Object.keys(draws), (word) => draws[word] ?? word, [drawn])}
              onChange={({ value }) => onChange({ drawn: chosen(value) })}
            />
          </EditorField>
        </>
      )}
    </>
  );
}
