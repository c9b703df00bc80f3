import type { HelpdeskQuery } from '../../shared/query';
import type { Frequency } from '../../shared/words';
import type { DataSourceQuery, QueryFilter } from '../types';

/** Whether a part of a query decides which rows a metric has; the rest is about how they are counted and shown, or is said anew of rows. */
const DECIDES: Readonly<Record<keyof HelpdeskQuery, boolean>> = {
  version: false,
  kind: false,
  metric: true,
  metrics: false,
  view: true,
  hours: true,
  statistics: false,
  frequency: false,
  groupBy: false,
  filters: true,
  columns: false,
  events: false,
  sort: false,
  limit: false,
  other: false,
  minN: false,
  withinMinutes: true,
  threshold: false,
  beyondTarget: false,
  bands: true,
  // rows are written as the number behind which they stand
  unit: true,
  ownerAt: true,
  close: true,
  include: true,
  at: false,
  asOf: true,
  includeOffline: true,
  compare: false,
  trend: false,
  anomalies: false,
  drawn: false,
  timeZone: true,
  weekStart: true,
  locale: false,
};
const KEPT = (Object.keys(DECIDES) as Array<keyof HelpdeskQuery>).filter((key) => DECIDES[key]);

/** The rows behind one number: the query's own conditions, its group's, and its bucket (an instant in it, epoch ms) where it has one. */
export function recordsQuery(
  query: DataSourceQuery,
  group: readonly QueryFilter[],
  bucket: { readonly at: number; readonly frequency: Frequency } | null
): DataSourceQuery {
  const kept = Object.fromEntries(KEPT.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])));
  return { metric: query.metric, ...kept, refId: 'A', kind: 'records', groupBy: [], filters: [...(query.filters ?? []), ...group], ...bucket };
}
