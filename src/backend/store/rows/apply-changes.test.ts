import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { createCanonicalTables } from '../../canonical/duckdb';
import type { ChangedTable } from '../../sources/source';
import { type Applied, applyChanges } from './apply-changes';
import { readRowsMeta, type RowsMeta, writeRowsMeta } from './rows-meta';
import { touchedTable } from './touched';

const META: RowsMeta = { id: 'r', revision: 4, loadedAt: 1, readAt: 1, marks: 'old', found: [], remarks: [] };
const SCHEMAS = { rows: 'kept.main', changes: 'changes.main' };

let connection: DuckDBConnection;
const run = async (...statements: string[]): Promise<void> => {
  for (const statement of statements) {
    await connection.run(statement);
  }
};
const read = async (sql: string): Promise<unknown[]> => (await connection.runAndReadAll(sql)).getRowsJson();
const rows = (table: string, columns: string): Promise<unknown[]> => read(`SELECT ${columns} FROM kept.main.${table} ORDER BY ALL`);
/** Puts rows into one of both; unnamed columns are empty. */
const insert = (schema: 'kept' | 'changes', table: string, ...values: ReadonlyArray<Readonly<Record<string, string | number | null>>>): Promise<void> =>
  run(
    ...values.map((row) => {
      const list = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
      return `INSERT INTO ${schema}.main.${table} (${Object.keys(row)
        .map((name) => `"${name}"`)
        .join(', ')}) VALUES (${list.join(', ')})`;
    })
  );
const apply = (...tables: ChangedTable[]): Promise<Applied> => applyChanges(connection, SCHEMAS, tables, META, { readAt: 2, marks: 'new' }, 0);
const some = (name: ChangedTable['name']): ChangedTable => ({ name, complete: 'false' });
const whole = (name: ChangedTable['name']): ChangedTable => ({ name, complete: 'true' });

beforeEach(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await run("ATTACH ':memory:' AS kept", "ATTACH ':memory:' AS changes", ...createCanonicalTables('kept.main'), ...createCanonicalTables('changes.main'));
  await writeRowsMeta(connection, 'kept.main', 'f', META);
});
afterEach(() => connection.closeSync());

it('replaces what differs, adds what is new, and touches the tickets as they were and as they are', async () => {
  await insert('kept', 'message', { message_id: '1', ticket_id: 'a' }, { message_id: '2', ticket_id: 'b' }, { message_id: '3', ticket_id: 'c' });
  await insert('changes', 'message', { message_id: '1', ticket_id: 'a' }, { message_id: '2', ticket_id: 'd' }, { message_id: '4', ticket_id: 'e' });
  expect(await apply(some('message'))).toMatchObject({ kind: 'applied', touched: { kind: 'some', ticket: 3, agent: 0 }, rows: 2 });
  expect(await rows('message', 'message_id, ticket_id')).toEqual([
    ['1', 'a'],
    ['2', 'd'],
    ['3', 'c'],
    ['4', 'e'],
  ]);
  expect(await read(`SELECT * FROM ${touchedTable('ticket')} ORDER BY ALL`)).toEqual([['b'], ['d'], ['e']]);
  expect(await readRowsMeta(connection, 'kept.main', 'f')).toEqual({ ...META, revision: 5, readAt: 2, marks: 'new' });
});

it('changes nothing where nothing differs, and keeps the new marks for whoever goes on', async () => {
  await insert('kept', 'team', { team_id: '1', name: null });
  await insert('changes', 'team', { team_id: '1', name: null });
  expect(await apply(whole('team'))).toEqual({ kind: 'applied', meta: { ...META, readAt: 2, marks: 'new' }, touched: { kind: 'nothing' }, rows: 0 });
  expect(await readRowsMeta(connection, 'kept.main', 'f')).toEqual(META);
});

it('keeps when a row was updated, which touches nothing', async () => {
  await insert('kept', 'ticket', { ticket_id: 'a', updated_at: 1 }, { ticket_id: 'b', updated_at: 1, subject: 'x' });
  await insert('changes', 'ticket', { ticket_id: 'a', updated_at: 2 }, { ticket_id: 'b', updated_at: 2, subject: 'y' });
  expect(await apply(some('ticket'))).toMatchObject({ touched: { kind: 'some', ticket: 1 }, rows: 2 });
  expect(await rows('ticket', 'ticket_id, updated_at')).toEqual([
    ['a', '2'],
    ['b', '2'],
  ]);
  expect(await read(`SELECT * FROM ${touchedTable('ticket')}`)).toEqual([['b']]);
});

it('tells keys apart of which a part is empty', async () => {
  await insert('kept', 'ticket_sla', { ticket_id: 'a', policy_id: 'p', from: null, to: 1 }, { ticket_id: 'a', policy_id: 'p', from: 5, to: 6 });
  await insert('changes', 'ticket_sla', { ticket_id: 'a', policy_id: 'p', from: null, to: 2 });
  await apply(some('ticket_sla'));
  expect(await rows('ticket_sla', '"from", "to"')).toEqual([
    ['5', '6'],
    [null, '2'],
  ]);
});

