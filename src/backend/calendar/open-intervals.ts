import type { Calendar, Interval } from './calendar';
import { clip, subtract, union } from './intervals';
import { parseDate, weekdayOf } from './local-date';
import { parseTimeOfDay } from './time-of-day';
import { DAY } from './units';
import { WallClock } from './wall-clock';

/** A shift or break as wall times after its date's midnight, in milliseconds; an end at or before the start is next day's. */
interface Shift {
  readonly start: number;
  readonly end: number;
}

interface WeeklyShift extends Shift {
  readonly validFrom: number;
  readonly validTo: number;
}

/**
 * When a calendar is open within [fromMs, toMs): merged, sorted UTC intervals. A shift belongs to the date it opens on: a
 * holiday closes those that open on it, not last night's; an override replaces them; a break is cut out by its own local time.
 */
export function openIntervals(calendar: Calendar, fromMs: number, toMs: number): Interval[] {
  if (!(fromMs < toMs)) {
    return [];
  }
  const clock = new WallClock(calendar.timeZone, fromMs - 2 * DAY, toMs + 2 * DAY);
  const plan = read(calendar);
  const open: Interval[] = [];
  const breaks: Interval[] = [];
  for (let day = clock.dayAt(fromMs) - 2; day <= clock.dayAt(toMs) + 1; day++) {
    for (const shift of shiftsOpeningOn(plan, day)) {
      add(open, clock, day, shift);
    }
    for (const pause of plan.breaks.get(day) ?? []) {
      add(breaks, clock, day, pause);
    }
  }
  return clip(subtract(union(open), union(breaks)), fromMs, toMs);
}

interface Plan {
  readonly weekly: readonly WeeklyShift[][];
  readonly holidays: ReadonlySet<number>;
  readonly overrides: ReadonlyMap<number, readonly Shift[]>;
  readonly breaks: ReadonlyMap<number, readonly Shift[]>;
}

function read(calendar: Calendar): Plan {
  const weekly: WeeklyShift[][] = Array.from({ length: 8 }, () => []);
  for (const row of calendar.hours) {
    weekly[row.weekday].push({ ...shift(row.start, row.end), validFrom: dayOr(row.validFrom, -Infinity), validTo: dayOr(row.validTo, Infinity) });
  }
  const holidays = new Set<number>();
  const overrides = new Map<number, Shift[]>();
  const breaks = new Map<number, Shift[]>();
  for (const row of calendar.exceptions) {
    const day = dayOr(row.date, NaN);
    if (row.kind === 'holiday') {
      holidays.add(day);
      continue;
    }
    const target = row.kind === 'override' ? overrides : breaks;
    const shifts = target.get(day) ?? [];
    target.set(day, shifts);
    if (row.start !== null) {
      shifts.push(shift(row.start, row.end ?? '24:00'));
    }
  }
  return { weekly, holidays, overrides, breaks };
}

function shiftsOpeningOn(plan: Plan, day: number): readonly Shift[] {
  if (plan.holidays.has(day)) {
    return [];
  }
  return plan.overrides.get(day) ?? plan.weekly[weekdayOf(day)].filter((row) => row.validFrom <= day && day < row.validTo);
}

function add(into: Interval[], clock: WallClock, day: number, { start, end }: Shift): void {
  const opens = start === 0 ? clock.startOfDay(day) : clock.first(day * DAY + start);
  // a start in a gap drops the interval
  if (opens !== null) {
    into.push({ start: opens, end: clock.last(day * DAY + (end <= start ? end + DAY : end)) });
  }
}

function shift(start: string, end: string): Shift {
  return { start: parseTimeOfDay(start) ?? NaN, end: parseTimeOfDay(end) ?? NaN };
}

function dayOr(date: string | null, otherwise: number): number {
  return date === null ? otherwise : (parseDate(date) ?? otherwise);
}
