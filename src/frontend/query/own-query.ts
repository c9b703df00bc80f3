import { ENVELOPE } from '../../shared/envelope';
import type { DataSourceQuery } from '../types';

/** One of these is in every query of ours. */
const MARKS = ['metric', 'metrics', 'kind', 'events'];

/** What a panel begins with, marked: in a mixed panel Grafana puts it under what another data source's query held, and nothing else tells the two apart. */
export const FIRST_QUERY: Partial<DataSourceQuery> = { metric: 'time_to_first_response', view: 'over_time', unit: 'auto', untouched: true };

/** Whether a query, or an annotation's target, was written for this data source. */
export function isOurs(query: Partial<DataSourceQuery>): boolean {
  return !query.untouched && MARKS.some((key) => key in query);
}

/**
 * The query without what another data source left in it when a panel was switched to ours. One that is ours stays the same object,
 * with its misspelt keys: the backend names them.
 */
export function ownQuery(query: DataSourceQuery): DataSourceQuery {
  if (isOurs(query) || Object.keys(query).every((key) => key !== 'untouched' && ENVELOPE.includes(key))) {
    return query;
  }
  const first = query.untouched ? FIRST_QUERY : {};
  return Object.fromEntries(
    Object.entries({ ...query, ...first }).filter(([key]) => key !== 'untouched' && (key in first || ENVELOPE.includes(key)))
  ) as unknown as DataSourceQuery;
}
