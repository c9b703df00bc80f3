import { ENVELOPE } from '../../shared/envelope';
import type { HelpdeskQuery } from '../../shared/query';
import { QUERY_DEFAULTS } from '../../shared/query/defaults';
import type { DataSourceQuery } from '../types';

/** New values of a query's keys; undefined takes a key away. A word may be a variable, so any text may stand for one. */
export type Changes = Readonly<Partial<Record<keyof HelpdeskQuery, unknown>>>;

/** What only makes a query longer where it is written out. A view is written: once somebody chose it, no other metric's or alert rule's replaces it. */
const { view: _, ...UNSAID }: Readonly<Record<string, unknown>> = QUERY_DEFAULTS;

/** The query with some keys changed; a key set to its default is left out. */
export function edited(query: DataSourceQuery, changes: Changes): DataSourceQuery {
  const kept = Object.entries({ ...query, ...changes }).filter(([key, value]) => value !== undefined && !(key in changes && isDefault(key, value)));
  // what a variable holds is not known here: the backend checks every word and names a wrong one
  return Object.fromEntries(kept) as unknown as DataSourceQuery;
}

/** Another query in the same envelope. */
export function replaced(query: DataSourceQuery, own: Changes): DataSourceQuery {
  return { ...Object.fromEntries(Object.entries(query).filter(([key]) => ENVELOPE.includes(key))), ...own } as unknown as DataSourceQuery;
}

/** The next query for an editor that lays it over the one before, as Grafana's of alert rules does: keys that are gone are undefined. */
export function overlaying(before: DataSourceQuery, next: DataSourceQuery): DataSourceQuery {
  return { ...Object.fromEntries(Object.keys(before).map((key) => [key, undefined])), ...next };
}

/** The query's own keys, misspelt ones too, without Grafana's envelope. */
export function ownKeys(query: DataSourceQuery): Changes {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !ENVELOPE.includes(key)));
}

/** Whether a key says what goes without saying. */
export function isDefault(key: string, value: unknown): boolean {
  return key in UNSAID && JSON.stringify(UNSAID[key]) === JSON.stringify(value);
}
