import type { DimensionId, Frequency, Hours, Statistic, View } from '../words';
import type { Dictionary } from './dictionaries';
import type { FactName } from './facts';

/** The service suite's reports by topic, and what it lacks. */
export const TOPICS = {
  satisfaction: 'Customer satisfaction',
  performance: 'Team performance',
  replies: 'Ticket replies',
  scheduling: 'Scheduling',
  sla: 'SLA',
  backlog: 'Backlog',
} as const;
export type Topic = keyof typeof TOPICS;

/** Grafana's unit ids that metrics use. */
export type Unit = 's' | 'short' | 'percentunit' | 'none';

/**
 * How a metric's rows become a number.
 * - `duration`: milliseconds in `all`, business milliseconds in `sla`; statistics of seconds.
 * - `count`: the number of rows. `share`: the share of rows whose `positive` column is true.
 * - `number`: statistics of a plain numeric column.
 * - `rating`: survey scores: CSAT and CES top box, NPS.
 * - `interval_seconds`: seconds of the row's interval inside the bucket. `interval_peak`: most rows at any one instant.
 */
export type Measure =
  | { readonly kind: 'duration'; readonly all: string; readonly sla: string | null }
  | { readonly kind: 'count' }
  | { readonly kind: 'share'; readonly positive: string }
  | { readonly kind: 'number'; readonly column: string }
  | { readonly kind: 'rating'; readonly survey: 'csat' | 'nps' | 'ces' }
  /** The sum of a column of weights, such as +1 and −1. */
  | { readonly kind: 'net'; readonly weight: string }
  /** Rows that hold at an instant (each bucket's end, or now): their number, or their age or time left in seconds. */
  | { readonly kind: 'state'; readonly state: 'open' | 'waiting' | 'clock_at_risk' | 'clock_running'; readonly value: 'count' | 'age' | 'left' }
  /** The time-weighted mean number of sessions that an agent holds while holding any; the share of paid time with work. */
  | { readonly kind: 'concurrency' }
  | { readonly kind: 'occupancy' }
  /** Business seconds of a calendar in which no agent was available. */
  | { readonly kind: 'uncovered' }
  | { readonly kind: 'interval_seconds' }
  | { readonly kind: 'interval_peak' };

/** A condition that is part of a metric's definition: a column that equals a constant, or a rule of the query compiler. */
export type Condition =
  | { readonly column: string; readonly is: number | boolean }
  | { readonly column: string; readonly word: string }
  | { readonly rule: 'close' | 'closed_as_of' | 'valid_as_of' | 'hide_offline' | 'chat_over' | 'breached' | 'decided' };

/** Where a metric finds a dimension: the fact's column, and its dictionary where it is not the dimension's own. */
export interface DimensionColumn {
  readonly column: string;
  readonly dictionary?: Dictionary;
  /** The value is in a bridge table `(on, column)` that may hold several a row. */
  /** Rows can be filtered by it, but one row does not belong to one value. */
  readonly filterOnly?: true;
  readonly bridge?: { readonly table: string; readonly on: string };
}
export type DimensionColumns = Readonly<Partial<Record<DimensionId, DimensionColumn>>>;

/** Defaults of a query that its author left out. */
export interface MetricDefaults {
  readonly groupBy?: Partial<Record<View, readonly DimensionId[]>>;
  /** Top-ten reports: limit 10, at least one row, largest first, when grouped by this. */
  readonly topTenOf?: DimensionId;
  readonly ownerAt?: 'event' | 'current' | 'created';
  readonly frequency?: Frequency;
}

/** A metric, as data: everything that the editors, the documents and the query compiler need to know of it. */
export interface Metric {
  readonly id: string;
  readonly topic: Topic;
  readonly label: string;
  /** The question it answers, in a user's words. */
  readonly question: string;
  /** What it means, what dates it, what is left out. */
  readonly about: string;
  readonly unit: Unit;
  readonly fact: FactName;
  /** The instant column that dates a row; the start of the interval for interval measures. */
  readonly at: string;
  /** The event that dates it, in words. */
  readonly datedBy: string;
  readonly measure: Measure;
  readonly where: readonly Condition[];
  /** The first is the default. */
  readonly statistics: readonly Statistic[];
  readonly views: readonly View[];
  readonly hours: readonly Hours[];
  readonly dimensions: DimensionColumns;
  /** Groups add up, so that "Other" and shares of a whole make sense. */
  readonly additive: boolean;
  readonly defaults: MetricDefaults;
  /** Canonical tables without whose rows it has no data. */
  readonly needs: readonly string[];
  /** The columns of `records`, in order, by the words of record-columns.ts. */
  readonly columns: readonly string[];
}

/** What a metric's file writes: the rest has the defaults of `metric`. */
export type MetricDraft = Omit<Metric, 'where' | 'views' | 'hours' | 'additive' | 'defaults'> &
  Partial<Pick<Metric, 'where' | 'views' | 'hours' | 'additive' | 'defaults'>>;

/** A metric with the defaults filled in: SLA hours where the measure has them, additive where it counts. */
export function metric(draft: MetricDraft): Metric {
  const { measure } = draft;
  return {
    where: [],
    views: ['over_time', 'totals'],
    hours: (measure.kind === 'duration' && measure.sla !== null) || (measure.kind === 'state' && measure.value === 'left') ? ['all', 'sla'] : ['all'],
    additive: ['count', 'net', 'interval_seconds'].includes(measure.kind) || (measure.kind === 'state' && measure.value === 'count'),
    defaults: {},
    ...draft,
  };
}
