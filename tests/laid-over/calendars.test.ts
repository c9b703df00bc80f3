import type { DuckDBConnection } from '@duckdb/node-api';

import { agent, helpdesk, message, ticket, utc } from '../oracle/builders';
import type { CalendarExceptionRow, CalendarHoursRow, Helpdesk, SlaTargetRow } from '../oracle/model';
import { answersOf } from './answers';
import { deriveWhole, type How, layOver, openDuckDb, readRows } from './facts';
import { keepRows } from './kept';
import { NOON } from '../../src/backend/query/measures/cases/case.fixture';

const how: How = { defaultCalendarId: null, nowMs: utc('2025-03-05 18:00') };
const context = {
  ...NOON,
  fromMs: utc('2025-03-01 00:00'),
  toMs: utc('2025-03-06 00:00'),
  nowMs: how.nowMs,
  defaultCalendar: null,
};

const hours = (calendar_id: string, start: string, valid_from: string | null = null): CalendarHoursRow[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ calendar_id, weekday, start, end: '17:00', valid_from, valid_to: null }));
const holiday = (calendar_id: string, date: string): CalendarExceptionRow => ({ calendar_id, date, kind: 'holiday', start: null, end: null });
const target = (policy_id: string, target_seconds: number, calendar_id: string | null): SlaTargetRow => ({
  policy_id,
  clock: 'first_reply',
  priority: null,
  valid_from: null,
  target_seconds,
  calendar_id,
  pauses: false,
});

/** Tickets of two policies, by business time and always: one of the first day, one that is answered on the second, and one that is due then. */
const BASE = helpdesk({
  calendar: ['tickets', 'agents'].map((calendar_id) => ({ calendar_id, name: calendar_id, time_zone: 'UTC' })),
  calendar_hours: [...hours('tickets', '09:00'), ...hours('agents', '09:00')],
  sla_target: [target('business', 4 * 3600, 'tickets'), target('always', 3600, null)],
  agent: [agent('ann', { calendar_id: 'agents' }), agent('ben', { calendar_id: 'tickets' })],
  agent_status: ['ann', 'ben'].map((agent_id) => ({
    agent_id,
    status: 'online',
    availability: 'available',
    from: utc('2025-03-03 08:00'),
    to: utc('2025-03-04 20:00'),
  })),
  ticket: [
    ticket('first', '2025-03-03 09:00', { status: 'closed', closed_at: utc('2025-03-03 12:30') }),
    ticket('second', '2025-03-03 15:00'),
    ticket('open', '2025-03-03 16:00'),
    ticket('always', '2025-03-03 10:00', { status: 'closed', closed_at: utc('2025-03-03 11:30') }),
  ],
  message: [
    message('first', '2025-03-03 12:00', 'agent', { author_id: 'ann' }),
    message('second', '2025-03-04 10:00', 'agent', { author_id: 'ben' }),
    message('always', '2025-03-03 11:30', 'agent', { author_id: 'ann' }),
  ],
  ticket_sla: ['first', 'second', 'open', 'always'].map((ticket_id) => ({
    ticket_id,
    policy_id: ticket_id === 'always' ? 'always' : 'business',
    from: null,
    to: null,
  })),
});

