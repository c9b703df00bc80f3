import type { Interval } from '../../../calendar/intervals';

/** From when on two lists of intervals, sorted and disjoint, differ: the first instant that is in one of them alone; null = never. */
export function otherwiseFrom(before: readonly Interval[], now: readonly Interval[]): number | null {
  const at = Array.from({ length: Math.max(before.length, now.length) }, (_, i) => i).find(
    (i) => before[i]?.start !== now[i]?.start || before[i]?.end !== now[i]?.end
  );
  if (at === undefined) {
    return null;
  }
  const [a, b] = [before[at], now[at]];
  // of two that begin together the longer one goes on alone
  return a?.start === b?.start ? Math.min(a.end, b.end) : Math.min(a?.start ?? Infinity, b?.start ?? Infinity);
}
