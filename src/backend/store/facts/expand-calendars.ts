import { BIGINT, INTEGER } from '@duckdb/node-api';

import type { Calendar } from '../../../shared/calendar';
import type { Interval } from '../../calendar/intervals';
import { slotGrid } from '../../calendar/slots';
import { parseDate } from '../../calendar/local-date';
import { DAY } from '../../calendar/units';
import { WallClock } from '../../calendar/wall-clock';
import type { Build } from './build';
import { goOn, openIn, type Years, yearsOf } from './calendar-years';
import { Filler } from './filler';
import { areSlotsWorth, createSlots, isWorth, type Slots } from './slots.sql';

interface Expanded {
  readonly calendar: Calendar;
  readonly ix: number;
  /** Its open time in all, and what divides the length of every interval, ms. */
  readonly total: number;
  readonly width: number;
  /** The widest slots that hold one interval at most, ms. */
  readonly grid: number;
  /** It opens later still, and a due instant may lie there. */
  readonly isCut: boolean;
}

/**
 * Expands the calendars: calendar_interval, calendar_holiday and calendar_reach for the store, d_slot and d_spent for business time here,
 * d_cut (calendar_ix) for those that do not reach to the last due instant.
 */
export async function expandCalendars(build: Build, calendars: readonly Calendar[]): Promise<Slots> {
  const years = await yearsOf(build, calendars.length);
  const used = await expandIn(build, calendars, years);
  const spent = await createSpent(build, used);
  // each width divides the next larger one
  const grid = Math.min(slotGrid([]), ...used.map((one) => one.grid));
  return { ...(await createSlots(build, used.map(keyOf), years, grid, areSlotsWorth(build, years, grid))), spent };
}

/** The same without the tables for business time, in a stretch of years; answers which calendars a ticket's business time can go by. */
export async function expandIn(build: Build, calendars: readonly Calendar[], years: Years): Promise<readonly Expanded[]> {
  const keys = new Map((await build.read(`SELECT ix, id FROM ${build.target('dim_calendar')}`)).map(({ ix, id }) => [String(id), Number(ix)]));
  const budgets = await largestTargets(build, calendars);
  const fill = await openIntervals(build);
  const expanded: Expanded[] = [];
  // one at a time: the intervals of thousands of calendars at once would take hundreds of megabytes
  for (const calendar of calendars) {
    const ix = keys.get(calendar.id) ?? 0;
    const open = await openIn(calendar, years.from, years.to, build.pause);
    const budget = budgets.get(calendar.id);
    const isCut = budget !== undefined && (await goOn(calendar, open, years, budget, build.pause));
    await fillIntervals(fill, ix, open, build.pause);
    const lengths = open.map(({ start, end }) => end - start);
    expanded.push({
      calendar,
      ix,
      isCut,
      total: lengths.reduce((sum, length) => sum + length, 0),
      width: lengths.reduce(commonDivisor, 0),
      grid: slotGrid([open]),
    });
    await build.pause();
  }
  fill.close();
  await createHolidays(build, expanded, years);
  await build.create(
    'calendar_reach',
    `SELECT ${years.from}::BIGINT AS from_at, ${years.to}::BIGINT AS to_at, ${years.first}::BIGINT AS first_at, ${years.last}::BIGINT AS last_at`
  );
  const cut = expanded.filter(({ isCut }) => isCut).map(({ ix }) => ix);
  await build.temp('d_cut', `SELECT unnest([${cut.join(', ')}]::INTEGER[]) AS calendar_ix`);
  const used = await usedCalendars(build);
  return expanded.filter(({ calendar }) => used.has(calendar.id));
}

const keyOf = ({ ix }: Expanded): number => ix;

/** The calendars that a ticket's business time can go by: no other needs lookup tables, which hold a row for each hour of their years. */
export async function usedCalendars(build: Build): Promise<ReadonlySet<string>> {
  const rows = await build.read(`
    SELECT calendar_id AS id FROM ${build.source('sla_target')}
    UNION SELECT to_value FROM ${build.source('ticket_event')} WHERE field = 'schedule'
    UNION SELECT from_value FROM ${build.source('ticket_event')} WHERE field = 'schedule'`);
  return new Set([build.options.defaultCalendarId, ...rows.map(({ id }) => id)].filter((id) => id !== null).map(String));
}

