import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import { Client } from 'pg';

import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { describeWithMariadb } from '../../tests/servers/describe-with-mariadb';
import { describeWithPostgres } from '../../tests/servers/describe-with-postgres';
import { makeMysql, makePostgres } from '../make';
import { readManifest } from '../manifest';
import { planOf } from '../plan';
import { END, makeSmall, temporaryFolder } from '../testing/open-helpdesk';

jest.setTimeout(60_000);
const folder = temporaryFolder();
const tickets = 300;
afterAll(() => folder.remove());

test('CSV is exactly the canonical layout', async () => {
  const dir = join(folder.path, 'csv');
  await makeSmall(dir, { tickets, months: 1, format: 'csv' });
  for (const { name, columns } of CANONICAL_TABLES) {
    const lines = readFileSync(join(dir, `${name}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe(columns.map((column) => column.name).join(','));
    expect(lines.length - 1).toBe(readManifest(dir)?.rows[name]);
  }
  const [, ticket] = readFileSync(join(dir, 'ticket.csv'), 'utf8').split('\n');
  expect(ticket).toMatch(/^T0000001,1,[^,]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,(customer|agent|bot|system),/);
  expect(ticket).toMatch(
    /,(\[\]|"\[("".*"")?\]"),.*,(true|false),(true|false),(true|false),(true|false),"\{""region"":""\w+"",""plan"":""\w+"",""language"":""\w+""\}",/
  );
  expect(readFileSync(join(dir, 'sla_target.csv'), 'utf8')).toContain('premium,close,,,604800,,false\n');
  expect(readFileSync(join(dir, 'calendar_hours.csv'), 'utf8')).toContain('manila-night,1,22:00,06:00,,\n');
  expect(readFileSync(join(dir, 'calendar_hours.csv'), 'utf8')).toMatch(/amsterdam,5,08:30,18:00,\d{4}-\d\d-\d\d,\n/);
});

test('a DuckDB file has the tables with their types', async () => {
  const dir = join(folder.path, 'duckdb');
  await makeSmall(dir, { tickets, months: 1, format: 'duckdb' });
  const instance = await DuckDBInstance.create(join(dir, 'helpdesk.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const types = (await connection.runAndReadAll(`SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'ticket'`)).getRows();
  expect(Object.fromEntries(types)).toMatchObject({
    ticket_id: 'VARCHAR',
    number: 'VARCHAR',
    created_at: 'TIMESTAMP',
    tags: 'VARCHAR[]',
    is_spam: 'BOOLEAN',
    attributes: 'VARCHAR',
  });
  const [[rows]] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM message')).getRows();
  expect(rows).toBe(readManifest(dir)?.rows.message);
  connection.disconnectSync();
  instance.closeSync();
});

describeWithPostgres('PostgreSQL', (server) => {
  test('has the tables with their types and indexes; they are replaced only where that was asked for', async () => {
    const url = server().url;
    const plan = planOf({ seed: 7, tickets, months: 1, end: Date.parse(END) });
    await makePostgres({ url, schema: 'desk', replace: false }, plan, () => undefined);
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const {
        rows: [row],
      } = await client.query(`SELECT count(*)::int AS tickets, min(created_at) AS first, jsonb_typeof(min(tags::text)::jsonb) AS tags,
        count(*) FILTER (WHERE attributes->>'plan' IN ('free', 'pro', 'enterprise'))::int AS planned, count(*) FILTER (WHERE closed_at IS NULL)::int > 0 AS some_open FROM desk.ticket`);
      expect(row).toMatchObject({ tickets, tags: 'array', planned: tickets, some_open: true });
      const { rows: types } = await client.query(`SELECT column_name, data_type, datetime_precision FROM information_schema.columns
        WHERE table_schema = 'desk' AND table_name = 'ticket' AND column_name IN ('created_at', 'tags', 'attributes', 'is_spam') ORDER BY 1`);
      expect(types.map(({ data_type: type, datetime_precision: precision }) => [type, precision])).toEqual([
        ['jsonb', null],
        ['timestamp with time zone', 3],
        ['boolean', null],
        ['jsonb', null],
      ]);
      await expect(makePostgres({ url, schema: 'desk', replace: false }, plan, () => undefined)).rejects.toThrow('already exists');
      await makePostgres({ url, schema: 'desk', replace: true }, { ...plan, seed: 8 }, () => undefined);
      const {
        rows: [again],
      } = await client.query('SELECT count(*)::int AS tickets FROM desk.ticket');
      expect(again).toEqual({ tickets });
    } finally {
      await client.end();
    }
  });
});

describeWithMariadb('MariaDB', (server) => {
  test('has the tables with their types and indexes, all or none; they are replaced only where that was asked for', async () => {
    const url = server().urlOf(server().database);
    const plan = planOf({ seed: 7, tickets, months: 1, end: Date.parse(END) });
    const make = (replace: boolean, seed: number) => makeMysql({ url, replace }, { ...plan, seed }, () => undefined);
    const admin = await server().connect();
    const [first] = await make(false, 7).then(() => admin.query<RowDataPacket[]>('SELECT * FROM ticket ORDER BY created_at LIMIT 1'));
    expect(first[0]).toMatchObject({ is_spam: expect.any(Number) as unknown, tags: expect.any(Array) as unknown });
    const [types] = await admin.query<RowDataPacket[]>(`SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, COLUMN_KEY AS indexed FROM information_schema.COLUMNS
      WHERE TABLE_NAME = 'ticket' AND COLUMN_NAME IN ('ticket_id', 'updated_at', 'is_spam') ORDER BY 1`);
    expect(types.map(({ name, type, indexed }) => [name, type, indexed])).toEqual([
      ['is_spam', 'tinyint(1)', ''],
      ['ticket_id', 'varchar(191)', 'PRI'],
      ['updated_at', 'timestamp(3)', 'MUL'],
    ]);
    const [watched] = await admin.query<RowDataPacket[]>(
      `SELECT TABLE_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = database() AND COLUMN_NAME = 'at' AND COLUMN_KEY = 'MUL' ORDER BY 1`
    );
    expect(watched.map(({ name }) => name as unknown)).toEqual(['ticket_event', 'time_entry']);
    await expect(make(false, 7)).rejects.toThrow('already exists');
    const count = async () => (await admin.query<RowDataPacket[]>('SELECT count(*) AS n FROM ticket'))[0][0].n as number;
    expect(await count()).toBe(tickets);
    await make(true, 8);
    expect(await count()).toBe(tickets);
    await admin.end();
  });
});
