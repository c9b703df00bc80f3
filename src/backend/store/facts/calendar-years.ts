import type { Calendar } from '../../../shared/calendar';
import type { Interval } from '../../calendar/intervals';
import { openIntervals } from '../../calendar/open-intervals';
import { parseDate } from '../../calendar/local-date';
import { DAY } from '../../calendar/units';
import { CANONICAL_TABLES } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import type { Build } from './build';

/** How far before the data: the first slot of a lookup table stands for what is not known, and a shift may have begun the day before. */
const BEFORE = DAY;
/** How far past the build calendars are expanded in any case. */
export const AHEAD = 400 * DAY;
/** How far past the build due instants are told, in years. */
const TOLD_AHEAD = 10;
/** The years 1 to 9999. */
export const FIRST_YEAR = Date.parse('0001-01-01T00:00:00Z');
const LAST_YEAR = Date.parse('9999-12-31T00:00:00Z');
/** Days of all calendars together that are worth expanding: the years 1 to 9999 of one calendar, some four centuries of 26. */
const MOST_DAYS = 3_660_000;
/** Days of all calendars together that are worth expanding for a due instant: ten years of a hundred. */
const MOST_DAYS_AHEAD = 366_000;
/** Days that are expanded before the event loop gets a turn: some ten milliseconds. */
const CHUNK = 5 * 365 * DAY;

/**
 * The stretch of time that calendars are expanded for, [from, to) in epoch ms, whole days; the first instant that any row names, before which
 * there is no business time; and the last that the data asks about.
 */
export interface Years {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  /** As far as one calendar may go on for a due instant. */
  readonly farthest: number;
}

/** Columns whose instants business time is asked about. */
export const ASKED = [
  ['ticket', 'created_at'],
  ['ticket', 'closed_at'],
  ['message', 'sent_at'],
  ['ticket_event', '"at"'],
  ['chat_session', 'started_at'],
  ['chat_session', 'first_agent_at'],
  ['chat_session', 'ended_at'],
  ['agent_status', '"from"'],
] as const;

/** Every instant that a row names, but for when it was last changed. */
const NAMED = CANONICAL_TABLES.flatMap(({ name, columns }) =>
  columns.filter((column) => column.type === 'instant' && column.name !== 'updated_at').map((column) => [name, identifier(column.name)] as const)
);

/** What the data needs, as far as it is worth it: for a helpdesk of this age no more than its own years. */
export async function yearsOf(build: Build, calendars: number): Promise<Years> {
  const { nowMs } = build.options;
  const each = [
    ...NAMED.map(([table, column]) => `SELECT min(${column}) AS first, NULL AS last FROM ${build.allRows(table)}`),
    ...ASKED.map(([table, column]) => `SELECT NULL, max(${column}) FROM ${build.allRows(table)}`),
  ];
  const [row] = await build.read(`SELECT min(first)::DOUBLE AS first, max(last)::DOUBLE AS last FROM (${each.join(' UNION ALL ')})`);
  const first = Math.min(nowMs, row?.first === null ? nowMs : Number(row?.first));
  const last = Math.max(nowMs, row?.last === null ? nowMs : Number(row?.last));
  // cut at whole days, as an interval cut anywhere else would have a length of odd milliseconds
  const share = (days: number) => Math.floor(days / Math.max(1, calendars)) * DAY;
  const most = share(MOST_DAYS);
  const now = Math.floor(nowMs / DAY) * DAY;
  const to = Math.ceil(Math.min(LAST_YEAR, Math.max(nowMs + AHEAD, last + 2 * DAY), now + most / 2) / DAY) * DAY;
  const from = Math.floor(Math.max(FIRST_YEAR, first - BEFORE, to - most) / DAY) * DAY;
  return { from, to, first, last, farthest: Math.min(LAST_YEAR, Math.max(to, Math.ceil(horizonOf(nowMs) / DAY) * DAY), to + share(MOST_DAYS_AHEAD)) };
}

/** The last due instant that is told, epoch ms: ten years after the build. */
export function horizonOf(nowMs: number): number {
  return new Date(nowMs).setUTCFullYear(new Date(nowMs).getUTCFullYear() + TOLD_AHEAD);
}

/** When a calendar is open in [from, to); `pause` is awaited between pieces of work. */
export async function openIn(calendar: Calendar, from: number, to: number, pause: () => Promise<void>): Promise<Interval[]> {
  const open: Interval[] = [];
  for (let at = from; at < to; at += CHUNK) {
    append(open, openIntervals(calendar, at, Math.min(at + CHUNK, to)));
    await pause();
  }
  return open;
}

/**
 * Goes on from `years.to` until more than `budget` milliseconds lie open after the last instant. Adds what is open to `open`; answers whether
 * it gave up although the calendar does open later.
 */
export async function goOn(calendar: Calendar, open: Interval[], years: Years, budget: number, pause: () => Promise<void>): Promise<boolean> {
  const after = (intervals: readonly Interval[]) => intervals.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, years.last)), 0);
  const changes = lastChange(calendar);
  let left = budget - after(open);
  for (let at = years.to; left >= 0; at += CHUNK) {
    if (at >= years.farthest) {
      return true;
    }
    const more = openIntervals(calendar, at, Math.min(at + CHUNK, years.farthest));
    if (more.length === 0 && at > changes) {
      return false;
    }
    append(open, more);
    left -= after(more);
    await pause();
  }
  return false;
}

/** Adds intervals after others: one that goes on across the seam is one. */
function append(open: Interval[], more: readonly Interval[]): void {
  for (const one of more) {
    const last = open[open.length - 1];
    if (last?.end === one.start) {
      last.end = one.end;
    } else {
      open.push({ ...one });
    }
  }
}

/** The last date that a calendar names: from then on every week is like the one before. */
function lastChange({ hours, exceptions }: Calendar): number {
  const dates = [...hours.flatMap(({ validFrom, validTo }) => [validFrom, validTo]), ...exceptions.map(({ date }) => date)];
  return Math.max(0, ...dates.map((date) => (date === null ? null : parseDate(date))).map((day) => (day === null ? 0 : day * DAY)));
}
