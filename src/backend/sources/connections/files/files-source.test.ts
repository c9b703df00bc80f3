import { join } from 'node:path';

import { loadFault, NEVER, testTarget } from '../../testing/target';
import { createFilesSource } from './files-source';
import { TICKETS, testFolder } from './folder.fixture';

const { path, write, source, duckdb, load } = testFolder();
let folder = '';
beforeEach(() => {
  folder = path();
});

describe('Parquet files', () => {
  it.each<[string, string, string]>([
    ['TIMESTAMP', "TIMESTAMP '2026-03-28 07:52:45.123456'", '1774684365123'],
    ['TIMESTAMPTZ', "TIMESTAMPTZ '2026-03-28 07:52:45.123+02'", '1774677165123'],
    ['TIMESTAMP_NS', "TIMESTAMP_NS '2026-03-28 07:52:45.123456789'", '1774684365123'],
    ['TIMESTAMP_MS', "TIMESTAMP_MS '2026-03-28 07:52:45.123'", '1774684365123'],
    ['DATE', "DATE '2026-03-28'", '1774656000000'],
    ['BIGINT milliseconds', '1774684365123::BIGINT', '1774684365123'],
    ['DOUBLE milliseconds', '1774684365123::DOUBLE', '1774684365123'],
    ['text', "'2026-03-28T09:52:45.123+02:00'", '1774684365123'],
  ])('reads an instant from %s', async (_, value, expected) => {
    await duckdb(`COPY (SELECT 'T1' AS ticket_id, ${value} AS created_at) TO '$folder/ticket.parquet'`);
    expect((await load()).ticket).toEqual([expect.objectContaining({ created_at: expected })]);
  });

  it('reads ids from numbers, tags from lists, attributes from structs, words from enums, times and dates', async () => {
    await duckdb(
      `COPY (SELECT * FROM (VALUES (7::INTEGER, TIMESTAMP '2026-01-01', 3.0::DOUBLE, 5.00::DECIMAL(9, 2), ['a', 'b'], {'plan': 'gold'}, 'bot'::ENUM('bot', 'agent'), 1::TINYINT, ''), (8, '2026-01-02', NULL, NULL, [], NULL, NULL, 0, 'x'))
        t(ticket_id, created_at, owner_id, team_id, tags, attributes, created_by, is_spam, subject)) TO '$folder/ticket.parquet'`,
      `COPY (SELECT uuid() AS calendar_id, 1 AS weekday, TIME '09:00' AS start, '17:30:00' AS "end", DATE '2026-01-01' AS valid_from, TIMESTAMP '2027-01-01' AS valid_to) TO '$folder/calendar_hours.parquet'`
    );
    expect(await load()).toMatchObject({
      ticket: [
        { ticket_id: '7', owner_id: '3', team_id: '5', tags: ['a', 'b'], attributes: '{"plan":"gold"}', created_by: 'bot', is_spam: true, subject: null },
        { ticket_id: '8', owner_id: null, tags: [], attributes: null, created_by: 'customer', is_spam: false, subject: 'x' },
      ],
      calendar_hours: [{ start: '09:00', end: '17:30', valid_from: '2026-01-01', valid_to: '2027-01-01' }],
    });
  });

  it('names row, column and value of what is wrong', async () => {
    await duckdb(
      `COPY (SELECT i AS ticket_id, CASE WHEN i = 70000 THEN 'infinity'::TIMESTAMP WHEN i = 5 THEN NULL ELSE TIMESTAMP '2026-01-01' END AS created_at FROM range(100000) t(i)) TO '$folder/ticket.parquet'`
    );
    expect((await loadFault(source()))?.message.split('\n')).toEqual([
      'ticket.parquet, row 6, column "created_at": is empty, but it is required.',
      'ticket.parquet, row 70001, column "created_at": "infinity" is not an instant, such as 2026-03-28T07:52:45.000Z.',
    ]);
  });

  it('refuses a type that no value can be read from', async () => {
    await duckdb(`COPY (SELECT 1 AS ticket_id, true AS created_at) TO '$folder/ticket.parquet'`);
    expect((await loadFault(source()))?.message).toBe(
      'ticket.parquet, row 1, column "created_at": "true" is not an instant, such as 2026-03-28T07:52:45.000Z.'
    );
  });
});

