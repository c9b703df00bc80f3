import { t } from '@grafana/i18n';
import { Switch } from '@grafana/ui';

import { Choice } from '../choice';
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
  const isOverTime = settle(query, metric).view !== 'totals';
  return (
    <>
      <EditorField label={t('editor.compare.label', 'Compare with')} width={24}>
        <OneOrNone id={`${id}-compare`} value={query.compare} names={compareNames()} onChange={(compare) => onChange({ compare })} />
      </EditorField>
      {isOverTime && (
        <>
          <EditorField label={t('editor.trend.label', 'Trend')} width={18}>
            <OneOrNone id={`${id}-trend`} value={query.trend} names={trendNames()} onChange={(trend) => onChange({ trend })} />
          </EditorField>
          <EditorField label={t('editor.anomalies.label', 'Anomalies')}>
            <Switch id={`${id}-anomalies`} value={query.anomalies ?? false} onChange={(event) => onChange({ anomalies: event.currentTarget.checked })} />
          </EditorField>
          <EditorField label={t('editor.drawn.label', 'Unfinished or of few rows')} width={24}>
            <OneOrNone id={`${id}-drawn`} value={query.drawn} names={drawnNames()} onChange={(drawn) => onChange({ drawn })} />
          </EditorField>
        </>
      )}
    </>
  );
}

interface OneOrNoneProps {
  /** Given on by the field around it, so that its label names the drop-down. */
  readonly id: string;
  readonly value: string | null | undefined;
  /** What the words are called, "none" too. */
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: (word: string | null) => void;
}

/** One word of some, or none. */
function OneOrNone({ id, value, names, onChange }: OneOrNoneProps) {
  const shown = value ?? 'none';
  return (
    <Choice<string>
      id={id}
      value={shown}
      options={optionsOf(Object.keys(names), (word) => names[word] ?? word, [shown])}
      onChange={(option) => onChange(option.value === 'none' ? null : option.value)}
    />
  );
}
