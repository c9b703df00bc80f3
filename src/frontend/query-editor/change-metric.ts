import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { isVariable } from '../../shared/query/variable';
import { columnName, dimensionName, metricName, statisticName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { applicable } from './applicable';
import { type Changes, edited } from './edit';

/** Something that the new metric does not have. */
export type Dropped =
  | { readonly what: 'statistic' | 'group' | 'filter' | 'column'; readonly id: string }
  | { readonly what: 'view' | 'hours' | 'ownerAt' | 'close' | 'include' | 'withinMinutes' | 'includeOffline' | 'other' };

/** The query with another metric: what still applies is kept, the rest is left out and named. Variables are kept: what they hold is not known here. */
export function changeMetric(query: DataSourceQuery, id: string): { readonly query: DataSourceQuery; readonly dropped: readonly Dropped[] } {
  const metric = findMetric(id);
  if (metric === null) {
    return { query: edited(query, { metric: id }), dropped: [] };
  }
  const dropped: Dropped[] = [];
  const changes: Record<string, unknown> = { metric: id };
  const list = (key: 'statistics' | 'groupBy' | 'columns', what: 'statistic' | 'group' | 'column', had: readonly string[]) => {
    const given: readonly string[] | undefined = query[key];
    const kept = given?.filter((one) => had.includes(one) || isVariable(one));
    given?.filter((one) => !kept?.includes(one)).forEach((one) => dropped.push({ what, id: one }));
    // of a list of which nothing is left, the new metric's own default is the better choice; one that was empty meant it
    changes[key] = given && given.length > 0 && kept?.length === 0 ? undefined : kept;
  };
  const can = applicable(metric);
  word('view', metric.views);
  word('hours', metric.hours);
  list('statistics', 'statistic', metric.statistics);
  list('groupBy', 'group', can.groups);
  list('columns', 'column', can.columns);
  const filters = query.filters?.filter(({ field }) => (can.filters as readonly string[]).includes(field) || isVariable(field));
  query.filters?.filter((filter) => !filters?.includes(filter)).forEach(({ field }) => dropped.push({ what: 'filter', id: field }));
  changes.filters = filters;
  for (const key of ['ownerAt', 'close', 'include', 'withinMinutes', 'includeOffline', 'other'] as const) {
    if (query[key] !== undefined && !can[key]) {
      changes[key] = undefined;
      dropped.push({ what: key });
    }
  }
  return { query: edited(query, changes as Changes), dropped };

  function word(key: 'view' | 'hours', had: readonly string[]): void {
    const given = query[key];
    if (given !== undefined && !had.includes(given) && !isVariable(given)) {
      changes[key] = undefined;
      dropped.push({ what: key });
    }
  }
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
      return t('editor.dropped.owner-at', 'the choice of owner');
    case 'close':
      return t('editor.dropped.close', 'the choice of first or last close');
    case 'include':
      return t('editor.dropped.include', 'the kinds of ticket that were counted too');
    case 'withinMinutes':
      return t('editor.dropped.within-minutes', 'the minutes until due');
    case 'includeOffline':
      return t('editor.dropped.include-offline', 'offline time');
    case 'other':
      return t('editor.dropped.other', 'the rest as “Other”');
  }
}
