import { bucketCount, bucketEdges, type BucketFrequency, autoFrequency, MOST_BUCKETS } from '../calendar/buckets';
import { reach } from '../calendar/comparison';
import { YEAR } from '../calendar/units';
import { isTimeZone, nearestTimeZone, readZone } from '../calendar/zone';
import { atOnce } from '../turns';
import { dimensionOf } from '../../shared/catalog/dimensions';
import { EXCLUSIONS } from '../../shared/catalog/facts';
import { dimensionColumn, isManyValued } from '../../shared/catalog/metric-dimensions';
import { traitsOf } from '../../shared/catalog/measures';
import type { DimensionColumn, Metric } from '../../shared/catalog/metric';
import { quoted } from '../../shared/echo';
import { type Filter, type ParsedQuery, QueryError } from '../../shared/query';
import { isRanked, settle, type Settled } from '../../shared/query/settle';
import type { DimensionId, Statistic, WeekStart } from '../../shared/words';
import { type Notice, validate } from './validate';

/** What a request knows besides the query. Instants are epoch milliseconds. */
export interface RequestContext {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
  /** The data source's, where the query brings none. */
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  /** The share of a scale from which a rating is positive, by scale id. */
  readonly topBox: Readonly<Record<string, number>>;
  /** The id of the settings' default calendar. */
  readonly defaultCalendar: string | null;
  /** A rule reads the answer: no limit cuts it but one that its query sets. */
  readonly alert: boolean;
}

/** A dimension to group by, and where its keys are. */
export interface Group {
  readonly dimension: DimensionId;
  readonly column: DimensionColumn;
}

/** A query with every default settled. */
export interface Plan {
  readonly query: ParsedQuery;
  readonly metric: Metric;
  readonly fromMs: number;
  readonly toMs: number;
  readonly asOfMs: number;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  /** The main one first. */
  readonly statistics: readonly Statistic[];
  readonly frequency: BucketFrequency | null;
  /** n + 1 edges of the buckets over time; null for totals. */
  readonly edges: Float64Array | null;
  /** Which owner and team a row has. */
  readonly ownerAt: Settled['ownerAt'];
  readonly groups: readonly Group[];
  readonly filters: ReadonlyArray<Filter & { readonly column: DimensionColumn }>;
  /** Bits of rows to leave out. */
  readonly excluded: number;
  readonly rank: Ranking | null;
  readonly topBox: Readonly<Record<string, number>>;
  readonly defaultCalendar: string | null;
  readonly notices: readonly Notice[];
}

/** What is known of the store that a plan is asked of: by it less is read. */
export interface Known {
  /** Nothing in the store lies after asOf, so what the store has settled holds. */
  readonly isSettled: boolean;
  /** The store may have rows that the metric leaves out as `skewed`. */
  readonly hasSkewed: boolean;
}

/** Where nothing is known of the store. */
export const UNKNOWN: Known = { isSettled: false, hasSkewed: true };

/** A plan, and what is known of the store that it is asked of. */
export interface AskedPlan extends Plan, Known {}

/** Which groups are shown, in which order. */
export interface Ranking {
  readonly by: 'value' | 'name' | 'n';
  readonly descending: boolean;
  readonly limit: number | null;
  readonly minN: number;
  readonly other: boolean;
}

/** Settles a query for one request, at once. Throws a QueryError. */
export function plan(parsed: ParsedQuery, context: RequestContext): Plan {
  return atOnce(planning(parsed, context));
}

/** Settles a query for one request, by work that yields between its pieces: a zone that was never asked about far years takes long to read. Throws a QueryError. */
export function* planning(parsed: ParsedQuery, context: RequestContext): Generator<void, Plan> {
  const { query, metric, filters, notices } = validate(parsed);
  const { fromMs, toMs } = context;
  if (!(fromMs < toMs)) {
    throw new QueryError('The time range is empty: its end is not after its start.');
  }
  const timeZone = query.timeZone ?? context.timeZone;
  if (!isTimeZone(timeZone)) {
    const near = nearestTimeZone(timeZone);
    throw new QueryError(`${quoted(timeZone)} is not a time zone.${near ? ` Did you mean "${near}"?` : ' Use an IANA name such as Europe/Amsterdam.'}`);
  }
  const weekStart = query.weekStart ?? context.weekStart;
  const means = settle(query, metric, context);
  const groups = means.groupBy.map((dimension) => ({ dimension, column: namedColumn(metric, dimension, means) }));
  const frequency = query.kind === 'metric' && query.view === 'over_time' ? (query.frequency === 'auto' ? autoFrequency(fromMs, toMs) : query.frequency) : null;
  if (frequency && bucketCount(fromMs, toMs, frequency) > MOST_BUCKETS) {
    throw new QueryError(`The range has more than ${MOST_BUCKETS.toLocaleString('en')} buckets by ${frequency}: choose a longer frequency or a shorter range.`);
  }
  // only now: what is refused is not worth reading a zone for
  const reached = reach(context);
  yield* readZone(timeZone, reached.fromMs, reached.toMs);
  return {
    query,
    metric,
    ...oneBucket(query, { fromMs, toMs, timeZone, weekStart }),
    timeZone,
    weekStart,
    ownerAt: means.ownerAt,
    groups,
    frequency,
    asOfMs: query.asOf ?? context.nowMs,
    statistics: means.statistics,
    edges: frequency && bucketEdges({ fromMs, toMs, frequency, timeZone, weekStart }),
    filters: filters.map((filter) => ({ ...filter, column: namedColumn(metric, filter.field, means) })),
    excluded: metric.includes.reduce((bits, word) => (query.include.includes(word) ? bits : bits | EXCLUSIONS[word]), 0),
    rank: isRanked(means, query) ? ranking(means) : null,
    topBox: context.topBox,
    defaultCalendar: context.defaultCalendar,
    notices: [...notices, ...manyValued(metric, groups), ...withoutCalendar(metric, filters, context)],
  };
}

