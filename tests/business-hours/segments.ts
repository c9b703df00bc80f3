import type { BusinessClock } from './business-clock';
import type { Interval } from '../../src/backend/calendar/intervals';

/** A stretch of a ticket's life, [start, end) in epoch ms, during which one calendar applied; the ends may be infinite. */
export interface ScheduleSegment extends Interval {
  clock: BusinessClock;
}

/** A change of calendar at an instant (epoch ms). */
export interface ScheduleChange {
  at: number;
  clock: BusinessClock;
}

/** The segments that changes of calendar cut time into: `initial` before the first, each change until the next. */
export function scheduleSegments(initial: BusinessClock, changes: readonly ScheduleChange[]): ScheduleSegment[] {
  const sorted = [...changes].sort((a, b) => a.at - b.at);
  const segments: ScheduleSegment[] = [];
  let current = { at: -Infinity, clock: initial };
  for (const change of [...sorted, { at: Infinity, clock: initial }]) {
    // of several changes at one instant the last one written counts
    if (change.at > current.at) {
      segments.push({ start: current.at, end: change.at, clock: current.clock });
    }
    current = change;
  }
  return segments;
}

/** Unpaused business milliseconds in [from, to), each part by the calendar of its own segment. */
export function elapsedOverSegments(segments: readonly ScheduleSegment[], from: number, to: number, pauses: readonly Interval[] = []): number {
  let elapsed = 0;
  for (const { start, end, clock } of segments) {
    elapsed += clock.elapsedMs(Math.max(start, from), Math.min(end, to), pauses);
  }
  return elapsed;
}

/** The earliest instant (epoch ms) by which `addMs` of unpaused business time have passed over sorted segments; null for never. */
export function deadlineOverSegments(segments: readonly ScheduleSegment[], from: number, addMs: number, pauses: readonly Interval[] = []): number | null {
  let left = addMs;
  for (const { start, end, clock } of segments) {
    const begin = Math.max(start, from);
    if (end <= begin) {
      continue;
    }
    const due = clock.deadline(begin, left, pauses);
    if (due !== null && (due < end || (due === end && left > 0))) {
      return due;
    }
    if (end === Infinity) {
      return null;
    }
    left -= clock.elapsedMs(begin, end, pauses);
  }
  return null;
}
