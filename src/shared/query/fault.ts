/** A word that a metric does not take, and those that it takes. */
interface Word {
  readonly metric: string;
  readonly value: string;
  readonly options: readonly string[];
}

/** A filter whose number of values is wrong. */
interface FilterValues {
  readonly field: string;
  readonly count: number;
}

/** Everything that can be wrong with a query that can be read, by code. */
interface Faults {
  /** There is no such metric; an empty one is none yet. */
  readonly metric: Word;
  readonly view: Word;
  readonly hours: Word;
  readonly statistic: Word;
  readonly group: Word;
  /** Its rows can be filtered by the dimension, not grouped. */
  readonly filter_only: Word;
  /** The two groups are one. */
  readonly twice: { readonly value: string };
  /** Tickets that this metric never counts, whatever is asked for, or always. */
  readonly include: Word;
  readonly column: Word;
  readonly filter: Word;
  /** A dashboard's filter that the metric lacks: it is left out with a warning, and the rest is answered. */
  readonly foreign_filter: Word;
  /** A list that its author left empty never means "everything" or "nothing" in silence. */
  readonly no_values: FilterValues;
  /** A dashboard's variable of which nothing is chosen: no row passes its filter, and that is said. */
  readonly empty_choice: FilterValues;
  readonly between: FilterValues;
  readonly too_many_parts: FilterValues;
  /** A statistic that compares with a threshold, and there is none. */
  readonly no_threshold: { readonly value: string };
  /** Edges of bands of which the second is not longer. */
  readonly bands: { readonly low: string; readonly high: string };
  /** A filter on a band that the edges do not make: no row is in it. */
  readonly band: Word;
  /** More is drawn over the lines of several groups than anybody can read. */
  readonly crowded: { readonly metric: string };
  /** A statistic that has no target, or is neither better high nor low: nothing of it is beyond one. */
  readonly no_target_of: { readonly metric: string; readonly value: string };
  /** What is drawn beside numbers, and means nothing beside distances from a target. */
  readonly beside_distance: { readonly value: string };
  /** A scorecard without metrics. */
  readonly no_columns: { readonly value: string };
  /** Metrics of a query that is no scorecard. */
  readonly columns_elsewhere: { readonly value: string };
  /** A scorecard has a row for each value of one dimension. */
  readonly one_group: { readonly count: number };
  /** A dimension of which a row of some metric of a scorecard may have several values. */
  readonly many_valued: { readonly metric: string; readonly value: string };
  /** An order by a column that the query does not have. */
  readonly sort_column: { readonly value: string; readonly options: readonly string[] };
  /** Business time in days of 24 hours says nothing. */
  readonly unit: { readonly metric: string };
}

/** Faults that leave an answer, with a warning. */
const WARNINGS: readonly FaultCode[] = ['foreign_filter', 'empty_choice', 'band'];

/** Whether a query with this fault is answered all the same. */
export function isWarning({ code }: Fault): boolean {
  return WARNINGS.includes(code);
}

/** What a fault is called, to whom words it. */
export type FaultCode = keyof Faults;
/** The faults that are of one word. */
export type WordCode = { readonly [Code in FaultCode]: Faults[Code] extends Word ? Code : never }[FaultCode];

/** Something that is wrong with a query, as data: each side words it in its own language. `at` is its place, such as `groupBy[0]`. */
export type Fault<Code extends FaultCode = FaultCode> = { readonly [C in Code]: { readonly code: C; readonly at: string } & Faults[C] }[Code];

/** A sentence for every fault: a new code compiles when each side has one. */
export type Wordings = { readonly [Code in FaultCode]: (fault: Fault<Code>) => string };

/** A fault in words. */
export function worded<Code extends FaultCode>(wordings: Wordings, fault: Fault<Code>): string {
  const word: (fault: Fault<Code>) => string = wordings[fault.code];
  return word(fault);
}
