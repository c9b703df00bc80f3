/** A half-open span of time, UTC epoch milliseconds. */
export interface Interval {
  start: number;
  end: number;
}

/** Intervals sorted, touching and overlapping ones united, empty ones dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const one of sorted) {
    const last = merged[merged.length - 1];
    if (last && one.start <= last.end) {
      last.end = Math.max(last.end, one.end);
    } else {
      merged.push({ ...one });
    }
  }
  return merged;
}

/** What is left of sorted, disjoint `intervals` without sorted, disjoint `cuts`. */
export function subtract(intervals: readonly Interval[], cuts: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let at = 0;
  for (const one of intervals) {
    let start = one.start;
    while (at < cuts.length && cuts[at].end <= start) {
      at++;
    }
    for (let i = at; i < cuts.length && cuts[i].start < one.end; i++) {
      if (cuts[i].start > start) {
        left.push({ start, end: cuts[i].start });
      }
      start = Math.max(start, cuts[i].end);
    }
    if (start < one.end) {
      left.push({ start, end: one.end });
    }
  }
  return left;
}

/** Sorted, disjoint intervals cut down to [fromMs, toMs). */
export function clip(intervals: readonly Interval[], fromMs: number, toMs: number): Interval[] {
  return intervals.map(({ start, end }) => ({ start: Math.max(start, fromMs), end: Math.min(end, toMs) })).filter(({ start, end }) => end > start);
}
