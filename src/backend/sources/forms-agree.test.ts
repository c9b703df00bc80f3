import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { describeWithMariadb } from '../../../tests/servers/describe-with-mariadb';
import { describeWithPostgres } from '../../../tests/servers/describe-with-postgres';
import { createSource, type SourceOptions } from './index';
import type { Remark } from './source';
import { NEVER, testTarget } from './testing/target';

const ROWS = `
  (1, '2026-10-25 02:30:00', 1761400000, '2026-10-25 02:30', ' 5.0 ', 'NULL', '0E984725-C51C-4BF4-9960-E1C80E27ABA0', ' NULL'),
  (2, '2026-03-29 02:30:00', 1761400000123, '2026-10-25 10:00:00 +0200', '0', 'none', 'x', 'a'),
  (3, '2026-07-01 12:00:00', 1761400000123456, '1761400000', 'NaN', '0.0', NULL, ''),
  (4, '2026-07-01 12:00:00', NULL, '2026-07-01t10:00z', '7', '8', '', 'b')`;

/** Tickets as other programs keep them: which types, and how each value is written. Readable by DuckDB and by PostgreSQL. */
const TICKETS = `SELECT ticket_id::float8 AS ticket_id, created_at::timestamp AS created_at, closed_at::bigint AS closed_at, updated_at::text AS updated_at,
    owner_id::text AS owner_id, team_id::text AS team_id, org_id::text AS org_id, subject::text AS subject
  FROM (VALUES ${ROWS}) AS t(ticket_id, created_at, closed_at, updated_at, owner_id, team_id, org_id, subject)`;

/** The same for MySQL. */
const IN_MYSQL = [
  `CREATE TABLE ticket (ticket_id double, created_at datetime, closed_at bigint, updated_at varchar(40) CHARACTER SET latin1, owner_id varchar(40), team_id text,
    org_id char(40), subject mediumtext)`,
  `INSERT INTO ticket VALUES ${ROWS}`,
];

const EXPECTED = [
  ['1', '2026-10-25T00:30:00.000Z', 1761400000000, '2026-10-25T00:30:00.000Z', '5', null, '0e984725-c51c-4bf4-9960-e1c80e27aba0', 'NULL'],
  ['2', '2026-03-29T01:30:00.000Z', 1761400000123, '2026-10-25T08:00:00.000Z', null, null, 'x', 'a'],
  ['3', '2026-07-01T10:00:00.000Z', 1761400000123, '2025-10-25T13:46:40.000Z', null, null, null, null],
  ['4', '2026-07-01T10:00:00.000Z', null, '2026-07-01T10:00:00.000Z', '7', '8', null, 'b'],
].map(([ticket_id, created, closed_at, updated, owner_id, team_id, org_id, subject]) => ({
  ...{ ticket_id, owner_id, team_id, org_id, subject },
  created_at: String(Date.parse(String(created))),
  closed_at: closed_at === null ? null : String(closed_at),
  updated_at: String(Date.parse(String(updated))),
}));

describeWithPostgres('values as other programs write them', (server) => {
  const rules = { timeZone: 'Europe/Amsterdam', unassignedIds: ['0'] };
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forms-'));
    const connection = await (await DuckDBInstance.create()).connect();
    for (const format of ['csv', 'parquet'] as const) {
      mkdirSync(join(folder, format));
      await connection.run(`COPY (${TICKETS}) TO '${join(folder, format, `ticket.${format}`)}' (FORMAT ${format})`);
    }
    await connection.run(`ATTACH '${join(folder, 'desk.duckdb')}' AS desk`);
    await connection.run(`CREATE TABLE desk.ticket AS ${TICKETS}`);
    await connection.run('DETACH desk');
    connection.closeSync();
    const client = new Client({ connectionString: server().url });
    await client.connect();
    await client.query('CREATE SCHEMA forms');
    await client.query(`CREATE TABLE forms.ticket AS ${TICKETS}`);
    await client.end();
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const sources: Array<[string, () => SourceOptions]> = [
    ['CSV', () => ({ type: 'files', rules, path: join(folder, 'csv') })],
    ['Parquet', () => ({ type: 'files', rules, path: join(folder, 'parquet') })],
    ['a DuckDB file', () => ({ type: 'files', rules, path: join(folder, 'desk.duckdb') })],
    ['PostgreSQL', () => ({ type: 'postgres', rules, ...server(), schema: 'forms', tls: { mode: 'disable' } })],
  ];
  const agrees = async (options: () => SourceOptions): Promise<void> => {
    const target = await testTarget();
    const source = createSource(options());
    const remarks: Remark[] = [];
    await source.load(
      target,
      NEVER,
      () => undefined,
      (remark) => remarks.push(remark)
    );
    const { ticket } = await target.all();
    await source.close();
    target.close();
    expect(ticket).toEqual(EXPECTED.map((row) => expect.objectContaining(row) as unknown));
    expect(remarks.map(({ text }) => text).sort()).toEqual([
      'Instants without a time zone are read as Europe/Amsterdam, by the setting source.databaseTimeZone: ticket.created_at, ticket.updated_at.',
      'Numbers are read as microseconds since 1970: ticket.closed_at.',
      'Numbers are read as milliseconds since 1970: ticket.closed_at.',
      'Numbers are read as seconds since 1970: ticket.closed_at, ticket.updated_at.',
    ]);
  };
  it.each(sources)('are the same from %s', (_, options) => agrees(options));

  describeWithMariadb('and of MySQL', (mariadb) => {
    it('are the same from MariaDB', async () => {
      const admin = await mariadb().connect();
      for (const statement of IN_MYSQL) {
        await admin.query(statement);
      }
      await admin.end();
      await agrees(() => ({ type: 'mysql', rules, ...mariadb(), tls: { mode: 'disable' } }));
    });
  });
});
