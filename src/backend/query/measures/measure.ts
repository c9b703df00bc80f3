import type { Dictionary } from '../../../shared/catalog/dictionaries';
import type { Measure, MeasureKindName } from '../../../shared/catalog/measures';
import type { Hours, Statistic } from '../../../shared/words';
import type { AskedPlan, Plan } from '../plan';
import type { Sql } from '../sql';

/** What is computed of the rows of one group. */
export interface Aggregates {
  /** In the metric's unit: every statistic that its metrics offer but n. */
  readonly statistics: { readonly [S in Exclude<Statistic, 'n'>]?: Sql };
  /** How many rows a value rests on. */
  readonly n: Sql;
}

/** A metric's rows, and what is computed of them. */
export interface Numbers extends Aggregates {
  /** b? (the bucket), g1?, g2? (the groups' keys), and the columns that are aggregated. */
  readonly rows: Sql;
  /** A group's total, by which groups are ranked, where that is not of all its rows. */
  readonly total?: Aggregates;
  /** How many rows have no value, where some may have none. */
  readonly without?: Sql;
  /** `expression AS name` columns of all shown rows `kept` together: the same in each group. */
  readonly overall?: readonly Sql[];
}

/** Which rows `f` are in the range. */
interface RowsInRange {
  readonly from: Sql;
  readonly where: readonly Sql[];
}

/** What must be false of every group, where one of some statistics is asked for, and what to say where it is not. */
interface Forbidden {
  readonly test: Sql;
  readonly statistics: readonly Statistic[];
  readonly error: string;
}

/** Rows that are left out as they are: which, and what is said of so many of them, in words; where it names a dimension, of each value of its own. */
export interface Dropped {
  readonly where: Sql;
  readonly by?: Dictionary;
  readonly notice: (rows: string, value: string) => string;
}

/** What is said of rows that end before they start. */
export const SKEWED = (rows: string): string => `${rows} left out: the end lies before the start (clocks that disagree).`;

/** What a kind of measure is in SQL; what else is known of it are its traits (shared/catalog/measures.ts). */
export interface MeasureKind<K extends MeasureKindName> {
  readonly numbers: (plan: AskedPlan, measure: Measure<K>) => Numbers;
  /** The rows behind the numbers: its records. */
  readonly records: (plan: AskedPlan, measure: Measure<K>) => RowsInRange;
  /** The rows that are left out as they are, and why: where there may be any. */
  readonly dropped?: (plan: Plan, measure: Measure<K>) => Dropped | null;
  /** A record's own value, where it has one: how long it took, in seconds, or how it was rated, as a part of the scale. */
  readonly value?: (measure: Measure<K>, hours: Hours) => Sql | null;
  readonly forbidden?: Forbidden;
}
