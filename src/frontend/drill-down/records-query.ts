import type { Frequency } from '../../shared/words';
import type { DataSourceQuery, QueryFilter } from '../types';

/** What decides which rows a metric has; the rest of a query is about how they are counted and shown. */
const KEPT = ['metric', 'view', 'hours', 'ownerAt', 'close', 'include', 'includeOffline', 'withinMinutes', 'asOf', 'timeZone', 'weekStart'] as const;

/** The rows behind one number: the query's own conditions, its group's, and its bucket (an instant in it, epoch ms) where it has one. */
export function recordsQuery(
  query: DataSourceQuery,
  group: readonly QueryFilter[],
  bucket: { readonly at: number; readonly frequency: Frequency } | null
): DataSourceQuery {
  const kept = Object.fromEntries(KEPT.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])));
  return { metric: query.metric, ...kept, refId: 'A', kind: 'records', groupBy: [], filters: [...(query.filters ?? []), ...group], ...bucket };
}
