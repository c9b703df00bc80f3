import type { DimensionId, Statistic } from '../words';

/** Statistics that count how many different ones stand behind the rows that have a value, and of which dimension. They are never added up. */
export const DISTINCT = { tickets: 'ticket', customers: 'customer', authors: 'author' } as const satisfies { readonly [S in Statistic]?: DimensionId };

/** A statistic that counts different ones. */
export type DistinctStatistic = keyof typeof DISTINCT;

/** Every such statistic. */
export const DISTINCT_STATISTICS = Object.keys(DISTINCT) as readonly DistinctStatistic[];

/** Whether a statistic is a number of things, whatever the metric measures. */
export function isCounted(statistic: string): boolean {
  return statistic === 'count' || statistic === 'n' || statistic === 'hits' || isDistinct(statistic);
}

/** Whether a word (in the editor it may be a variable) is such a statistic. */
export function isDistinct(statistic: string): statistic is DistinctStatistic {
  return Object.hasOwn(DISTINCT, statistic);
}
