import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { traitsOf } from '../../shared/catalog/measures';
import type { Metric } from '../../shared/catalog/metric';
import { dimensionName, eventName, fixedValueName, metricName, statisticName } from '../i18n/catalog-names';
import { allOf, inSentence } from '../i18n/listed';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { applicable } from './applicable';
import { filterPhrase, type ValueName } from './sentence-filters';
import { includeName } from './option-names';
import { type Settled, settled } from './settled';

/** Fixed values by their names, the helpdesk's own by their ids. */
const plainName: ValueName = (dimension, id) => fixedValueName(dimension, id) ?? id;

/** Statistics that a metric's own name says already: its share, its count, its longest. */
const UNSAID: readonly string[] = ['share', 'score', 'count', 'sum', 'max'];

/** What a query means, in one sentence: "Mean time to first response per week, by team, in SLA hours, high priority only." Empty where there is no metric yet. */
export function sentence(query: DataSourceQuery, name: ValueName = plainName): string {
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
  const metric = findMetric(query.metric);
  if (metric === null) {
    return '';
  }
  const means = settled(query, metric);
  if (means.kind === 'records') {
    return finished([
      t('editor.sentence.records', 'The rows behind {{metric}}', { metric: label(metric), ...PLAIN }),
      ...bucket(query, means),
      ...hours(means),
      ...filters,
      ...counted(query, metric, means),
    ]);
  }
  return finished([
    `${head(metric, means)} ${when(means, metric)}`,
    ...groups(means),
    ...hours(means),
    ...filters,
    ...ranked(query, metric, means),
    ...counted(query, metric, means),
    ...analysed(query, means),
  ]);
}

function label(metric: Metric): string {
  return inSentence(metricName(metric.id));
}

/** The statistic and the metric. The context lets a language bend a phrase for one metric. */
function head(metric: Metric, { statistics }: Settled): string {
  const [main, ...more] = statistics;
  const given = { metric: label(metric), context: metric.id, ...PLAIN };
  if (more.length > 0) {
    return t('editor.sentence.statistics', '{{statistics}} of {{metric}}', {
      ...given,
      statistics: allOf(statistics.map((one, i) => (i === 0 ? statisticName(one) : inSentence(statisticName(one))))),
    });
  }
  if (main === metric.statistics[0] && UNSAID.includes(main)) {
    return metricName(metric.id);
  }
  switch (main) {
    case 'mean':
      return t('editor.sentence.mean', 'Mean {{metric}}', given);
    case 'median':
      return t('editor.sentence.median', 'Median {{metric}}', given);
    case 'min':
      return t('editor.sentence.min', 'Minimum {{metric}}', given);
    case 'max':
      return t('editor.sentence.max', 'Maximum {{metric}}', given);
    case 'sum':
      return t('editor.sentence.sum', 'Total {{metric}}', given);
    case 'count':
    case 'n':
      return t('editor.sentence.rows', 'Number of rows behind {{metric}}', given);
    default:
      return t('editor.sentence.statistics', '{{statistics}} of {{metric}}', { ...given, statistics: statisticName(main) });
  }
}

/** "per week", "over time", or the whole. */
function when({ view, frequency }: Settled, { measure }: Metric): string {
  if (view === 'totals') {
    return traitsOf(measure).rows === 'held'
      ? t('editor.sentence.at-the-end', 'at the end of the period')
      : t('editor.sentence.in-total', 'over the whole period');
  }
  switch (frequency) {
    case 'auto':
      return t('editor.sentence.over-time', 'over time');
    case 'hour':
      return t('editor.sentence.per-hour', 'per hour');
    case 'day':
      return t('editor.sentence.per-day', 'per day');
    case 'week':
      return t('editor.sentence.per-week', 'per week');
    case 'month':
      return t('editor.sentence.per-month', 'per month');
    case 'quarter':
      return t('editor.sentence.per-quarter', 'per quarter');
    case 'year':
      return t('editor.sentence.per-year', 'per year');
    default:
      return t('editor.sentence.per', 'per {{frequency}}', { frequency, ...PLAIN });
  }
}

function groups({ groups: dimensions }: Settled): string[] {
  return dimensions.length === 0
    ? []
    : [t('editor.sentence.by', 'by {{dimensions}}', { dimensions: allOf(dimensions.map((id) => inSentence(dimensionName(id)))), ...PLAIN })];
}

function hours({ hours: which }: Settled): string[] {
  return which === 'all'
    ? []
    : which === 'sla'
      ? [t('editor.sentence.sla-hours', 'in SLA hours')]
      : [t('editor.sentence.hours', 'hours: {{hours}}', { hours: which, ...PLAIN })];
}

/** Of records: the one bucket that holds an instant. */
function bucket({ at }: DataSourceQuery, { frequency }: Settled): string[] {
  if (at === undefined || at === null) {
    return [];
  }
  const isInstant = typeof at === 'number' || !Number.isNaN(Date.parse(at));
  const instant = isInstant ? dateTimeFormat(at, frequency === 'hour' || frequency === 'auto' ? {} : { format: 'YYYY-MM-DD' }) : at;
  switch (frequency) {
    case 'hour':
      return [t('editor.sentence.in-hour', 'in the hour of {{instant}}', { instant, ...PLAIN })];
    case 'day':
      return [t('editor.sentence.in-day', 'on the day of {{instant}}', { instant, ...PLAIN })];
    case 'week':
      return [t('editor.sentence.in-week', 'in the week of {{instant}}', { instant, ...PLAIN })];
    case 'month':
      return [t('editor.sentence.in-month', 'in the month of {{instant}}', { instant, ...PLAIN })];
    case 'quarter':
      return [t('editor.sentence.in-quarter', 'in the quarter of {{instant}}', { instant, ...PLAIN })];
    case 'year':
      return [t('editor.sentence.in-year', 'in the year of {{instant}}', { instant, ...PLAIN })];
    default:
      return [t('editor.sentence.in-bucket', 'around {{instant}}', { instant, ...PLAIN })];
  }
}

