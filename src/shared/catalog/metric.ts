import type { DimensionId, Frequency, Hours, Statistic, View } from '../words';
import type { Dictionary } from './dictionaries';
import type { FactName } from './facts';
import { type Measure, traitsOf } from './measures';

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
  /** A report of hours of the day and weekdays: in total it has all of them, those that nothing happened in as zeros. */
  readonly byClock: boolean;
  readonly defaults: MetricDefaults;
  /** Canonical tables without whose rows it has no data. */
  readonly needs: readonly string[];
  /** The columns of `records`, in order, by the words of record-columns.ts. */
  readonly columns: readonly string[];
}

/** What a metric's file writes: the rest has the defaults of `metric`. */
export type MetricDraft = Omit<Metric, 'where' | 'views' | 'hours' | 'additive' | 'byClock' | 'defaults'> &
  Partial<Pick<Metric, 'where' | 'views' | 'hours' | 'additive' | 'byClock' | 'defaults'>>;

/** A metric with the defaults filled in: SLA hours where the measure has them, additive where it counts. */
export function metric(draft: MetricDraft): Metric {
  const { hasSlaHours, isAdditive } = traitsOf(draft.measure);
  return {
    where: [],
    views: ['over_time', 'totals'],
    hours: hasSlaHours ? ['all', 'sla'] : ['all'],
    additive: isAdditive,
    byClock: false,
    defaults: {},
    ...draft,
  };
}