/** The plan by another frequency. */
export function planBy(plan: Plan, frequency: BucketFrequency): Plan {
  return { ...plan, frequency, edges: bucketEdges({ ...plan, frequency }) };
}

/** The range; of records `at` an instant the bucket that holds it, as far as it lies in the range. */
function oneBucket(
  { kind, at, frequency }: ParsedQuery,
  range: { fromMs: number; toMs: number; timeZone: string; weekStart: WeekStart }
): { fromMs: number; toMs: number } {
  const { fromMs, toMs } = range;
  if (kind !== 'records' || at === null) {
    return { fromMs, toMs };
  }
  // no bucket is longer than a year: one of a far instant is not worth reading its zone for
  const isNear = at > fromMs - 2 * YEAR && at < toMs + 2 * YEAR;
  const [start, end] = isNear
    ? bucketEdges({ ...range, fromMs: at, toMs: at + 1, frequency: frequency === 'auto' ? autoFrequency(fromMs, toMs) : frequency })
    : [at, at];
  const inside = { fromMs: Math.max(fromMs, start), toMs: Math.min(toMs, end) };
  if (inside.fromMs >= inside.toMs) {
    throw new QueryError(`"at" is ${new Date(at).toISOString()}, which lies outside the time range.`);
  }
  return inside;
}

/** Where the metric's fact holds a dimension, undefined where it does not; the owner's and the team's columns depend on which owner is asked for. */
export function columnOf(metric: Metric, dimension: DimensionId, { ownerAt }: Pick<Settled, 'ownerAt'>): DimensionColumn | undefined {
  const column = dimensionColumn(metric, dimension);
  const isHeld = dimension === 'owner' || (dimension === 'team' && !column?.bridge);
  return column && isHeld && ownerAt !== 'event' ? { column: `${ownerAt}_${dimension}_ix` } : column;
}

/** The same of what a query names. */
function namedColumn(metric: Metric, dimension: DimensionId, settled: Settled): DimensionColumn {
  const column = columnOf(metric, dimension, settled);
  if (!column) {
    throw new QueryError(`"${metric.id}" has no dimension "${dimension}".`);
  }
  return column;
}

function ranking({ sort, limit, minN, other }: Settled): Ranking {
  return { by: sort.by, descending: sort.direction === 'desc', limit, minN, other };
}

/**
 * Whether the range holds a bucket whole; `edges` are the plan's. Grafana ends "yesterday" at 23:59:59.999: the millisecond that is missing
 * makes no bucket a part.
 */
export function isWholeIn({ fromMs, toMs }: Pick<Plan, 'fromMs' | 'toMs'>, edges: Float64Array, bucket: number): boolean {
  return edges[bucket] >= fromMs && edges[bucket + 1] <= toMs + 1;
}

/** A time-of-day report in total: it has all of its hours or days, so it is ranked after they are filled in. */
export function isClockReport({ metric, edges, groups }: Pick<Plan, 'metric' | 'edges' | 'groups'>): boolean {
  return metric.byClock && edges === null && groups.some(({ column }) => column.computed);
}

function withoutCalendar({ measure }: Metric, filters: readonly Filter[], { defaultCalendar }: RequestContext): Notice[] {
  return traitsOf(measure).calendars === 'measured' && defaultCalendar === null && !filters.some(({ field }) => field === 'calendar')
    ? [{ severity: 'warning', text: 'There is no calendar to cover: filter by calendar, or set a default calendar in the data source’s settings.' }]
    : [];
}

function manyValued(metric: Metric, groups: readonly Group[]): Notice[] {
  return groups
    .filter(({ dimension }) => isManyValued(metric, dimension))
    .map(({ dimension }) => ({
      severity: 'info' as const,
      text: `A row may have several values of ${dimensionOf(dimension).label.toLowerCase()} and counts once under each: the groups do not add up to the total.`,
    }));
}
