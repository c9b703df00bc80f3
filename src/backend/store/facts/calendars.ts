import { BIGINT, type DuckDBConnection, type DuckDBValue, INTEGER } from '@duckdb/node-api';

import type { Calendar, ExceptionRow, HoursRow, Interval } from '../../calendar/calendar';
import { openIntervals } from '../../calendar/open-intervals';
import { slotGrid, slotTable } from '../../calendar/slots';
import { parseDate } from '../../calendar/local-date';
import { DAY, YEAR } from '../../calendar/units';
import { WallClock } from '../../calendar/wall-clock';
import { type Build, FIRST_INSTANT, LAST_INSTANT } from './build';
import { Filler } from './filler';

/** How far before the data: a calendar has hours to cover there too. */
const BEFORE = 500 * DAY;
/** How far past the build calendars are expanded. */
const AHEAD = 400 * DAY;
/** How far back: an instant further back is a mistake in the data, not worth the table. */
const BACK = 40 * YEAR;

/** Keys of the slot table that stand for no calendar at all and for 24/7. */
export const NO_CALENDAR_SLOT = -1;
export const ALWAYS_SLOT = -2;

/** How an instant finds its row of the slot table: see business-time.sql.ts. */
export interface Slots {
  readonly grid: number;
  readonly first: number;
  readonly count: number;
  /** How an amount of business time finds its row of d_spent, as an instant does of d_slot: slots `width` ms wide. Null: the table would be too large. */
  readonly spent: { readonly width: number; readonly count: number } | null;
}

/** Every calendar of the helpdesk and the settings, as d_calendar, and the settings' calendars of agents, as d_agent_calendar. */
export async function readCalendars(build: Build): Promise<Calendar[]> {
  const { extraCalendars = [], agentCalendars = {} } = build.options;
  const calendars = new Map([...(await helpdeskCalendars(build)), ...extraCalendars].map((one) => [one.id, one]));
  await build.temp('d_calendar', 'SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS name, NULL::VARCHAR AS time_zone WHERE false');
  for (const { id, name, timeZone } of calendars.values()) {
    await build.run('INSERT INTO d_calendar VALUES ($id, $name, $timeZone)', { id, name, timeZone });
  }
  await build.temp('d_agent_calendar', 'SELECT NULL::VARCHAR AS agent_id, NULL::VARCHAR AS calendar_id WHERE false');
  for (const [agentId, calendarId] of Object.entries(agentCalendars)) {
    await build.run('INSERT INTO d_agent_calendar VALUES ($agentId, $calendarId)', { agentId, calendarId });
  }
  return [...calendars.values()];
}

async function helpdeskCalendars(build: Build): Promise<Calendar[]> {
  const calendars = await build.read(`SELECT calendar_id, name, time_zone FROM ${build.source('calendar')} ORDER BY calendar_id`);
  const hours = await build.read(`SELECT calendar_id, weekday, "start", "end", valid_from, valid_to FROM ${build.source('calendar_hours')}`);
  const exceptions = await build.read(`SELECT calendar_id, date, kind, "start", "end" FROM ${build.source('calendar_exception')}`);
  return calendars.map((calendar): Calendar => ({
    id: String(calendar.calendar_id),
    name: text(calendar.name) ?? String(calendar.calendar_id),
    timeZone: String(calendar.time_zone),
    hours: hours.filter((row) => row.calendar_id === calendar.calendar_id).map((row): HoursRow => ({
      weekday: Number(row.weekday), start: String(row.start), end: String(row.end), validFrom: text(row.valid_from), validTo: text(row.valid_to),
    })),
    exceptions: exceptions.filter((row) => row.calendar_id === calendar.calendar_id).map((row): ExceptionRow => ({
      date: String(row.date), kind: exceptionKind(row.kind), start: text(row.start), end: text(row.end),
    })),
  }));
}

