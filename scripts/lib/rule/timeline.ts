import { clip, type Interval, union } from '../../../src/backend/calendar/intervals';
import { BARS } from '../terminal';
import type { Past } from './ask';

/** Characters of a timeline. */
const WIDTH = 60;

/** A character for each part of the past, by how much of it lies in some stretch: a dot for nothing, a full bar for all of it. */
export function timeline(stretches: readonly Interval[], { fromMs, toMs }: Past, width = WIDTH): string {
  const part = (toMs - fromMs) / width;
  const merged = union(stretches);
  return Array.from({ length: width }, (_, i) => {
    const share = lengthOf(clip(merged, fromMs + i * part, fromMs + (i + 1) * part)) / part;
    return share === 0 ? '·' : BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
  }).join('');
}

/** How long intervals are together. */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + (end - start), 0);
}
