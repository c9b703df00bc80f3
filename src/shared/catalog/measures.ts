import type { Statistic } from '../words';
import type { AskedColumn, FactColumn, Readable, WhereRead } from './fact-columns';
import type { FactName } from './facts';

type BusinessColumn = `${string}_biz_ms`;
type StretchColumn = 'agent_ix' | 'from_at' | 'to_at';

/** The columns that tell whether a row is in a state at an instant, and since when or until when. */
interface StateReads {
  readonly open: 'created_at' | 'opened_at' | 'closed_at';
  readonly waiting: 'counts_from_at' | 'begins_at' | 'ends_at';
  readonly clock_at_risk: 'start_at' | 'begins_at' | 'due_at' | 'unbreached_until_at';
  readonly clock_running: 'start_at' | 'begins_at' | 'ends_at' | 'due_at' | 'target_ms' | 'hours_ix' | 'f_start' | 'f_stop';
}

/** How a metric's rows become a number: the kinds, and what a metric says besides, by columns of its fact's own. A kind is for facts that have what it reads. */
interface MeasureFields<Fact extends FactName> {
  /** Milliseconds in `all`, business milliseconds in `sla`; statistics of seconds. */
  readonly duration: {
    readonly all: Exclude<FactColumn<Fact, 'duration'>, BusinessColumn>;
    readonly sla: Extract<FactColumn<Fact, 'duration'>, BusinessColumn> | null;
  };
  /** The number of rows. */
  readonly count: unknown;
  /** The share of rows whose `positive` column is true. */
  readonly share: { readonly positive: AskedColumn<Fact, 'boolean'> };
  /** Statistics of a plain numeric column. */
  readonly number: { readonly column: AskedColumn<Fact, 'integer' | 'number'> };
  /** Survey scores: CSAT and CES top box, NPS. */
  readonly rating: WhereRead<Fact, 'score' | 'norm' | 'positive_from' | 'scale_ix', { readonly survey: 'csat' | 'nps' | 'ces' }>;
  /** The sum of a column of weights, such as +1 and −1. */
  readonly net: { readonly weight: FactColumn<Fact, 'integer'> };
  /** Rows that hold at an instant (each bucket's end, or now): their number, or their age or time left in seconds. */
  readonly state: { readonly state: Readable<Fact, StateReads>; readonly value: 'count' | 'age' | 'left' };
  /** Seconds of the row's interval inside the bucket. */
  readonly interval_seconds: WhereRead<Fact, StretchColumn | 'row_ix'>;
  /** Most rows at any one instant, and their time-weighted mean. */
  readonly interval_peak: WhereRead<Fact, StretchColumn>;
  /** The time-weighted mean number of sessions that an agent holds while holding any. */
  readonly concurrency: WhereRead<Fact, StretchColumn | 'session_ix'>;
  /** The share of paid time with work. */
  readonly occupancy: WhereRead<Fact, StretchColumn | 'has_work'>;
  /** Business seconds of a calendar in which no agent was available. */
  readonly uncovered: WhereRead<Fact, StretchColumn | 'availability_ix'>;
}

/** The name of a kind of measure. */
export type MeasureKindName = keyof MeasureFields<FactName>;

/** A measure of one kind, or of any; of one fact, or of any. */
export type Measure<K extends MeasureKindName = MeasureKindName, Fact extends FactName = FactName> = {
  readonly [P in K]: { readonly kind: P } & MeasureFields<Fact>[P];
}[K];

/** What the editors, the query's checks and the frames ask of a measure: its SQL is the backend's. */
interface MeasureTraits {
  /** What a row is, and so a record: dated in the range, a stretch that overlaps it, or one that is held at its end (or now). */
  readonly rows: 'dated' | 'overlapping' | 'held';
  /** Groups add up, so that "Other" and shares of a whole make sense. */
  readonly isAdditive: boolean;
  /** It can be asked in SLA hours too. */
  readonly hasSlaHours: boolean;
  /** A query may include flagged tickets (spam, deleted …) where the fact has them; otherwise they are never in it. */
  readonly hasInclude: boolean;
  /** A query may say within how many minutes. */
  readonly hasWithinMinutes: boolean;
  /** Whether it reads calendars when asked: never, in SLA hours only, or because their time is what it measures. A filter on the latter's calendar chooses which, the settings' default where there is none. */
  readonly calendars: 'never' | 'in_sla_hours' | 'measured';
  /** Statistics that are 0 where there is no row, as `count` and `n` are. The others are null, never 0. */
  readonly zero: readonly Statistic[];
  /** It may be below zero. */
  readonly isSigned: boolean;
  /** Each number counts something: it can be judged however few rows it rests on. */
  readonly isCount: boolean;
  /** Each row has a duration, or lacks it: it can be compared with a threshold and put into a band. */
  readonly isTimed: boolean;
  /** The statistics that are a share of rows: of these there are hits, the rows that count. */
  readonly rates: readonly Statistic[];
  /** The metric's unit is not that of every statistic: those that are neither counts nor shares have none. */
  readonly isUnitless: boolean;
}

/** What most measures are: rows dated in the range, a number that rests on some of them. */
const PLAIN: MeasureTraits = {
  rows: 'dated',
  isAdditive: false,
  hasSlaHours: false,
  hasInclude: true,
  hasWithinMinutes: false,
  calendars: 'never',
  zero: [],
  isSigned: false,
  isCount: false,
  isTimed: false,
  rates: [],
  isUnitless: false,
};

const TIMED = { isTimed: true, rates: ['within'] } as const;

const TRAITS: { readonly [K in MeasureKindName]: (measure: Measure<K>) => MeasureTraits } = {
  duration: ({ sla }) => ({ ...PLAIN, ...TIMED, hasSlaHours: sla !== null }),
  count: () => ({ ...PLAIN, isAdditive: true }),
  share: () => ({ ...PLAIN, rates: ['share'] }),
  number: () => PLAIN,
  rating: ({ survey }) => ({ ...PLAIN, isUnitless: true, rates: survey === 'nps' ? [] : ['share'] }),
  net: () => ({ ...PLAIN, isAdditive: true, zero: ['sum'], isSigned: true, isCount: true }),
  state: ({ state, value }) => ({
    ...PLAIN,
    ...(value === 'count' ? {} : TIMED),
    rows: 'held',
    isAdditive: value === 'count',
    hasSlaHours: value === 'left',
    hasWithinMinutes: state === 'clock_at_risk',
    calendars: value === 'left' ? 'in_sla_hours' : 'never',
    isSigned: value === 'left',
  }),
  interval_seconds: () => ({ ...PLAIN, rows: 'overlapping', isAdditive: true }),
  interval_peak: () => ({ ...PLAIN, rows: 'overlapping', zero: ['max', 'mean'], isCount: true }),
  concurrency: () => ({ ...PLAIN, rows: 'overlapping' }),
  occupancy: () => ({ ...PLAIN, rows: 'overlapping', hasInclude: false }),
  uncovered: () => ({ ...PLAIN, rows: 'overlapping', calendars: 'measured' }),
};

/** What is known of a measure without its SQL. */
export function traitsOf<K extends MeasureKindName>(measure: Measure<K>): MeasureTraits {
  return TRAITS[measure.kind](measure);
}
