import { type DimensionId, FLAGS, type Frequency, type Hours, type Include, type Statistic, type View } from '../words';
import type { Condition } from './condition';
import type { DimensionColumns } from './dimension-column';
import { DISTINCT, DISTINCT_STATISTICS } from './distinct';
import type { AskedColumn, FactColumn } from './fact-columns';
import type { FactName } from './facts';
import { type Measure, type MeasureKindName, traitsOf } from './measures';
import type { RecordWordOf } from './record-columns';

export type { Condition } from './condition';
export type { DimensionColumn } from './dimension-column';

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

/** Which way a number is good news: a lower one, a higher one, or neither by itself. */
export type Better = 'lower' | 'higher' | 'neutral';

/** Defaults of a query that its author left out. */
interface MetricDefaults {
  readonly groupBy?: Partial<Record<View, readonly DimensionId[]>>;
  /** Top-ten reports: limit 10, at least one row, largest first, when grouped by this. */
  readonly topTenOf?: DimensionId;
  readonly ownerAt?: 'event' | 'current' | 'created';
  readonly frequency?: Frequency;
}

/** A metric, as data: everything that the editors, the documents and the query compiler need to know of it. */
export interface Metric<Fact extends FactName = FactName> {
  readonly id: string;
  readonly topic: Topic;
  readonly label: string;
  /** The question it answers, in a user's words. */
  readonly question: string;
  /** What it means, what dates it, what is left out. */
  readonly about: string;
  readonly unit: Unit;
  /** Which way its number is good news. */
  readonly better: Better;
  readonly fact: Fact;
  /** The instant column that dates a row; the start of the interval for interval measures. */
  readonly at: AskedColumn<Fact, 'instant'>;
  /** The event that dates it, in words. */
  readonly datedBy: string;
  readonly measure: Measure<MeasureKindName, Fact>;
  readonly where: ReadonlyArray<Condition<Fact>>;
  /** Where a row may end before it starts: the column that says so. Such rows are left out, and counted in a notice. */
  readonly skewed: FactColumn<Fact, 'boolean'> | null;
  /** The first is the default. A metric's file leaves out what its measure and dimensions say. */
  readonly statistics: readonly Statistic[];
  readonly views: readonly View[];
  readonly hours: readonly Hours[];
  readonly dimensions: DimensionColumns<Fact>;
  /** Groups add up, so that "Other" and shares of a whole make sense. */
  readonly additive: boolean;
  /** A report of hours of the day and weekdays: in total it has all of them, those that nothing happened in as zeros. */
  readonly byClock: boolean;
  /** What it leaves out, unless it is asked to count that too. */
  readonly includes: readonly Include[];
  readonly defaults: MetricDefaults;
  /** Canonical tables without whose rows it has no data. */
  readonly needs: readonly string[];
  /** The columns of `records`, in order. */
  readonly columns: ReadonlyArray<RecordWordOf<Fact>>;
}

/** What a metric's file writes: the rest has the defaults of `metric`. */
type MetricDraft<Fact extends FactName> = Omit<Metric<Fact>, Defaulted> & Partial<Pick<Metric<Fact>, Defaulted>>;
type Defaulted = 'where' | 'skewed' | 'views' | 'hours' | 'additive' | 'byClock' | 'includes' | 'defaults';

/**
 * A metric with the defaults filled in: SLA hours where the measure has them, additive where it counts, and what follows from its measure and
 * dimensions: the share within a threshold and the band of durations, the hits of rates, how many different tickets, customers and authors. Every column that it names is one
 * of its own fact's and of the right kind.
 */
export function metric<Fact extends FactName>(own: MetricDraft<Fact>): Metric {
  // what is right for one fact is right for any: tsc does not see that of a type parameter
  const draft = own as MetricDraft<FactName>;
  const { hasSlaHours, isAdditive, hasInclude, isTimed, rates, rows } = traitsOf(draft.measure);
  const { dimensions } = draft;
  const further: readonly Statistic[] = [
    ...(isTimed ? (['within'] as const) : []),
    ...(rates.length > 0 ? (['hits'] as const) : []),
    ...(rows === 'overlapping' ? [] : DISTINCT_STATISTICS.filter((one) => DISTINCT[one] in dimensions)),
  ];
  return {
    where: [],
    skewed: null,
    views: ['over_time', 'totals'],
    hours: hasSlaHours ? ['all', 'sla'] : ['all'],
    additive: isAdditive,
    byClock: false,
    includes: hasInclude ? FLAGS : [],
    defaults: {},
    ...draft,
    statistics: [...draft.statistics, ...further],
    dimensions: isTimed ? { ...dimensions, duration_band: { computed: 'duration_band' } } : dimensions,
  };
}