/** Each a state after the one before; which tickets and agents it touches. */
const STEPS: ReadonlyArray<readonly [what: string, touched: readonly string[], change: (desk: Helpdesk) => Helpdesk]> = [
  ['a holiday to come', ['ben'], (desk) => ({ ...desk, calendar_exception: [holiday('tickets', '2025-03-17')] })],
  ['a holiday on the second day', ['ben', 'open', 'second'], (desk) => ({ ...desk, calendar_exception: [holiday('tickets', '2025-03-04')] })],
  ['other hours of agents', ['ann'], (desk) => ({ ...desk, calendar_hours: [...hours('tickets', '09:00'), ...hours('agents', '08:00')] })],
  ['another target', ['always'], (desk) => ({ ...desk, sla_target: [target('business', 4 * 3600, 'tickets'), target('always', 7200, null)] })],
  [
    'other hours, as if they had always been so',
    ['always', 'ben', 'first', 'open', 'second'],
    (desk) => ({ ...desk, calendar_hours: [...hours('tickets', '12:00'), ...hours('agents', '08:00')] }),
  ],
  [
    'a calendar that takes the place of another, which nothing names any more',
    ['first', 'open', 'second'],
    (desk) => ({
      ...desk,
      calendar: [...desk.calendar, { calendar_id: 'third', name: 'third', time_zone: 'Asia/Kolkata' }],
      calendar_hours: [...desk.calendar_hours, ...hours('third', '10:00')],
      sla_target: [target('business', 2 * 3600, 'third'), target('always', 7200, null)],
    }),
  ],
];

const METRICS = ['time_to_first_response', 'sla_attainment', 'sla_breaches', 'sla_at_risk', 'customer_wait_time', 'availability_hours', 'uncovered_hours'];

const answers = (connection: DuckDBConnection, schema: string) => answersOf(connection, schema, { part: METRICS, picks: [0, 1, 2], context });

it('facts are as if all were derived anew after calendars and policies have changed, of what depends on them alone', async () => {
  const connection = await openDuckDb();
  try {
    const kept = await keepRows(connection, await readRows(connection, BASE, 'rows0'));
    const base = await deriveWhole(connection, kept.schema, 'whole0', how);
    let [desk, former, before] = [BASE, null as string | null, await answers(connection, base)];
    for (const [i, [what, touched, change]] of STEPS.entries()) {
      desk = change(desk);
      const [rows, name] = [await readRows(connection, desk, `rows${i + 1}`), `laid${i + 1}`];
      expect([what, await kept.change(rows)]).toMatchObject([what, { kind: 'some', ticket: 0, agent: 0 }]);
      expect([what, await layOver(connection, { rows: kept.schema, base, former, name }, how)]).toEqual([what, { kind: 'laid' }]);
      const found = await connection.runAndReadAll('SELECT ticket_id FROM temp.touched_ticket UNION ALL SELECT agent_id FROM temp.touched_agent ORDER BY ALL');
      expect([what, ...found.getRows().flat()]).toEqual([what, ...touched]);
      const [laid, whole] = [await answers(connection, `${name}.main`), await answers(connection, await deriveWhole(connection, rows, `whole${i + 1}`, how))];
      expect([what, laid]).toEqual([what, whole]);
      // each step but the first, which is of a day that nobody asks about, is seen
      expect([what, laid.size, JSON.stringify([...laid]) === JSON.stringify([...before])]).toEqual([what, before.size, i === 0]);
      [former, before] = [name, laid];
    }
  } finally {
    connection.closeSync();
  }
}, 120_000);

it('all facts are to be derived anew where a calendar comes that was named before', async () => {
  const connection = await openDuckDb();
  try {
    const [, agents] = BASE.calendar;
    const lacking = { ...BASE, calendar: [agents], calendar_hours: hours('agents', '09:00'), agent: [agent('ann')] };
    const kept = await keepRows(connection, await readRows(connection, { ...lacking, sla_target: [] }, 'rows0'));
    const base = await deriveWhole(connection, kept.schema, 'whole0', { ...how, defaultCalendarId: 'tickets' });
    await kept.change(await readRows(connection, { ...lacking, calendar: BASE.calendar, calendar_hours: BASE.calendar_hours, sla_target: [] }, 'rows1'));
    const laid = await layOver(connection, { rows: kept.schema, base, former: null, name: 'laid' }, { ...how, defaultCalendarId: 'tickets' });
    expect(laid).toEqual({ kind: 'whole', why: 'a calendar has come that was named before' });
  } finally {
    connection.closeSync();
  }
}, 60_000);