/** The largest target of each calendar, milliseconds: of any calendar's, where the calendars of tickets change. */
export async function largestTargets(build: Build, calendars: readonly Calendar[]): Promise<Map<string, number>> {
  const targets = await build.read(
    `SELECT calendar_id, max(target_seconds)::DOUBLE * 1000 AS budget FROM ${build.source('sla_target')} WHERE calendar_id IS NOT NULL GROUP BY calendar_id`
  );
  const own = new Map(targets.map(({ calendar_id, budget }) => [String(calendar_id), Number(budget)]));
  const isScheduled = (await build.number(`SELECT count(*) FROM ${build.source('ticket_event')} WHERE field = 'schedule'`)) > 0;
  return isScheduled && own.size > 0 ? new Map(calendars.map(({ id }) => [id, Math.max(...own.values())])) : own;
}

/** Rows that a lookup table has at most. */
const MOST_SPENT = 4_000_000;

/**
 * d_spent (slot, shift): F⁻¹ as a lookup table. Within one slot of business time, instant = shift + business time: a slot's width divides the
 * length of every open interval, so that none lies in two of them.
 */
async function createSpent(build: Build, expanded: readonly Expanded[]): Promise<Slots['spent']> {
  const width = expanded.map((one) => one.width).reduce(commonDivisor, 0) || DAY;
  const count = Math.max(1, ...expanded.map(({ total }) => total / width));
  const rows = expanded.reduce((sum, { total }) => sum + total, 0) / width;
  if (rows > MOST_SPENT || !isWorth(build, rows / Math.max(1, expanded.length))) {
    return null;
  }
  await build.temp(
    'd_spent',
    `
    SELECT (calendar_ix - 1)::BIGINT * ${count} + unnest(range(f_start // ${width}, (f_start + end_at - start_at) // ${width})) AS slot, start_at - f_start AS shift
    FROM ${build.target('calendar_interval')} WHERE calendar_ix IN (${['NULL', ...expanded.map(keyOf)].join(', ')})`
  );
  return { width, count };
}

/** Euclid's. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Creates calendar_interval, to be filled. */
async function openIntervals(build: Build): Promise<Filler> {
  await build.create('calendar_interval', 'SELECT 0::INTEGER AS calendar_ix, 0::BIGINT AS start_at, 0::BIGINT AS end_at, 0::BIGINT AS f_start WHERE false');
  const [catalog, schema] = build.options.target.split('.');
  return build.alone((connection) => Filler.open(connection, { catalog, schema, name: 'calendar_interval' }, [INTEGER, BIGINT, BIGINT, BIGINT]));
}

async function fillIntervals(fill: Filler, ix: number, open: readonly Interval[], pause: () => Promise<void>): Promise<void> {
  let sum = 0;
  for (const { start, end } of open) {
    fill.row([ix, BigInt(start), BigInt(end), BigInt(sum)]);
    sum += end - start;
    await pause();
  }
}

async function createHolidays(build: Build, expanded: readonly Expanded[], { from, to }: Years): Promise<void> {
  await build.create('calendar_holiday', "SELECT 0::INTEGER AS calendar_ix, ''::VARCHAR AS date, 0::BIGINT AS start_at, 0::BIGINT AS end_at WHERE false");
  for (const { ix, calendar } of expanded) {
    const clock = new WallClock(calendar.timeZone, from - 2 * DAY, to + 2 * DAY);
    const dates = new Set(calendar.exceptions.filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
    for (const date of [...dates].sort()) {
      const day = parseDate(date);
      if (day !== null && day * DAY >= from - DAY && day * DAY < to) {
        await build.run(`INSERT INTO ${build.target('calendar_holiday')} VALUES ($ix, $date, $start, $end)`, {
          ix,
          date,
          start: BigInt(clock.startOfDay(day)),
          end: BigInt(clock.startOfDay(day + 1)),
        });
      }
    }
  }
}
