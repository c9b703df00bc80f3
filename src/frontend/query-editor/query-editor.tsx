import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, Text } from '@grafana/ui';
import { useEffect, useId, useRef, useState } from 'react';

import { findMetric } from '../../shared/catalog';
import { isVariable } from '../../shared/query/variable';
import { applicable, OPTIONS } from '../../shared/query/applicable';
import { WITHOUT_METRIC } from '../../shared/words';
import { EventsEditor } from '../annotations/events-editor';
import { DataLine } from '../data-status/data-line';
import { useCustomFields } from '../filters/custom-fields';
import { PLAIN } from '../i18n/plain';
import { ownQuery } from '../query/own-query';
import type { DataSourceQuery, DataSourceSettings, LookupSource } from '../types';
import { About } from './about';
import { AnalysisFields } from './analysis-fields';
import { sharedFilters } from '../query/change-kind';
import { changeMetric, droppedSentence } from '../query/change-metric';
import { CountingFields } from './counting-fields';
import { type Changes, edited, isDefault, overlaying } from '../query/edit';
import { FiltersRow } from './filters-row';
import { GroupingFields } from './grouping-fields';
import { JsonRow } from './json-row';
import { EditorRow, EditorRows } from './layout';
import { Meaning } from './meaning';
import { MetricFields } from './metric-fields';
import { LimitFields, SortField } from './order-fields';
import { hints } from '../query/hints';
import { noRows } from '../query/no-rows';
import { problems } from '../query/problems';
import { quickAnswer } from '../query/quick-answers';
import { RecordsFields } from './records-fields';
import { sentence } from '../query/sentence/sentence';
import { ScorecardFields } from './scorecard-fields';
import { StartRow } from './start-row';
import { useValueNames } from './value-names';

type Props = QueryEditorProps<LookupSource, DataSourceQuery, DataSourceSettings>;

/** A panel's query: a question with a ready answer, or a metric with its options; above it what the query means in one sentence. */
export function QueryEditor(props: Props) {
  const { app, datasource, onChange, onRunQuery } = props;
  const query = ownQuery(props.query);
  const isAlerting = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
  // two panes of Explore may both have a query A
  const prefix = useId();
  const [isJson, setJson] = useState(false);
  const [dropped, setDropped] = useState('');
  const [isOpen, setOpen] = useState(() => hasOptions(query));
  const isFirst = useRef(true);
  useEffect(() => {
    // a query that is saved untouched is right too; once: not every caller of an editor lets keys be taken away
    if (isFirst.current && query !== props.query) {
      onChange(query);
    }
    isFirst.current = false;
  });
  const customFields = useCustomFields(datasource);
  const nameOf = useValueNames(datasource, query.filters ?? []);
  const found = problems(query, isAlerting);
  const apply = (next: DataSourceQuery, note = '') => {
    setDropped(note);
    onChange(isAlerting ? overlaying(query, next) : next);
    if (problems(next, isAlerting).length === 0) {
      onRunQuery();
    }
  };
  const metric = WITHOUT_METRIC.some((kind) => kind === query.kind) ? null : findMetric(query.metric);
  const ownFields = metric && applicable(metric).customFields ? customFields : [];
  const part = { query, customFields: ownFields, id: `helpdesk-${prefix}`, isAlerting, onChange: (changes: Changes) => apply(edited(query, changes)) };
  const pickMetric = (id: string) => {
    const changed = changeMetric(query, id);
    // an alert rule wants one number a group
    apply(
      isAlerting && query.view === undefined ? edited(changed.query, { view: 'totals' }) : changed.query,
      changed.dropped.length > 0 ? droppedSentence(id, changed.dropped) : ''
    );
  };
  const meaning = sentence(query, nameOf, isAlerting);
  return (
    <EditorRows>
      <Meaning
        sentence={meaning}
        problems={isJson ? [] : [...found, ...hints(query, props.range ?? props.data?.timeRange, isAlerting), ...noRows(query, props.data, nameOf)]}
      />
      <StartRow {...part} isJson={isJson} onJson={setJson} onQuestion={(id) => apply(quickAnswer(query, id, isAlerting))} />
      {dropped && <Alert severity="info" title={dropped} onRemove={() => setDropped('')} bottomSpacing={0} />}
      {isJson ? (
        <EditorRow>
          <div style={{ flex: 1 }}>
            <JsonRow {...part} source={datasource} onQuery={apply} />
          </div>
        </EditorRow>
      ) : query.kind === 'events' ? (
        <EditorRow>
          <EventsEditor {...props} onChange={(next) => apply({ ...next, metric: query.metric })} />
        </EditorRow>
      ) : query.kind === 'freshness' ? null : query.kind === 'scorecard' ? (
        <>
          <ScorecardFields {...part} />
          <FiltersRow {...part} lookup={datasource} dimensions={sharedFilters(query)} />
        </>
      ) : (
        <>
          <EditorRow>
            <MetricFields {...part} metric={metric} onMetric={pickMetric} />
            {metric && (query.kind === 'records' ? <RecordsFields {...part} metric={metric} /> : <GroupingFields {...part} metric={metric} />)}
            {metric && query.kind !== 'records' && <SortField {...part} metric={metric} />}
            {metric && <About metric={metric} included={query.include ?? []} />}
          </EditorRow>
          {isVariable(query.metric) && (
            <Text element="p" color="secondary">
              {t('editor.metric.variable', 'The metric is what {{variable}} holds: the rest of this query can be edited as JSON.', {
                variable: query.metric,
                ...PLAIN,
              })}
            </Text>
          )}
          {metric && (
            <>
              <FiltersRow {...part} lookup={datasource} dimensions={[...applicable(metric).filters, ...ownFields]}>
                <Button
                  variant="secondary"
                  fill="text"
                  size="sm"
                  icon={isOpen ? 'angle-down' : 'angle-right'}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(!isOpen)}
                >
                  {t('editor.options.label', 'More options')}
                </Button>
              </FiltersRow>
              {isOpen && (
                <EditorRow label={t('editor.options.label', 'More options')}>
                  {query.kind !== 'records' && <LimitFields {...part} metric={metric} />}
                  {query.kind !== 'records' && <AnalysisFields {...part} metric={metric} />}
                  <CountingFields {...part} metric={metric} />
                </EditorRow>
              )}
            </>
          )}
        </>
      )}
      <DataLine source={datasource} onRefreshed={onRunQuery} />
    </EditorRows>
  );
}

/** What is set under "More options". */
const HIDDEN = ['limit', 'minN', 'compare', 'trend', 'anomalies', 'drawn', ...OPTIONS] as const;

/** Whether something is set that would be out of sight while the options are closed. */
function hasOptions(query: DataSourceQuery): boolean {
  return HIDDEN.some((key) => query[key] !== undefined && query[key] !== null && !isDefault(key, query[key]));
}
