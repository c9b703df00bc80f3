import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { traitsOf } from '../../shared/catalog/measures';
import { settle } from '../../shared/query/settle';
import type { DataSourceQuery } from '../types';

/** What a period must last for most events of a helpdesk to be in it, in milliseconds. */
const DAY = 86_400_000;

/** What a query that can be answered will hardly show in this range, in sentences that say what to do. */
export function hints(query: DataSourceQuery, range: TimeRange | undefined, isAlerting: boolean, now = Date.now()): string[] {
  const metric = findMetric(query.metric);
  if (metric === null || range === undefined) {
    return [];
  }
  const { kind, view, trend } = settle(query, metric, { alert: isAlerting });
  if (kind !== 'metric') {
    return [];
  }
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const foresees = !isAlerting && trend === 'predictive' && view === 'over_time';
  // what stands at an instant needs no period
  const isDated = traitsOf(metric.measure).rows !== 'held';
  return [
    ...(foresees && to <= now + DAY
      ? [
          t(
            'editor.hint.future',
            'A predictive trend needs a range that ends in the future, such as now-90d to now+14d: in this one there is nothing to predict.'
          ),
        ]
      : []),
    ...(isAlerting && isDated && to - from < DAY
      ? [
          t(
            'editor.hint.short-range',
            'This rule looks at less than a day, in which few tickets have anything to count: choose a longer time range under Options, such as now-7d to now.'
          ),
        ]
      : []),
  ];
}