/** Expands the calendars: calendar_interval and calendar_holiday for the store, calendar_slot for business time here. */
export async function expandCalendars(build: Build, connection: DuckDBConnection, calendars: readonly Calendar[]): Promise<Slots> {
  const { nowMs } = build.options;
  // cut at whole days, as an interval cut anywhere else would have a length of odd milliseconds
  const to = Math.ceil((nowMs + AHEAD) / DAY) * DAY;
  const from = Math.floor(Math.max(nowMs - BACK, Math.min(nowMs, (await firstInstant(build)) ?? nowMs) - BEFORE) / DAY) * DAY;
  const keys = new Map((await build.read(`SELECT ix, id FROM ${build.target('dim_calendar')}`)).map(({ ix, id }) => [String(id), Number(ix)]));
  const expanded = calendars.map((calendar) => ({ calendar, ix: keys.get(calendar.id) ?? 0, open: openIntervals(calendar, from, to) }));
  await createIntervals(build, connection, expanded);
  await createHolidays(build, connection, expanded, from, to);

  const grid = slotGrid(expanded.map(({ open }) => open));
  const slots = { grid, first: Math.floor(from / grid), count: Math.ceil(to / grid) - Math.floor(from / grid), spent: await createSpent(build, expanded) };
  await build.temp('d_slot', 'SELECT 0::BIGINT AS slot, 0::BIGINT AS f0, 0::BIGINT AS a, 0::BIGINT AS b WHERE false');
  const fill = await Filler.open(connection, { catalog: 'temp', schema: 'main', name: 'd_slot' }, [BIGINT, BIGINT, BIGINT, BIGINT]);
  fill.row([BigInt(NO_CALENDAR_SLOT), null, null, null]);
  fill.row([BigInt(ALWAYS_SLOT), BigInt(FIRST_INSTANT), BigInt(FIRST_INSTANT), BigInt(LAST_INSTANT)]);
  const known = new Map(expanded.map(({ ix, open }) => [ix, open]));
  for (let ix = 1; ix <= keys.size; ix++) {
    const open = known.get(ix);
    const base = (ix - 1) * slots.count;
    const table = open && slotTable(open, grid, from, to);
    for (let i = 0; i < slots.count; i++) {
      // the outermost slots stand for all that lies beyond them, where the calendar is not known
      const inside = table && i > 0 && i < slots.count - 1;
      fill.row(inside ? [BigInt(base + i), BigInt(table.f0[i]), BigInt(table.a[i]), BigInt(table.b[i])] : [BigInt(base + i), null, null, null]);
    }
  }
  fill.close();
  return slots;
}

/** Rows that a lookup table is worth. */
const MOST_SPENT = 4_000_000;

/**
 * d_spent (slot, shift): F⁻¹ as a lookup table. Within one slot of business time, instant = shift + business time: a slot's width divides the
 * length of every open interval, so that none lies in two of them.
 */
async function createSpent(build: Build, expanded: readonly Expanded[]): Promise<Slots['spent']> {
  const lengths = expanded.flatMap(({ open }) => open.map(({ start, end }) => end - start));
  const width = lengths.reduce(commonDivisor, 0) || DAY;
  const totals = expanded.map(({ open }) => open.reduce((sum, { start, end }) => sum + end - start, 0));
  const count = Math.max(1, ...totals.map((total) => total / width));
  if (totals.reduce((sum, total) => sum + total, 0) / width > MOST_SPENT) {
    return null;
  }
  await build.temp('d_spent', `
    SELECT (calendar_ix - 1)::BIGINT * ${count} + unnest(range(f_start // ${width}, (f_start + end_at - start_at) // ${width})) AS slot, start_at - f_start AS shift
    FROM ${build.target('calendar_interval')}`);
  return { width, count };
}

/** Euclid's. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

interface Expanded {
  readonly calendar: Calendar;
  readonly ix: number;
  readonly open: readonly Interval[];
}

async function createIntervals(build: Build, connection: DuckDBConnection, expanded: readonly Expanded[]): Promise<void> {
  await build.create('calendar_interval', 'SELECT 0::INTEGER AS calendar_ix, 0::BIGINT AS start_at, 0::BIGINT AS end_at, 0::BIGINT AS f_start WHERE false');
  const [catalog, schema] = build.options.target.split('.');
  const fill = await Filler.open(connection, { catalog, schema, name: 'calendar_interval' }, [INTEGER, BIGINT, BIGINT, BIGINT]);
  for (const { ix, open } of expanded) {
    let sum = 0;
    for (const { start, end } of open) {
      fill.row([ix, BigInt(start), BigInt(end), BigInt(sum)]);
      sum += end - start;
    }
  }
  fill.close();
}

async function createHolidays(build: Build, connection: DuckDBConnection, expanded: readonly Expanded[], from: number, to: number): Promise<void> {
  await build.create('calendar_holiday', "SELECT 0::INTEGER AS calendar_ix, ''::VARCHAR AS date, 0::BIGINT AS start_at, 0::BIGINT AS end_at WHERE false");
  for (const { ix, calendar } of expanded) {
    const clock = new WallClock(calendar.timeZone, from - 2 * DAY, to + 2 * DAY);
    const dates = new Set(calendar.exceptions.filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
    for (const date of [...dates].sort()) {
      const day = parseDate(date);
      if (day !== null && day * DAY >= from - DAY && day * DAY < to) {
        await build.run(`INSERT INTO ${build.target('calendar_holiday')} VALUES ($ix, $date, $start, $end)`, {
          ix, date, start: BigInt(clock.startOfDay(day)), end: BigInt(clock.startOfDay(day + 1)),
        });
      }
    }
  }
}

/** The first instant that business time may be asked about. */
async function firstInstant(build: Build): Promise<number | null> {
  const columns = [['ticket', 'created_at'], ['message', 'sent_at'], ['ticket_event', '"at"'], ['chat_session', 'started_at'], ['agent_status', '"from"']] as const;
  const [row] = await build.read(
    `SELECT min("at")::DOUBLE AS "at" FROM (${columns.map(([table, column]) => `SELECT min(${column}) AS "at" FROM ${build.source(table)}`).join(' UNION ALL ')})`
  );
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

function text(value: DuckDBValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function exceptionKind(value: DuckDBValue | undefined): ExceptionRow['kind'] {
  return value === 'override' || value === 'break' ? value : 'holiday';
}
