import type { Calendar } from '../../shared/calendar';
import { clip, type Interval, subtract, union } from './intervals';
import { shiftsOf, type Shift } from './shifts';
import { DAY } from './units';
import { WallClock } from './wall-clock';

/** A shift may end a date after it opened, and that date may itself be doubled by a change of zone. */
const DAYS_BEFORE = 2;

/**
 * When a calendar is open within [fromMs, toMs): merged, sorted UTC intervals. A shift belongs to the date it opens on: a
 * holiday closes those that open on it, not last night's; an override replaces them; a break is cut out by its own local time.
 */
export function openIntervals(calendar: Calendar, fromMs: number, toMs: number): Interval[] {
  if (!(fromMs < toMs)) {
    return [];
  }
  const shifts = shiftsOf(calendar);
  const clock = new WallClock(calendar.timeZone, fromMs, toMs);
  const open: Interval[] = [];
  const breaks: Interval[] = [];
  const lastDay = clock.dayAt(toMs) + 1;
  for (let day = clock.dayAt(fromMs) - DAYS_BEFORE; day <= lastDay; day++) {
    add(open, clock, day, shifts.shiftsOn(day));
    add(breaks, clock, day, shifts.breaksOn(day));
  }
  return clip(subtract(union(open), union(breaks)), fromMs, toMs);
}

function add(into: Interval[], clock: WallClock, day: number, shifts: readonly Shift[]): void {
  for (const { start, end } of shifts) {
    const opens = start === 0 ? clock.startOfDay(day) : clock.first(day * DAY + start);
    // a start in a gap drops the interval
    if (opens !== null) {
      into.push({ start: opens, end: clock.last(day * DAY + end) });
    }
  }
}
