import { Build } from './build';
import { derived, OPTIONS } from './derived.fixture';
import { expandCalendars } from './expand-calendars';

const office = (id: string) => ({
  id,
  name: id,
  timeZone: 'UTC',
  hours: [
    { weekday: 1, start: '09:00', end: '17:00', validFrom: null, validTo: null },
    { weekday: 1, start: '18:00', end: '18:01', validFrom: null, validTo: null },
  ],
  exceptions: [],
});

const CALENDARS = ['target', 'before', 'after', 'default', 'idle'];

/** Calendars as expanded for a helpdesk with so many events, and what there is of each table: its rows, and the calendars that have any. */
async function expanded(events: number) {
  const connection = await derived([
    `INSERT INTO staging.sla_target (policy_id, clock, target_seconds, calendar_id) VALUES ('p', 'close', 60, 'target')`,
    `INSERT INTO staging.ticket_event (event_id, ticket_id, "at", field, from_value, to_value) SELECT 'e' || range, 't', 1772000000000, 'schedule', 'before', 'after' FROM range(${events})`,
    ...CALENDARS.map((id) => `INSERT INTO staging.calendar (calendar_id, name, time_zone) VALUES ('${id}', '${id}', 'UTC')`),
  ]);
  for (const table of ['calendar_interval', 'calendar_holiday', 'calendar_reach']) {
    await connection.run(`DROP TABLE facts.${table}`);
  }
  const build = new Build(connection, { ...OPTIONS, defaultCalendarId: 'default' }, new AbortController().signal);
  await build.countSources();
  const slots = await expandCalendars(build, CALENDARS.map(office));
  await build.ended();
  const named = async (keys: string) => {
    const reader = await connection.runAndReadAll(`SELECT id, count(*)::INTEGER FROM facts.dim_calendar JOIN (${keys}) k USING (ix) GROUP BY id ORDER BY id`);
    return reader.getRows();
  };
  const open = await named('SELECT calendar_ix AS ix FROM facts.calendar_interval');
  const slotted = await named(`SELECT slot // ${slots.count} + 1 AS ix FROM d_slot WHERE slot >= 0`);
  const spent = slots.spent && (await named(`SELECT slot // ${slots.spent.count} + 1 AS ix FROM d_spent`));
  await build.close();
  connection.closeSync();
  return { open: open.map(([id]) => id), slotted, spent: spent?.map(([id]) => id) };
}

const USED = ['after', 'before', 'default', 'target'];

test('a calendar has its intervals, and tables to look business time up in where tickets go by it', async () => {
  const { open, slotted, spent } = await expanded(2000);
  expect(open).toEqual([...CALENDARS].sort());
  expect(slotted.map(([id]) => id)).toEqual(USED);
  expect(spent).toEqual(USED);
});

test('of few rows only the slots that they ask about are there', async () => {
  const { open, slotted, spent } = await expanded(1);
  expect(open).toEqual([...CALENDARS].sort());
  expect(slotted).toEqual(USED.map((id) => [id, 1]));
  expect(spent).toBeUndefined();
});