/** Which groups, in which order. */
function ranked(query: DataSourceQuery, metric: Metric, { groups: dimensions, limit, order, minN }: Settled): string[] {
  if (dimensions.length === 0) {
    return [];
  }
  return [
    ...(limit !== null ? [firstOf(order, limit)] : query.sort ? [inOrder(order)] : []),
    ...(limit !== null && query.other && applicable(metric).other ? [t('editor.sentence.other', 'the rest as “Other”')] : []),
    ...(query.minN !== undefined && Number(minN) !== 0 ? [t('editor.sentence.min-n', 'each of at least {{minN}} rows', { minN, ...PLAIN })] : []),
  ];
}

function firstOf(order: string, limit: number | string): string {
  const given = { limit, ...PLAIN };
  switch (order) {
    case 'value:asc':
      return t('editor.sentence.lowest', 'the {{limit}} lowest', given);
    case 'name:asc':
      return t('editor.sentence.first-by-name', 'the first {{limit}} by name', given);
    case 'name:desc':
      return t('editor.sentence.last-by-name', 'the last {{limit}} by name', given);
    case 'n:desc':
      return t('editor.sentence.most-rows', 'the {{limit}} with the most rows', given);
    case 'n:asc':
      return t('editor.sentence.fewest-rows', 'the {{limit}} with the fewest rows', given);
    default:
      return t('editor.sentence.highest', 'the {{limit}} highest', given);
  }
}

function inOrder(order: string): string {
  switch (order) {
    case 'value:asc':
      return t('editor.sentence.lowest-first', 'lowest first');
    case 'name:asc':
      return t('editor.sentence.by-name', 'by name from A to Z');
    case 'name:desc':
      return t('editor.sentence.by-name-back', 'by name from Z to A');
    case 'n:desc':
      return t('editor.sentence.most-rows-first', 'most rows first');
    case 'n:asc':
      return t('editor.sentence.fewest-rows-first', 'fewest rows first');
    default:
      return t('editor.sentence.highest-first', 'highest first');
  }
}

/** What counts: the metric's own options, where they differ from what it means by itself. */
function counted(query: DataSourceQuery, metric: Metric, { groups: dimensions, ownerAt }: Settled): string[] {
  const can = applicable(metric);
  const phrases: string[] = [];
  if (can.withinMinutes) {
    phrases.push(t('editor.sentence.within', 'due within {{minutes}} minutes', { minutes: query.withinMinutes ?? 30, ...PLAIN }));
  }
  if (
    can.ownerAt &&
    ownerAt !== (metric.defaults.ownerAt ?? 'event') &&
    (dimensions.includes('owner') || query.filters?.some(({ field }) => field === 'owner'))
  ) {
    phrases.push(
      ownerAt === 'current'
        ? t('editor.sentence.owner-current', 'with the current owner')
        : ownerAt === 'created'
          ? t('editor.sentence.owner-created', 'with the owner at creation')
          : t('editor.sentence.owner-event', 'with the owner at that moment')
    );
  }
  if (can.close && query.close === 'first') {
    phrases.push(t('editor.sentence.first-close', 'until the first close'));
  }
  if (can.include && query.include && query.include.length > 0) {
    phrases.push(t('editor.sentence.include', '{{kinds}} counted too', { kinds: allOf(query.include.map((word) => inSentence(includeName(word)))), ...PLAIN }));
  }
  if (can.includeOffline && query.includeOffline) {
    phrases.push(t('editor.sentence.offline', 'offline time counted too'));
  }
  return phrases;
}

/** What is drawn besides. */
function analysed({ compare, trend, anomalies }: DataSourceQuery, { view }: Settled): string[] {
  const phrases: string[] = [];
  if (compare) {
    phrases.push(
      compare === 'previous_year'
        ? t('editor.sentence.previous-year', 'beside the same period last year')
        : compare === 'previous_period'
          ? t('editor.sentence.previous-period', 'beside the previous period')
          : t('editor.sentence.compared', 'beside {{compare}}', { compare, ...PLAIN })
    );
  }
  if (view !== 'totals' && trend) {
    phrases.push(
      trend === 'linear'
        ? t('editor.sentence.linear', 'with a linear trend')
        : trend === 'exponential'
          ? t('editor.sentence.exponential', 'with an exponential trend')
          : trend === 'logarithmic'
            ? t('editor.sentence.logarithmic', 'with a logarithmic trend')
            : trend === 'predictive'
              ? t('editor.sentence.predictive', 'with a forecast')
              : t('editor.sentence.trend', 'with the trend {{trend}}', { trend, ...PLAIN })
    );
  }
  if (view !== 'totals' && anomalies) {
    phrases.push(t('editor.sentence.anomalies', 'with unusual values marked'));
  }
  return phrases;
}

function finished(parts: readonly string[]): string {
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