describe('a DuckDB file', () => {
  const file = () => join(folder, "the 'desk'.duckdb");
  const make = (...statements: string[]) => duckdb(`ATTACH '$folder/the ''desk''.duckdb' AS desk`, 'USE desk', ...statements, 'USE memory', 'DETACH desk');

  it('reads tables and views', async () => {
    await make(
      `CREATE TABLE raw AS SELECT 1 AS id, TIMESTAMPTZ '2026-01-01 00:00:00+09' AS made`,
      'CREATE VIEW "Ticket" AS SELECT id AS ticket_id, made AS created_at FROM raw',
      `CREATE TABLE team AS SELECT 'x' AS team_id`
    );
    const desk = createFilesSource({ path: file() });
    expect(await desk.inspect(NEVER)).toEqual([
      { name: 'team', columns: ['team_id'], rows: 1 },
      { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null },
    ]);
    const target = await testTarget();
    await desk.load(target, NEVER, () => undefined);
    expect(await target.rows('ticket')).toEqual([expect.objectContaining({ ticket_id: '1', created_at: String(Date.UTC(2025, 11, 31, 15)) })]);
    // nothing stays attached, and twice is once
    expect((await target.connection.runAndReadAll('SELECT database_name FROM duckdb_databases() WHERE NOT internal')).getRows()).toEqual([['memory']]);
    target.close();
  });

  it('says what is wrong, and which tables there are where there are no tickets', async () => {
    await make(`CREATE TABLE ticket AS SELECT 'T1' AS ticket_id, 'x' AS created_at`);
    expect((await loadFault(createFilesSource({ path: file() })))?.message).toContain(
      'the \'desk\'.duckdb, table "ticket", row 1, column "created_at": "x" is not an instant'
    );
    await make('DROP TABLE ticket', 'CREATE TABLE tickets AS SELECT 1 AS id');
    expect((await loadFault(createFilesSource({ path: file() })))?.message).toContain('has tickets, but no table "ticket".');
  });
});

it('inspects a folder: tables, columns, rows where they are cheap; and refuses it where a required column is missing', async () => {
  await duckdb(
    `COPY (SELECT i AS message_id, 1 AS ticket_id, now() AS sent_at, 'bot' AS author_kind, 1 AS other FROM range(10) t(i)) TO '$folder/message.parquet'`
  );
  write({ 'ticket.csv': TICKETS });
  expect(await source().inspect(NEVER)).toEqual([
    { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null },
    { name: 'message', columns: ['message_id', 'ticket_id', 'sent_at', 'author_kind'], rows: 10 },
  ]);
  write({ 'agent.csv': 'id,name\n' });
  await expect(source().inspect(NEVER)).rejects.toMatchObject({
    category: 'schema',
    message: 'agent.csv has no column "agent_id", which is required. It has "id": did you mean "agent_id"?',
  });
});

it.each(['CSV', 'Parquet', 'DuckDB'])('reads %s in a DuckDB that is locked down to the folder', async (format) => {
  await duckdb(
    format === 'Parquet' ? `COPY (SELECT 1 AS ticket_id, now() AS created_at) TO '$folder/ticket.parquet'` : `ATTACH '$folder/desk.duckdb' AS desk`,
    ...(format === 'DuckDB' ? ['CREATE TABLE desk.ticket AS SELECT 1 AS ticket_id, now() AS created_at', 'DETACH desk'] : [])
  );
  if (format === 'CSV') {
    write({ 'ticket.csv': TICKETS });
  }
  const place = format === 'DuckDB' ? join(folder, 'desk.duckdb') : folder;
  for (const [allowed, expected] of [
    [folder, null],
    ['/usr', 'is not in a folder that the Grafana administrator allows'],
  ] as const) {
    const target = await testTarget();
    for (const statement of [
      `SET allowed_directories = ['${allowed.replaceAll("'", "''")}']`,
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ]) {
      await target.connection.run(statement);
    }
    const loading = createFilesSource({ path: place }).load(target, NEVER, () => undefined);
    if (expected === null) {
      await loading;
      expect(await target.rows('ticket')).toHaveLength(1);
    } else {
      await expect(loading).rejects.toMatchObject({ category: 'config', message: expect.stringContaining(expected) as unknown });
    }
    target.close();
  }
});

it('tells progress, and stops when asked to', async () => {
  await duckdb(`COPY (SELECT i AS ticket_id, now() AS created_at, repeat('x', 100) || i AS subject FROM range(1000000) t(i)) TO '$folder/ticket.parquet'`);
  const target = await testTarget();
  const seen: unknown[] = [];
  const abort = new AbortController();
  const began = performance.now();
  const loading = source().load(target, abort.signal, (progress) => {
    seen.push(progress);
    // once the statement that reads is under way
    setImmediate(() => abort.abort(new Error('enough')));
  });
  await expect(loading).rejects.toThrow('enough');
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(seen).toEqual([{ table: 'ticket', rows: 0, total: 1_000_000 }]);
  target.close();
});
