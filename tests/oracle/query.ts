import type { PlainAttribute } from './plain-attributes';

/** What the oracle is asked and what it answers. */

export type Frequency = '15m' | '30m' | 'hour' | '2h' | '4h' | '6h' | '12h' | 'day' | 'week' | 'month' | 'quarter' | 'year';
export type WeekStart = 'monday' | 'sunday' | 'saturday';
export type Statistic =
  | 'mean'
  | 'median'
  | 'p75'
  | 'p90'
  | 'p95'
  | 'p99'
  | 'min'
  | 'max'
  | 'sum'
  | 'count'
  | 'share'
  | 'score'
  | 'n'
  | 'hits'
  | 'within'
  | 'tickets'
  | 'customers'
  | 'authors';
export type Operator = 'in' | 'not_in' | 'equals' | 'not_equals' | 'contains' | 'is_empty' | 'is_not_empty' | 'between';
export type Include = 'spam' | 'deleted' | 'merged' | 'test' | 'imported' | 'agent_created';
export type OwnerAt = 'event' | 'current' | 'created';
/** A dimension’s word. */
export type Dimension =
  | PlainAttribute
  | 'ticket'
  | 'owner'
  | 'author'
  | 'agent'
  | 'team'
  | 'customer'
  | 'organization'
  | 'channel'
  | 'pipeline'
  | 'stage'
  | 'priority'
  | 'tag'
  | 'status'
  | 'availability'
  | 'direction'
  | 'hour_of_day'
  | 'weekday'
  | 'rating'
  | 'scale'
  | 'scale_half'
  | 'survey_form'
  | 'in_hours'
  | 'clock'
  | 'calendar'
  | 'policy'
  | 'closed_by'
  | 'closed_by_kind'
  | 'asked_in_hours'
  | 'ended_by'
  | 'activity'
  | 'duration_band'
  | `attribute.${string}`;

/** One filter; several are ANDed. */
export interface Filter {
  readonly field: Dimension;
  readonly op: Operator;
  readonly values: readonly string[];
}

/** A query with every default filled in, so that nothing depends on the catalogue's defaults. */
export interface OracleQuery {
  readonly metric: string;
  readonly view: 'over_time' | 'totals';
  readonly hours: 'all' | 'sla';
  /** The first is the main one: ranking goes by it. */
  readonly statistics: readonly Statistic[];
  readonly frequency: Frequency;
  readonly groupBy: readonly Dimension[];
  readonly filters: readonly Filter[];
  readonly sort: { readonly by: 'value' | 'name' | 'n'; readonly direction: 'asc' | 'desc' } | null;
  readonly limit: number | null;
  readonly other: boolean;
  readonly minN: number;
  readonly ownerAt: OwnerAt;
  readonly close: 'last' | 'first';
  readonly include: readonly Include[];
  readonly asOf: number | null;
  readonly includeOffline: boolean;
  readonly withinMinutes: number;
  /** Of the statistic `within`, such as "8h"; null = none. */
  readonly threshold: string | null;
  /** The edges of `duration_band`, ascending; null = the usual ones. */
  readonly bands: readonly string[] | null;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

/** The dashboard's range: `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The ids of a series, one a group-by; null = none. */
export type Key = ReadonlyArray<string | null>;
/** The key of "Other" in every position. */
export const OTHER = '(other)';

export interface Point {
  readonly bucketStart: number;
  readonly values: Readonly<Record<string, number | null>>;
  readonly n: number;
}
export interface Series {
  readonly key: Key;
  readonly points: readonly Point[];
}
export interface TotalRow {
  readonly key: Key;
  readonly values: Readonly<Record<string, number | null>>;
  readonly n: number;
}
/** How many rows of the shown groups had no value; each once, however many groups it stands in. */
interface Lacking {
  readonly without: number;
}
/** Over time: series, all with the same buckets, whose edges number one more. */
export interface OverTime extends Lacking {
  readonly series: readonly Series[];
  readonly edges: readonly number[];
}
export interface Totals extends Lacking {
  readonly rows: readonly TotalRow[];
}
/** An answer, of the oracle as of the backend. */
export type OracleShape = OverTime | Totals;

/** Whether an answer is one over time. */
export function isOverTime(shape: OracleShape): shape is OverTime {
  return 'series' in shape;
}

/** The plain query that a test varies. */
export function query(metric: string, given: Partial<OracleQuery> = {}): OracleQuery {
  return {
    metric,
    view: 'totals',
    hours: 'all',
    statistics: ['n'],
    frequency: 'day',
    groupBy: [],
    filters: [],
    sort: null,
    limit: null,
    other: false,
    minN: 0,
    ownerAt: 'event',
    close: 'last',
    include: [],
    asOf: null,
    includeOffline: false,
    withinMinutes: 30,
    threshold: null,
    bands: null,
    timeZone: 'UTC',
    weekStart: 'monday',
    ...given,
  };
}

/** The query as the plugin's JSON, every default spelt out; what is null is left out, but for `limit` and `asOf`. */
export function queryJson(asked: OracleQuery): Record<string, unknown> {
  const { sort, threshold, bands, ...rest } = asked;
  const given = Object.entries({ sort, threshold, bands }).filter(([, value]) => value !== null);
  return { version: 1, kind: 'metric', ...rest, ...Object.fromEntries(given) };
}
