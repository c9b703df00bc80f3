import type { Interval } from './calendar';
import type { Dims } from './dimensions';
import type { Clock, TicketRow } from './model';
import type { Dimension, Range, Statistic } from './query';
import { slaHoursMs } from './sla-hours';
import type { World } from './world';

/** What a metric counts in a stretch of time: the rows behind a number. */

/** One elementary row. */
export interface Row {
  readonly dims: Dims;
  /** Seconds, a score, a sign; null = the row has no value (no calendar applies). */
  readonly value: number | null;
  /** Of a rate: whether the row is in the numerator. */
  readonly positive?: boolean;
  /** Of an NPS: whether the row is a detractor. */
  readonly negative?: boolean;
  /** Of a ratio of times: what `value` is divided by. */
  readonly per?: number;
  /** What is counted once, however many pieces there are of it. */
  readonly who?: string;
  /** Of a peak: when it was so. */
  readonly interval?: Interval;
}

/** A row with the instant that dates it. */
export interface DatedRow extends Row {
  readonly at: number;
}

/**
 * How rows become a number (statistics.ts).
 * - duration: statistics of seconds. count: the number of rows. share: positive rows ÷ rows. rating: scores.
 * - seconds: a sum of clipped time. peak: the most at once. sum: a sum of signed values. ratio: Σ value ÷ Σ per.
 */
export type Measure = 'duration' | 'count' | 'share' | 'rating' | 'seconds' | 'peak' | 'sum' | 'ratio';

/** A stretch of a query: a bucket cut to the range, or the whole range. */
export interface Window extends Range {
  /** min(end, now): the instant at which state is taken, and where intervals end. */
  readonly until: number;
}

/** A metric of the oracle. */
export interface OracleMetric {
  readonly id: string;
  readonly measure: Measure;
  /** The first is the default. */
  readonly statistics: readonly Statistic[];
  readonly hours: ReadonlyArray<'all' | 'sla'>;
  readonly dimensions: readonly Dimension[];
  /** "Other" only for additive metrics. */
  readonly additive: boolean;
  /** Rows are dated by an event, and so can lie after now; else they are what holds at an instant or during an interval. */
  readonly dated: boolean;
  rowsIn(world: World, window: Window): Row[];
}

/** Every duration offers these. */
export const DURATION_STATISTICS: readonly Statistic[] = ['mean', 'median', 'p75', 'p90', 'p95', 'p99', 'min', 'max', 'sum', 'count', 'n'];

const remembered = new WeakMap<World, Map<string, DatedRow[]>>();

/** A metric whose rows are dated by an event: "a row belongs to a query if from ≤ dating instant < to". */
export function datedMetric(
  draft: Omit<OracleMetric, 'rowsIn' | 'hours' | 'additive' | 'dated'> & { readonly hours?: OracleMetric['hours']; rows(world: World): DatedRow[] }
): OracleMetric {
  const { rows, ...metric } = draft;
  return {
    hours: metric.measure === 'duration' ? ['all', 'sla'] : ['all'],
    ...metric,
    additive: metric.measure === 'count' || metric.measure === 'sum',
    dated: true,
    rowsIn: (world, window) => all(world, metric.id, rows).filter((row) => window.from <= row.at && row.at < window.to),
  };
}

/** A metric of what holds at an instant: "state is taken at min(bucket end, to, asOf)". */
export function stateMetric(
  draft: Omit<OracleMetric, 'rowsIn' | 'hours' | 'additive' | 'dated'> & { readonly hours?: OracleMetric['hours']; rowsAt(world: World, at: number): Row[] }
): OracleMetric {
  const { rowsAt, ...metric } = draft;
  return {
    hours: ['all'],
    ...metric,
    additive: metric.measure === 'count',
    dated: false,
    rowsIn: (world, window) => rowsAt(world, window.until),
  };
}

/** All rows of a metric, worked out once a query. */
function all(world: World, id: string, rows: (world: World) => DatedRow[]): DatedRow[] {
  const known = remembered.get(world) ?? new Map<string, DatedRow[]>();
  remembered.set(world, known);
  const found = known.get(id) ?? rows(world);
  known.set(id, found);
  return found;
}

/**
 * A duration in seconds, in the hours the query asks for. `dropped` where it is negative (clock skew: rule 13), in both views;
 * null where no calendar applies (rule 5).
 */
export function duration(world: World, ticket: TicketRow, clock: Clock, from: number, to: number): number | null | 'dropped' {
  if (to < from) {
    return 'dropped';
  }
  if (world.query.hours === 'all') {
    return (to - from) / 1000;
  }
  const ms = slaHoursMs(world.helpdesk, world.settings, ticket, clock, from, to);
  return ms === null ? null : ms / 1000;
}
