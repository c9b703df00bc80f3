import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';

import { arbitraryCalendar, ODD_ZONES } from '../../calendar/arbitrary-calendar.fixture';
import { openIntervals } from '../../calendar/open-intervals';
import { slotGrid } from '../../calendar/slots';
import { DAY, HOUR, YEAR } from '../../calendar/units';
import { Build } from './build';
import { createSlots, LOOKED_UP, slotOf, timeAt } from './slots.sql';

/** F(t) from `from` on, of sorted intervals, by going through them all. */
const spent = (open: ReadonlyArray<{ start: number; end: number }>, t: number) =>
  open.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, t) - start), 0);

test.each([
  ['this year', Date.UTC(2026, 2, 20), Date.UTC(2026, 2, 20), true],
  ['this year, of few rows', Date.UTC(2026, 2, 20), Date.UTC(2026, 2, 20), false],
  ['before 1970', Date.UTC(1966, 3, 20), Date.UTC(1966, 3, 20), true],
  ['older than what has every slot', Date.UTC(1966, 3, 20), Date.UTC(2026, 2, 20), true],
])(
  'looking F up in the engine agrees with going through the hours to the millisecond: %s',
  async (_name, middle, nowMs, isEvery) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const [from, to] = [middle - 10 * DAY, middle + 10 * DAY];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ODD_ZONES).chain((zone) => fc.tuple(arbitraryCalendar(zone, from / DAY, 20), arbitraryCalendar(zone, from / DAY, 20))),
        fc.array(fc.integer({ min: from + HOUR, max: to - HOUR - 1 }), { minLength: 20, maxLength: 20 }),
        async (calendars, instants) => {
          const opens = calendars.map((calendar) => openIntervals(calendar, from, to));
          const build = new Build(connection, { staging: 'memory.main', target: 'memory.main', defaultCalendarId: null, nowMs }, new AbortController().signal);
          for (const table of new Set(LOOKED_UP.map(([name]) => name))) {
            const columns = LOOKED_UP.filter(([name]) => name === table).map(([, column]) => `${column} BIGINT`);
            await connection.run(`CREATE OR REPLACE TABLE ${table} (${columns.join(', ')})`);
          }
          await connection.run(`INSERT INTO message SELECT unnest([${instants.slice(0, 10).join(', ')}]::BIGINT[])`);
          await connection.run(`INSERT INTO ticket_sla SELECT t, t + 1 FROM (SELECT unnest([${instants.slice(10).join(', ')}]::BIGINT[]) AS t)`);
          await connection.run('CREATE OR REPLACE TABLE calendar_interval (calendar_ix INTEGER, start_at BIGINT, end_at BIGINT, f_start BIGINT)');
          for (const [i, open] of opens.entries()) {
            for (const { start, end } of open) {
              await connection.run(`INSERT INTO calendar_interval VALUES (${i + 1}, ${start}, ${end}, ${spent(open, start)})`);
            }
          }
          const slots = { ...(await createSlots(build, [1, 2], { from, to }, slotGrid(opens), isEvery)), spent: null };
          await build.ended();
          const asked = 'SELECT sent_at AS t FROM message UNION ALL SELECT "from" FROM ticket_sla';
          const keyed = `SELECT m.t, c.ix FROM (${asked}) m CROSS JOIN (VALUES (1), (2)) c(ix)`;
          const reader = await connection.runAndReadAll(
            `SELECT k.ix::INTEGER, k.t::DOUBLE, (${timeAt('s', 'k.t')})::DOUBLE, s.slot IS NULL FROM (${keyed}) k LEFT JOIN d_slot s ON s.slot = ${slotOf(slots, 'k.ix', 'k.t')}`
          );
          const rows = reader.getRows() as Array<[number, number, number, boolean]>;
          expect(rows).toHaveLength(2 * instants.length);
          expect(rows.filter(([ix, t, f]) => f !== spent(opens[ix - 1], t))).toEqual([]);
        }
      ),
      { numRuns: 25 }
    );
    connection.closeSync();
  },
  60_000
);

test('an instant beyond the years that calendars are kept for has no row', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const build = new Build(
    connection,
    { staging: 'memory.main', target: 'memory.main', defaultCalendarId: null, nowMs: 10 * DAY },
    new AbortController().signal
  );
  for (const [table, columns] of [
    ['ticket', 'created_at BIGINT, closed_at BIGINT'],
    ['message', 'sent_at BIGINT'],
    ['ticket_event', '"at" BIGINT'],
    ['chat_session', 'started_at BIGINT, first_agent_at BIGINT, ended_at BIGINT'],
    ['agent_status', '"from" BIGINT'],
    ['ticket_sla', '"from" BIGINT, "to" BIGINT'],
  ]) {
    await connection.run(`CREATE TABLE ${table} (${columns})`);
  }
  await connection.run('CREATE TABLE calendar_interval (calendar_ix INTEGER, start_at BIGINT, end_at BIGINT, f_start BIGINT)');
  const slots = { ...(await createSlots(build, [1], { from: 0, to: 20 * DAY }, HOUR, true)), spent: null };
  await build.ended();
  const known = async (t: number) =>
    (await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM d_slot WHERE slot = ${slotOf(slots, '1', String(t))}`)).getRows()[0][0];
  expect([await known(-YEAR), await known(-1), await known(DAY), await known(19 * DAY), await known(20 * DAY), await known(YEAR)]).toEqual([0, 0, 1, 1, 0, 0]);
  connection.closeSync();
});
