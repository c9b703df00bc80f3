import type { DuckDBConnection } from '@duckdb/node-api';

import { agent, event, helpdesk, message, ticket, utc } from '../oracle/builders';
import type { AgentStatusRow, ChatSessionRow, Helpdesk } from '../oracle/model';
import { answersOf } from './answers';
import { deriveWhole, type How, layOver, openDuckDb, readRows } from './facts';
import { keepRows } from './kept';
import { NOON } from '../../src/backend/query/measures/cases/case.fixture';

const DAY = '2025-03-03';
const how: How = { defaultCalendarId: null, nowMs: utc('2025-03-05 00:00') };
const context = {
  ...NOON,
  fromMs: utc(`${DAY} 00:00`),
  toMs: utc('2025-03-04 00:00'),
  nowMs: how.nowMs,
  defaultCalendar: null,
};

const available = (agent_id: string, from: string, to: string): AgentStatusRow => ({
  agent_id,
  status: 'online',
  availability: 'available',
  from: utc(`${DAY} ${from}`),
  to: utc(`${DAY} ${to}`),
});
const chat = (end: string): ChatSessionRow => ({
  session_id: 'chat',
  ticket_id: 'chat',
  started_at: utc(`${DAY} 13:00`),
  first_agent_at: utc(`${DAY} 13:05`),
  ended_at: utc(`${DAY} ${end}`),
  ended_by: null,
});
const waits = (id: string, from: string, to: string, owner: string) => [
  message(id, `${DAY} ${from}`, 'customer'),
  message(id, `${DAY} ${to}`, 'agent', { author_id: owner }),
];

/** Of ann's and ben's day: a customer whose ticket ann owns waits from nine to ten, another of hers a little within that hour, and ben holds a chat. */
const BASE = helpdesk({
  agent: [agent('ann'), agent('ben')],
  agent_status: ['ann', 'ben'].flatMap((id) => [available(id, '08:00', '09:30'), available(id, '09:30', '12:00'), available(id, '12:00', '15:00')]),
  ticket: [
    ticket('moved', `${DAY} 09:00`, { owner_id: 'ann' }),
    ticket('stays', `${DAY} 09:15`, { owner_id: 'ann' }),
    ticket('chat', `${DAY} 13:00`, { owner_id: 'ben' }),
  ],
  message: [...waits('moved', '09:00', '10:00', 'ann'), ...waits('stays', '09:15', '09:40', 'ann'), ...waits('chat', '13:00', '13:05', 'ben')],
  chat_session: [chat('14:00')],
});

const owned = (desk: Helpdesk, owner_id: string): Helpdesk['ticket'] => desk.ticket.map((one) => (one.ticket_id === 'moved' ? { ...one, owner_id } : one));

/** Each a state after the one before, of which one ticket has changed, and the agents whose work that changes. */
const STEPS: ReadonlyArray<readonly [what: string, agents: readonly string[], change: (desk: Helpdesk) => Helpdesk]> = [
  [
    'an owner gives a ticket away while its customer waits',
    ['ann', 'ben'],
    (desk) => ({ ...desk, ticket: owned(desk, 'ben'), ticket_event: [event('moved', `${DAY} 09:30`, 'owner', 'ann', 'ben')] }),
  ],
  ['a chat ends earlier', ['ben'], (desk) => ({ ...desk, chat_session: [chat('13:30')] })],
  ['a ticket was never given away: as it was at first', ['ann', 'ben'], (desk) => ({ ...desk, ticket: owned(desk, 'ann'), ticket_event: [] })],
  [
    'a ticket counts no more',
    ['ann'],
    (desk) => ({ ...desk, ticket: desk.ticket.map((one) => (one.ticket_id === 'moved' ? { ...one, is_test: true } : one)) }),
  ],
  ['a chat ends later', ['ben'], (desk) => ({ ...desk, chat_session: [chat('14:30')] })],
  ['a chat is gone', ['ben'], (desk) => ({ ...desk, chat_session: [] })],
];

const rowsOf = async (connection: DuckDBConnection, sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();

/** What an agent's work is in facts: pieces of their statuses, holds, and what is asked of both. */
async function workIn(connection: DuckDBConnection, schema: string) {
  const pieces = (columns: string, table: string) =>
    rowsOf(connection, `SELECT d.id, ${columns} FROM ${schema}.${table} f JOIN ${schema}.dim_agent d ON d.ix = f.agent_ix ORDER BY ALL`);
  const answers = await answersOf(connection, schema, { part: ['occupancy', 'agent_concurrency'], picks: [0, 1, 2], context });
  return {
    load: await pieces('f.from_at, f.to_at, has_work', 'load_fact'),
    holds: await pieces('f.from_at, f.to_at', 'hold_fact'),
    answers: [...answers],
  };
}

it('agents’ work is as if all were derived anew after one of their tickets or chats has changed, and found by those changes alone', async () => {
  const connection = await openDuckDb();
  try {
    const kept = await keepRows(connection, await readRows(connection, BASE, 'rows0'));
    const base = await deriveWhole(connection, kept.schema, 'whole0', how);
    let [desk, former, before] = [BASE, null as string | null, await workIn(connection, base)];
    for (const [i, [what, agents, change]] of STEPS.entries()) {
      const next = change(desk);
      const [rows, name] = [await readRows(connection, next, `rows${i + 1}`), `laid${i + 1}`];
      expect({ what, ...(await kept.change(rows)) }).toEqual({ what, kind: 'some', ticket: 1, agent: 0, calendar: 0, policy: 0 });
      expect(await layOver(connection, { rows: kept.schema, base, former, name }, how)).toEqual({ kind: 'laid' });
      const [laid, whole] = [await workIn(connection, `${name}.main`), await workIn(connection, await deriveWhole(connection, rows, `whole${i + 1}`, how))];
      expect({ what, ...laid }).toEqual({ what, ...whole });
      expect(whole.answers.length).toBe(8);
      // each step is seen, in the work of those agents
      const changed = ({ load }: typeof laid, other: typeof laid) =>
        load.filter((row) => !other.load.some((one) => JSON.stringify(one) === JSON.stringify(row)));
      const whose = new Set([...changed(laid, before), ...changed(before, laid)].map((row) => row?.[0]));
      expect([what, ...[...whose].sort()]).toEqual([what, ...agents]);
      [desk, former, before] = [next, name, laid];
    }
    // the hours in which nothing changed are those of the facts below
    const [[relaid]] = await rowsOf(connection, `SELECT count(*)::INTEGER FROM ${former}.touched.load_row`);
    expect([relaid, BASE.agent_status.length]).toEqual([4, 6]);
  } finally {
    connection.closeSync();
  }
}, 60_000);
