import { Build } from './build';
import { derived, OPTIONS } from './derived.fixture';
import { expandCalendars } from './expand-calendars';

const office = (id: string) => ({
  id,
  name: id,
  timeZone: 'UTC',
  hours: [{ weekday: 1, start: '09:00', end: '17:00', validFrom: null, validTo: null }],
  exceptions: [],
});

test('a calendar has its intervals, and tables to look business time up in where tickets go by it', async () => {
  const connection = await derived([
    `INSERT INTO staging.sla_target (policy_id, clock, target_seconds, calendar_id) VALUES ('p', 'close', 60, 'target')`,
    `INSERT INTO staging.ticket_event (event_id, ticket_id, "at", field, from_value, to_value) VALUES ('e', 't', 1772000000000, 'schedule', 'before', 'after')`,
    ...['target', 'before', 'after', 'default', 'idle'].map(
      (id) => `INSERT INTO staging.calendar (calendar_id, name, time_zone) VALUES ('${id}', '${id}', 'UTC')`
    ),
  ]);
  for (const table of ['calendar_interval', 'calendar_holiday', 'calendar_reach']) {
    await connection.run(`DROP TABLE facts.${table}`);
  }
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map(([id]) => id);
  const build = new Build(connection, { ...OPTIONS, defaultCalendarId: 'default' }, new AbortController().signal);
  const { count, spent } = await expandCalendars(build, connection, ['target', 'before', 'after', 'default', 'idle'].map(office));
  const named = (keys: string) => read(`SELECT DISTINCT id FROM facts.dim_calendar JOIN (${keys}) k USING (ix) ORDER BY id`);
  expect(await named('SELECT calendar_ix AS ix FROM facts.calendar_interval')).toEqual(['after', 'before', 'default', 'idle', 'target']);
  const used = ['after', 'before', 'default', 'target'];
  expect(await named(`SELECT slot // ${count} + 1 AS ix FROM d_slot WHERE slot >= 0`)).toEqual(used);
  expect(await named(`SELECT slot // ${spent?.count} + 1 AS ix FROM d_spent`)).toEqual(used);
  await build.close();
  connection.closeSync();
});
