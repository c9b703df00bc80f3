import { t } from '@grafana/i18n';

import { findMetric } from '../../../shared/catalog';
import type { Metric } from '../../../shared/catalog/metric';
import { capital } from '../../../shared/formats';
import { recordsOrder } from '../../../shared/query/records-order';
import { settle } from '../../../shared/query/settle';
import { eventName, fixedValueName } from '../../i18n/catalog-names';
import { allOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import type { DataSourceQuery } from '../../types';
import { analysed } from './analysis';
import { filterPhrase, type ValueName } from './filters';
import { groups, ranked } from './groups';
import { head, label } from './head';
import { counted } from './options';
import { scorecard } from './scorecard';
import { bucket, hours, thresholdUnit, when, written } from './time';

/** Fixed values by their names, the helpdesk's own by their ids. */
const plainName: ValueName = (dimension, id) => fixedValueName(dimension, id) ?? id;

/** What a query means, in one sentence: "Mean time to first response per week, by team, in SLA hours, high priority only." Empty where there is no metric yet. */
export function sentence(query: DataSourceQuery, name: ValueName = plainName, isAlerting = false): string {
  const filters = (query.filters ?? []).flatMap((filter) => filterPhrase(filter, name) ?? []);
  if (query.kind === 'events') {
    const kinds = (query.events ?? []).map((kind) => inSentence(eventName(kind)));
    return finished([
      kinds.length > 0
        ? t('editor.sentence.events', 'Events: {{kinds}}', { kinds: allOf(kinds), ...PLAIN })
        : t('editor.sentence.all-events', 'Events of every kind'),
      ...filters,
    ]);
  }
  if (query.kind === 'freshness') {
    return t('editor.sentence.freshness', 'When the helpdesk was last read, how long ago that is, and the newest event in the data.');
  }
  if (query.kind === 'scorecard') {
    const card = scorecard(query);
    return card.length === 0 ? '' : finished([...card, ...filters]);
  }
  const metric = findMetric(query.metric);
  if (metric === null) {
    return '';
  }
  const means = settle(query, metric, { alert: isAlerting });
  if (means.kind === 'records') {
    return finished([
      t('editor.sentence.records', 'The rows behind {{metric}}', { metric: label(metric), ...PLAIN }),
      ...recordsIn(recordsOrder(query, metric), metric),
      ...bucket(means),
      ...hours(means),
      ...written(means, metric),
      ...filters,
      ...counted(metric, means),
    ]);
  }
  return finished([
    `${head(metric, means)} ${when(means, metric)}`,
    ...groups(means),
    ...hours(means),
    ...written(means, metric),
    ...filters,
    ...ranked(query, means),
    ...counted(metric, means),
    ...(isAlerting ? thresholdUnit(means, metric) : analysed(means)),
  ]);
}

function finished(parts: readonly string[]): string {
  const text = parts.join(', ');
  return `${capital(text)}.`;
}

/** In which order rows come, where it is not that of most queries. */
function recordsIn(order: ReturnType<typeof recordsOrder>, { measure: { kind } }: Metric): string[] {
  if (order === 'newest') {
    return [];
  }
  if (kind === 'rating') {
    return [order === 'desc' ? t('editor.sentence.best-rated-first', 'the highest first') : t('editor.sentence.worst-rated-first', 'the lowest first')];
  }
  return [order === 'desc' ? t('editor.sentence.longest-first', 'the longest first') : t('editor.sentence.shortest-first', 'the shortest first')];
}
