import { isCounted } from '../../../shared/catalog/distinct';
import { traitsOf } from '../../../shared/catalog/measures';
import type { Statistic } from '../../../shared/words';
import type { Plan } from '../plan';

/** What a statement returned, by column: `null` where SQL's null. */
export interface ResultTable {
  readonly rows: number;
  readonly column: (name: string) => ArrayLike<number | string | boolean | null> | null;
  /** A limit cut it: what is not in it is not known. */
  readonly isCut?: boolean;
}

/** One group's value of a dimension. */
export interface GroupValue {
  /** The id; null = none. */
  readonly id: string | null;
  readonly name: string;
  /** The sum of what a limit left out. */
  readonly isOther: boolean;
  /** Of a ticket: what it is about. */
  readonly subject?: string | null;
  /** Of a stage that is put in order: its pipeline's name, and its position there. */
  readonly place?: readonly [pipeline: string | null, position: number | null];
}

/** What a limit left out, as a group. */
export const OTHER: GroupValue = { id: null, name: 'Other', isOther: true };

/** One group over all buckets (or in total): values by statistic in the plan's order, null where there is nothing to say. */
export interface Series {
  readonly groups: readonly GroupValue[];
  readonly values: ReadonlyArray<ReadonlyArray<number | null>>;
  /** Rows that each value rests on. */
  readonly n: ReadonlyArray<number | null>;
  /** Of a rate the rows in its numerator; null where no rate is asked for. */
  readonly hits: ReadonlyArray<number | null> | null;
}

/** A metric query's answer. */
export interface Answer {
  readonly series: readonly Series[];
  /** Rows that had no value, such as those without a calendar in SLA hours. */
  readonly without: number;
}

/** Whether a total is of a state, or of what goes on for a while, in a range that begins after now: nothing is known of it. */
export function isAhead({ metric, edges, fromMs, asOfMs }: Plan): boolean {
  return edges === null && fromMs > asOfMs && traitsOf(metric.measure).rows !== 'dated';
}

/** Counts of nothing are 0; a duration, rate or score of nothing is null, never 0. */
export function emptyValue({ metric }: Plan, statistic: Statistic): number | null {
  return isCounted(statistic) || traitsOf(metric.measure).zero.includes(statistic) ? 0 : null;
}

/** Values by statistic and bucket, and n, while they are put together. */
export interface Built {
  readonly values: Array<Array<number | null>>;
  readonly n: Array<number | null>;
  readonly hits: Array<number | null> | null;
}

/** What several groups of an additive metric have together, by bucket. */
export function together(plan: Plan, groups: ReadonlyArray<Pick<Series, 'values' | 'n'>>): Built {
  const length = plan.edges ? plan.edges.length - 1 : 1;
  const sum = (values: ReadonlyArray<ReadonlyArray<number | null>>, nothing: number | null) =>
    Array.from({ length }, (_, bucket) => values.map((one) => one[bucket]).reduce((total, one) => (one === null ? total : (total ?? 0) + one), nothing));
  return {
    values: plan.statistics.map((statistic, s) =>
      sum(
        groups.map(({ values }) => values[s]),
        emptyValue(plan, statistic)
      )
    ),
    n: sum(
      groups.map(({ n }) => n),
      0
    ),
    // what adds up is no rate
    hits: null,
  };
}
