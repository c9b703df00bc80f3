import { Temporal } from 'temporal-polyfill';

import { remember } from './memory';
import type { CalendarExceptionRow, CalendarHoursRow, Helpdesk } from './model';
import { gapInstant, instantsOf, localTime, startOfDate } from './zone';

/** Business time: a calendar's local hours turned into plain UTC intervals, day by day. */

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface WorkCalendar {
  readonly zone: string;
  readonly hours: readonly CalendarHoursRow[];
  readonly exceptions: readonly CalendarExceptionRow[];
}

/** The calendar of an id, with its rows. */
export function calendarOf(helpdesk: Helpdesk, id: string): WorkCalendar {
  return remember(helpdesk, `calendar ${id}`, () => readCalendar(helpdesk, id));
}

function readCalendar(helpdesk: Helpdesk, id: string): WorkCalendar {
  const row = helpdesk.calendar.find((one) => one.calendar_id === id);
  if (!row) {
    throw new Error(`no calendar ${id}`);
  }
  return {
    zone: row.time_zone,
    hours: helpdesk.calendar_hours.filter((one) => one.calendar_id === id),
    exceptions: helpdesk.calendar_exception.filter((one) => one.calendar_id === id),
  };
}

const BLOCK = 30 * 86_400_000;

/** The open intervals that overlap [from, to), cut to it, in order and without overlaps: looked up month by month, since time is asked for again and again. */
export function openIntervals(calendar: WorkCalendar, from: number, to: number): Interval[] {
  if (to <= from) {
    return [];
  }
  const months: Interval[] = [];
  for (let at = Math.floor(from / BLOCK); at * BLOCK < to; at++) {
    months.push(...remember(calendar, String(at), () => workOut(calendar, at * BLOCK, (at + 1) * BLOCK)));
  }
  return union(months)
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

function workOut(calendar: WorkCalendar, from: number, to: number): Interval[] {
  const open: Interval[] = [];
  const breaks: Interval[] = [];
  // An interval belongs to the date it opens on and lasts at most a day, so the two dates before can still reach in.
  let date = localTime(from, calendar.zone).toPlainDate().subtract({ days: 2 });
  const last = localTime(to, calendar.zone).toPlainDate().add({ days: 1 });
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    open.push(...openingsOn(calendar, date));
    breaks.push(...breaksOn(calendar, date));
    date = date.add({ days: 1 });
  }
  return subtract(union(open), breaks)
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

/** Business milliseconds in [from, to); reversed ends give 0. */
export function businessMs(calendar: WorkCalendar, from: number, to: number): number {
  return openIntervals(calendar, from, to).reduce((sum, one) => sum + (one.to - one.from), 0);
}

/** The intervals that open on a local date: none on a holiday, the override's if there is one, else the weekly ones. */
function openingsOn(calendar: WorkCalendar, date: Temporal.PlainDate): Interval[] {
  const day = date.toString();
  const today = calendar.exceptions.filter((one) => one.date === day);
  if (today.some((one) => one.kind === 'holiday')) {
    return [];
  }
  const overrides = today.filter((one) => one.kind === 'override');
  if (overrides.length > 0) {
    return overrides.flatMap((one) => (one.start !== null && one.end !== null ? interval(calendar.zone, date, one.start, one.end) : []));
  }
  return calendar.hours
    .filter((one) => one.weekday === date.dayOfWeek)
    .filter((one) => (one.valid_from === null || one.valid_from <= day) && (one.valid_to === null || day < one.valid_to))
    .flatMap((one) => interval(calendar.zone, date, one.start, one.end));
}

function breaksOn(calendar: WorkCalendar, date: Temporal.PlainDate): Interval[] {
  return calendar.exceptions
    .filter((one) => one.date === date.toString() && one.kind === 'break')
    .flatMap((one) => (one.start !== null && one.end !== null ? interval(calendar.zone, date, one.start, one.end) : []));
}

const known = new Map<string, Interval[]>();

/** A local interval as UTC: end ≤ start runs into the next day. Empty where its start does not exist. */
function interval(zone: string, date: Temporal.PlainDate, start: string, end: string): Interval[] {
  const key = `${zone} ${date.toString()} ${start} ${end}`;
  const cached = known.get(key);
  if (cached) {
    return cached;
  }
  const from = startInstant(zone, date, start);
  const to = endInstant(zone, minutes(end) <= minutes(start) ? date.add({ days: 1 }) : date, end);
  const found = from === null || to <= from ? [] : [{ from, to }];
  known.set(key, found);
  return found;
}

/** "A start at 00:00 that does not exist is the day's first instant; any other start in a gap drops the interval; doubled → the first." */
function startInstant(zone: string, date: Temporal.PlainDate, time: string): number | null {
  const local = at(date, time);
  const instants = instantsOf(local, zone);
  if (instants.length > 0) {
    return Math.min(...instants);
  }
  return minutes(time) === 0 ? startOfDate(date, zone) : null;
}

/** "An end in a gap is the transition; doubled → the second." */
function endInstant(zone: string, date: Temporal.PlainDate, time: string): number {
  const local = at(date, time);
  const instants = instantsOf(local, zone);
  return instants.length > 0 ? Math.max(...instants) : gapInstant(local, zone);
}

function at(date: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  return date.toPlainDateTime().add({ minutes: minutes(time) });
}

function minutes(time: string): number {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Overlapping intervals count once. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && one.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    } else {
      merged.push(one);
    }
  }
  return merged;
}

/** What is left of the intervals without the holes. */
export function subtract(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  let left = [...intervals];
  for (const hole of holes) {
    left = left.flatMap((one) =>
      [
        { from: one.from, to: Math.min(one.to, hole.from) },
        { from: Math.max(one.from, hole.to), to: one.to },
      ].filter((piece) => piece.from < piece.to)
    );
  }
  return left;
}
