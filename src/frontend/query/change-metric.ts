import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { applicable, OPTIONS } from '../../shared/query/applicable';
import type { FaultCode } from '../../shared/query/fault';
import { faultsOf } from '../../shared/query/faults';
import { isVariable } from '../../shared/query/variable';
import { columnName, dimensionName, metricName, statisticName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { type Changes, edited } from './edit';

/** Something that the new metric does not have. */
type Dropped =
  { readonly what: 'statistic' | 'group' | 'filter' | 'column'; readonly id: string } | { readonly what: 'view' | 'hours' | (typeof OPTIONS)[number] };

/** What a query is without, where a metric lacks a word of it. */
const DROPS: Readonly<Partial<Record<FaultCode, (id: string) => Dropped>>> = {
  view: () => ({ what: 'view' }),
  hours: () => ({ what: 'hours' }),
  statistic: (id) => ({ what: 'statistic', id }),
  group: (id) => ({ what: 'group', id }),
  filter_only: (id) => ({ what: 'group', id }),
  column: (id) => ({ what: 'column', id }),
  include: () => ({ what: 'include' }),
  filter: (id) => ({ what: 'filter', id }),
  foreign_filter: (id) => ({ what: 'filter', id }),
};

/** The query with another metric: what still applies is kept, the rest is left out and named. Variables are kept: what they hold is not known here. */
export function changeMetric(query: DataSourceQuery, id: string): { readonly query: DataSourceQuery; readonly dropped: readonly Dropped[] } {
  const metric = findMetric(id);
  if (metric === null) {
    return { query: edited(query, { metric: id }), dropped: [] };
  }
  const can = applicable(metric);
  const faults = faultsOf({ ...query, metric: id }, isVariable);
  const dropped = [
    ...faults.flatMap((fault) => ('value' in fault ? (DROPS[fault.code]?.(fault.value) ?? []) : [])),
    ...OPTIONS.filter((key) => query[key] !== undefined && !can[key]).map((what) => ({ what })),
  ];
  const lacks = (what: Dropped['what'], id?: string) => dropped.some((one) => one.what === what && (id === undefined || ('id' in one && one.id === id)));
  const list = (key: 'statistics' | 'groupBy' | 'columns', what: Dropped['what']) => {
    const given: readonly string[] | undefined = query[key];
    const kept = given?.filter((one) => !lacks(what, one));
    // of a list of which nothing is left, the new metric's own default is the better choice; one that was empty meant it
    return given && given.length > 0 && kept?.length === 0 ? undefined : kept;
  };
  const changes: Changes = {
    metric: id,
    statistics: list('statistics', 'statistic'),
    groupBy: list('groupBy', 'group'),
    columns: list('columns', 'column'),
    filters: query.filters?.filter(({ field }) => !lacks('filter', field)),
    ...Object.fromEntries((['view', 'hours', ...OPTIONS] as const).filter((key) => lacks(key)).map((key) => [key, undefined])),
  };
  return { query: edited(query, changes), dropped };
}

/** What was left out, in a sentence. */
export function droppedSentence(metricId: string, dropped: readonly Dropped[]): string {
  const things = [...new Set(dropped.map(nameOf))].join(', ');
  return t('editor.dropped.sentence', 'Left out, because “{{metric}}” does not have it: {{things}}.', { metric: metricName(metricId), things, ...PLAIN });
}

function nameOf(one: Dropped): string {
  switch (one.what) {
    case 'statistic':
      return statisticName(one.id).toLowerCase();
    case 'group':
      return t('editor.dropped.group', 'by {{dimension}}', { dimension: dimensionName(one.id).toLowerCase(), ...PLAIN });
    case 'filter':
      return t('editor.dropped.filter', 'the filter on {{dimension}}', { dimension: dimensionName(one.id).toLowerCase(), ...PLAIN });
    case 'column':
      return t('editor.dropped.column', 'the column {{column}}', { column: columnName(one.id).toLowerCase(), ...PLAIN });
    case 'view':
      return t('editor.dropped.view', 'this view');
    case 'hours':
      return t('editor.dropped.hours', 'SLA hours');
    case 'ownerAt':
      return t('editor.dropped.owner-at', 'the choice of owner and team');
    case 'close':
      return t('editor.dropped.close', 'the choice of first or last close');
    case 'include':
      return t('editor.dropped.include', 'the kinds of ticket that were counted too');
    case 'withinMinutes':
      return t('editor.dropped.within-minutes', 'the minutes until due');
    case 'includeOffline':
      return t('editor.dropped.include-offline', 'offline time');
    case 'threshold':
      return t('editor.dropped.threshold', 'the threshold');
    case 'bands':
      return t('editor.dropped.bands', 'the bands');
    case 'beyondTarget':
      return t('editor.dropped.beyond-target', 'the distance from the target');
    case 'other':
      return t('editor.dropped.other', 'the rest as “Other”');
  }
}
