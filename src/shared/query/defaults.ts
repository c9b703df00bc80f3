import { DEFAULT_BANDS } from '../catalog/bands';

/**
 * What a query means where it says nothing. Plain data: the editor reads it too, and its bundle holds no schema library. What depends on
 * the metric is settled in settle.ts.
 */
export const QUERY_DEFAULTS = {
  kind: 'metric',
  view: 'over_time',
  hours: 'all',
  frequency: 'auto',
  filters: [],
  columns: [],
  events: [],
  other: false,
  withinMinutes: 30,
  threshold: null,
  beyondTarget: false,
  bands: DEFAULT_BANDS,
  unit: null,
  close: 'last',
  include: [],
  at: null,
  asOf: null,
  includeOffline: false,
  compare: null,
  trend: null,
  anomalies: false,
  drawn: null,
} as const;

/** What a filter means where it says nothing. */
export const FILTER_DEFAULTS = { op: 'in', values: [], origin: 'query' } as const;

/** What an order of groups means where it says nothing, and the order of groups where a query asks for none. */
export const SORT_DEFAULTS = { by: 'value', direction: 'desc' } as const;

/** Rows of records, and events of one kind, where the query sets no limit. */
export const RECORDS_LIMIT = 1_000;
export const EVENTS_LIMIT = 1_000;
