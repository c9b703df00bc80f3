import { subtract, type Interval } from './calendar';
import type { Dims } from './dimensions';
import { remember } from './memory';
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
  /** Of a rate: whether the row is in the numerator; null = in neither. */
  readonly positive?: boolean | null;
  /** Of an NPS: whether the row is a detractor. */
  readonly negative?: boolean;
  /** Of a ratio of times: what `value` is divided by; of a peak, the time that the mean is over. */
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
 * - duration: statistics of seconds. number: the same of plain numbers. count: the number of rows. share: positive rows ÷ rows. rating: scores.
 * - seconds: a sum of clipped time. peak: the most at once. sum: a sum of signed values. ratio: Σ value ÷ Σ per.
 */
export type Measure = 'duration' | 'number' | 'count' | 'share' | 'rating' | 'seconds' | 'peak' | 'sum' | 'ratio';

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

/** Whether nothing of what a metric measures is there yet in a range: it begins after now, and no event dates the rows. */
export function isAhead({ dated }: OracleMetric, range: Range, now: number): boolean {
  return !dated && range.from > now;
}

const SUMMARIES: readonly Statistic[] = ['mean', 'median', 'p75', 'p90', 'p95', 'p99', 'min', 'max', 'sum', 'count', 'n'];
/** "How many different ones stand behind the rows"; `authors` only where rows have an author. */
export const DISTINCT: readonly Statistic[] = ['tickets', 'customers'];
/** Every duration offers these. */
export const DURATION_STATISTICS: readonly Statistic[] = [...SUMMARIES, 'within', 'hits', ...DISTINCT];
/** A number that is no duration has no limit to be within. */
export const NUMBER_STATISTICS: readonly Statistic[] = [...SUMMARIES, ...DISTINCT];
/** Every count offers these. */
export const COUNT_STATISTICS: readonly Statistic[] = ['count', 'n', ...DISTINCT];
/** Every rate offers these: "`hits` its numerator". */
export const RATE_STATISTICS: readonly Statistic[] = ['share', 'count', 'n', 'hits', ...DISTINCT];

/** What of a metric is said of itself; the rest follows from its measure. */
type Draft = Pick<OracleMetric, 'id' | 'measure' | 'dimensions'> & Partial<Pick<OracleMetric, 'statistics' | 'hours' | 'additive'>>;

const USUAL: Readonly<Partial<Record<OracleMetric['measure'], readonly Statistic[]>>> = {
  duration: DURATION_STATISTICS,
  number: NUMBER_STATISTICS,
  count: COUNT_STATISTICS,
  share: RATE_STATISTICS,
};

/** The statistics and dimensions that follow from a measure. */
function completed(draft: Draft, hours: OracleMetric['hours'], additive: boolean): Omit<OracleMetric, 'rowsIn' | 'dated'> {
  const statistics = draft.statistics ?? USUAL[draft.measure] ?? ['n'];
  return {
    hours,
    additive,
    ...draft,
    statistics: draft.dimensions.includes('author') ? [...statistics, 'authors'] : statistics,
    dimensions: draft.measure === 'duration' ? [...draft.dimensions, 'duration_band'] : draft.dimensions,
  };
}

/** A metric whose rows, worked out once a query, are dated by an event: "a row belongs to a query if from ≤ dating instant < to". */
export function datedMetric({ rows, ...draft }: Draft & { rows(world: World): DatedRow[] }): OracleMetric {
  return {
    ...completed(draft, draft.measure === 'duration' ? ['all', 'sla'] : ['all'], draft.measure === 'count' || draft.measure === 'sum'),
    dated: true,
    rowsIn: (world, window) => remember(world, draft.id, () => rows(world)).filter((row) => window.from <= row.at && row.at < window.to),
  };
}

/** A metric of what holds at an instant: "state is taken at min(bucket end, to, asOf)". */
export function stateMetric({ rowsAt, ...draft }: Draft & { rowsAt(world: World, at: number): Row[] }): OracleMetric {
  return {
    ...completed(draft, ['all'], draft.measure === 'count'),
    dated: false,
    rowsIn: (world, window) => rowsAt(world, window.until),
  };
}

/** From when to when, less some holes; and the instant that dates the row, whose target's calendar the SLA hours go by. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly holes?: readonly Interval[];
  readonly datedAt: number;
}

/**
 * A duration in seconds, in the hours the query asks for. `dropped` where it ends before it starts (clock skew: rule 13), in both views;
 * null where no calendar applies (rule 5).
 */
export function duration(world: World, ticket: TicketRow, clock: Clock, { from, to, holes = [], datedAt }: Span): number | null | 'dropped' {
  return to < from ? 'dropped' : durationOf(world, ticket, clock, subtract([{ from, to }], holes), datedAt);
}

/** The duration of some pieces of time. */
export function durationOf(world: World, ticket: TicketRow, clock: Clock, pieces: readonly Interval[], datedAt: number): number | null {
  if (world.query.hours === 'all') {
    return pieces.reduce((sum, one) => sum + (one.to - one.from), 0) / 1000;
  }
  const ms = slaHoursMs(world, ticket, clock, pieces, datedAt);
  return ms === null ? null : ms / 1000;
}
