import { fractionOf, type Plan } from '../plan';
import { DAY } from '../units';

/** A bad week: something is broken, and customers write about it. */
export interface Incident {
  readonly start: number;
  readonly end: number;
  /** How many times the usual tickets come on its first day. */
  readonly surge: number;
}

/** Two incidents: a week a good year ago, and some days within the last month. */
export function incidentsOf(plan: Plan): Incident[] {
  const first = Math.floor(fractionOf(plan, 0.38) / DAY) * DAY + 7 * 3_600_000;
  const second = Math.floor(plan.end / DAY) * DAY - 17 * DAY + 9 * 3_600_000;
  return [
    { start: first, end: first + 7 * DAY, surge: 2.6 },
    { start: second, end: second + 4 * DAY, surge: 2.1 },
  ].filter(({ start }) => start > plan.start);
}

/** How many times the usual tickets come at an instant: most at first, then fewer each day. */
export function surgeAt(incidents: readonly Incident[], instant: number): number {
  for (const { start, end, surge } of incidents) {
    if (instant >= start && instant < end) {
      return 1 + (surge - 1) * (1 - (instant - start) / (end - start)) ** 0.7;
    }
  }
  return 1;
}