it('removes what is gone of the rows that were read whole, and no other', async () => {
  await insert('kept', 'survey', { survey_id: '1', ticket_id: 'a' }, { survey_id: '2', ticket_id: 'b' }, { survey_id: '30', ticket_id: 'c' });
  await insert('changes', 'survey', { survey_id: '1', ticket_id: 'a' });
  expect(await apply({ name: 'survey', complete: 'CAST(survey_id AS INTEGER) < 10' })).toMatchObject({ touched: { ticket: 1 }, rows: 1 });
  expect(await rows('survey', 'survey_id')).toEqual([['1'], ['30']]);
});

it('touches agents by their statuses and memberships', async () => {
  await insert('changes', 'agent_status', { agent_id: 'x', from: 1 });
  await insert('changes', 'team_member', { agent_id: 'y', team_id: 't' });
  expect(await apply(some('agent_status'), whole('team_member'))).toMatchObject({ touched: { kind: 'some', ticket: 0, agent: 2 } });
  expect(await read(`SELECT * FROM ${touchedTable('agent')} ORDER BY ALL`)).toEqual([['x'], ['y']]);
});

it('touches the tickets of customers and of organizations', async () => {
  await insert('kept', 'ticket', { ticket_id: 'a', requester_id: 'c1' }, { ticket_id: 'b', requester_id: 'c2' }, { ticket_id: 'd', org_id: 'o2' });
  await insert('kept', 'ticket', { ticket_id: 'e', requester_id: 'c3' });
  await insert('kept', 'customer', { customer_id: 'c1', name: 'x' }, { customer_id: 'c2', org_id: 'o2' });
  await insert('kept', 'survey', { survey_id: '1', customer_id: 'c1', ticket_id: 'f' }, { survey_id: '2', customer_id: 'c1' });
  await insert('kept', 'ticket_event', { event_id: '1', ticket_id: 'g', actor_id: 'c1' }, { event_id: '2', ticket_id: 'h', actor_id: 'c3' });
  await insert('changes', 'customer', { customer_id: 'c1', name: 'y' });
  await insert('changes', 'organization', { org_id: 'o2', name: 'z' });
  expect(await apply(some('customer'), whole('organization'))).toMatchObject({ touched: { kind: 'some' } });
  expect(await read(`SELECT * FROM ${touchedTable('ticket')} ORDER BY ALL`)).toEqual([['a'], ['b'], ['d'], ['f'], ['g'], [null]]);
});

it('touches no ticket, of which there is one, where a survey without a ticket comes', async () => {
  await insert('changes', 'survey', { survey_id: '1' }, { survey_id: '2' });
  expect(await apply(some('survey'))).toMatchObject({ kind: 'applied', touched: { kind: 'some', ticket: 1, agent: 0 } });
  expect(await read(`SELECT * FROM ${touchedTable('ticket')}`)).toEqual([[null]]);
});

it('touches calendars by their hours and exceptions, and policies by their targets', async () => {
  await insert('kept', 'calendar', { calendar_id: 'c' });
  await insert('changes', 'calendar_hours', { calendar_id: 'c', weekday: 1, start: '09:00' });
  await insert('changes', 'calendar_exception', { calendar_id: 'd', date: '2026-01-01' });
  await insert('changes', 'sla_target', { policy_id: 'p', clock: 'close' });
  const tables = [some('calendar_hours'), some('calendar_exception'), some('sla_target')];
  expect(await apply(...tables)).toMatchObject({ touched: { kind: 'some', ticket: 0, agent: 0, calendar: 2, policy: 1 } });
  expect(await read(`SELECT * FROM ${touchedTable('calendar')} ORDER BY ALL`)).toEqual([['c'], ['d']]);
  expect(await read(`SELECT * FROM ${touchedTable('policy')}`)).toEqual([['p']]);
});

it('touches everything where a stage changes', async () => {
  await insert('changes', 'stage', { stage_id: '1', kind: 'new' });
  expect(await apply(whole('stage'))).toMatchObject({ kind: 'applied', touched: { kind: 'everything' } });
});

it('asks for a load where a calendar is gone, and changes nothing', async () => {
  await insert('kept', 'calendar', { calendar_id: '1' });
  expect(await apply(whole('calendar'))).toMatchObject({ kind: 'reload' });
  expect(await rows('calendar', 'calendar_id')).toEqual([['1']]);
});

it('asks for a load where more than a fifth of many tickets have changed', async () => {
  await run(`INSERT INTO kept.main.ticket (ticket_id) SELECT 't' || i FROM range(6000) r(i)`);
  await run(`INSERT INTO changes.main.ticket (ticket_id, subject) SELECT 't' || i, 'x' FROM range(1201) r(i)`);
  expect(await apply(some('ticket'))).toMatchObject({ kind: 'reload' });
  await run(`DELETE FROM changes.main.ticket WHERE ticket_id = 't7'`);
  expect(await apply(some('ticket'))).toMatchObject({ kind: 'applied', touched: { kind: 'some', ticket: 1200 } });
});

it('leaves the rows as they were where a statement fails', async () => {
  await insert('kept', 'team', { team_id: '1', name: 'x' });
  await insert('changes', 'team', { team_id: '2', name: 'y' });
  await expect(apply(whole('team'), { name: 'ticket', complete: 'no_such_column' })).rejects.toThrow('no_such_column');
  expect(await rows('team', 'team_id')).toEqual([['1']]);
  expect(await apply(whole('team'))).toMatchObject({ kind: 'applied', rows: 2 });
});
