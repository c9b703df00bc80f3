import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { describeWithMariadb } from '../../../tests/servers/describe-with-mariadb';
import { describeWithPostgres } from '../../../tests/servers/describe-with-postgres';
import type { MariadbServer } from '../../../tests/servers/mariadb';
import { identifier } from '../duckdb/sql-text';
import { CANONICAL_TABLES, type CanonicalColumn, type CanonicalTable, type ColumnType } from '../canonical/tables';
import { createSource, type SourceOptions } from './index';
import { NEVER, testTarget } from './testing/target';

/** Texts that somebody's reader gets wrong. Spaces around them are nobody's. */
const HOSTILE = [
  'plain',
  "it's",
  '"quoted"',
  'a,b;c\td',
  'two\nlines',
  'two\r\nlines',
  '\\',
  '\\N',
  '\\.',
  '$1',
  '%s',
  'NULL',
  'null',
  'true',
  '漢字',
  '🎫🎫🎫',
  "'; DROP TABLE ticket; --",
  '<script>',
  'x'.repeat(12),
  'x'.repeat(13),
  'é'.repeat(6),
  'é'.repeat(7),
  'y'.repeat(5_000),
  '\u0001',
  '\u200b',
  '2026-01-01',
  '007',
  '1e5',
  '[]',
  '{}',
];

/** Those that are ids. */
const IDS = HOSTILE.filter((text) => text.toLowerCase() !== 'null');

/** A generator of whole numbers below `n`, the same every time. */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Canonical rows for a table: distinct keys, all words, hostile texts, nulls where they may be. */
function canonicalRows(table: CanonicalTable, count: number): Array<Record<string, unknown>> {
  const below = numbers(table.name.length * 7919);
  return Array.from({ length: count }, (_, row) => {
    const values: Record<string, unknown> = {};
    for (const column of table.columns) {
      values[column.name] = value(table, column, row, below, values);
    }
    return values;
  });
}

function value(table: CanonicalTable, column: CanonicalColumn, row: number, below: (n: number) => number, before: Readonly<Record<string, unknown>>): unknown {
  const isKey = column.name === table.key[0];
  if (!isKey && !column.required && below(4) === 0) {
    return column.default ?? null;
  }
  const pick = <T>(values: readonly T[]): T => values[below(values.length)];
  const { oneOf, oneOfWhere: where } = column;
  if (oneOf ?? (where && before[where.column] === where.is)) {
    return pick(oneOf ?? where?.words ?? []);
  }
  if (column.between) {
    return column.between[0] + below(column.between[1] - column.between[0] + 1);
  }
  // a scale from 1 to 5, and scores on it
  if (column.name === 'scale_min' || column.above) {
    return column.above ? 5 : 1;
  }
  if (column.inside) {
    return 1 + below(9) / 2;
  }
  // who names a calendar names one that there is
  if (column.name === 'calendar_id' ? ['agent', 'sla_target'].includes(table.name) : before.field === 'schedule' && column.type === 'text') {
    return null;
  }
  if (column.name === 'time_zone') {
    return pick(['Europe/Amsterdam', 'UTC', 'Asia/Kathmandu']);
  }
  const make: Record<ColumnType, () => unknown> = {
    id: () => (isKey ? `${pick(IDS)}${row}` : pick(IDS)),
    text: () => pick(column.idWhere ? IDS : HOSTILE),
    instant: () => 1_700_000_000_000 + below(2_000_000_000) * 50 - (below(50) === 0 ? 3e12 : 0),
    date: () => `20${10 + below(20)}-0${1 + below(9)}-${10 + below(19)}`,
    time: () => pick(['00:00', '09:30', '23:59', '24:00']),
    boolean: () => below(2) === 0,
    integer: () => below(2_000_000) - 1_000_000,
    number: () => pick([0, -1.5, 3600, 0.1, 1e15, 1 / 3, 4]),
    tags: () => Array.from({ length: below(4) }, () => pick(HOSTILE)),
    json: () => JSON.stringify({ a: below(10), bb: pick(HOSTILE), ccc: [1, { x: null }] }),
  };
  return make[column.type]();
}

/** The DuckDB type from JSON, and how the column is written to CSV, Parquet, PostgreSQL and MySQL. */
const FORMATS: Record<ColumnType, { json: string; csv?: (c: string) => string; parquet?: (c: string) => string; postgres: string; mysql: string }> = {
  id: { json: 'VARCHAR', postgres: 'text', mysql: 'longtext' },
  text: { json: 'VARCHAR', postgres: 'varchar', mysql: 'mediumtext' },
  instant: {
    json: 'BIGINT',
    csv: (c) => `strftime(make_timestamp(${c} * 1000), '%Y-%m-%dT%H:%M:%S.%gZ')`,
    parquet: (c) => `make_timestamp(${c} * 1000)`,
    postgres: 'timestamptz',
    mysql: 'datetime(3)',
  },
  date: { json: 'VARCHAR', parquet: (c) => `CAST(${c} AS DATE)`, postgres: 'date', mysql: 'date' },
  time: { json: 'VARCHAR', postgres: 'time', mysql: 'time' },
  boolean: { json: 'BOOLEAN', postgres: 'boolean', mysql: 'boolean' },
  integer: { json: 'INTEGER', postgres: 'int4', mysql: 'int' },
  number: { json: 'DOUBLE', postgres: 'float8', mysql: 'double' },
  tags: { json: 'VARCHAR[]', csv: (c) => `CAST(to_json(${c}) AS VARCHAR)`, postgres: 'text[]', mysql: 'json' },
  json: { json: 'VARCHAR', postgres: 'jsonb', mysql: 'json' },
};

describeWithPostgres('the same rows through every source', (server) => {
  const ROWS = 3_000;
  let folder = '';
  const rows = new Map<CanonicalTable, Array<Record<string, unknown>>>();
  let expected: Record<string, unknown[]> = {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
    const origin = await testTarget();
    for (const table of CANONICAL_TABLES) {
      rows.set(table, canonicalRows(table, table.name === 'ticket' || table.name === 'message' ? ROWS : 200));
      await write(origin.connection, table, rows.get(table) ?? [], `${origin.schema}.${identifier(table.name)}`);
    }
    expected = await origin.all();
    await writeFiles(origin.connection, origin.schema, folder);
    origin.close();
    await writePostgres(server().url, rows);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const reads = (name: string, options: () => SourceOptions): void =>
    it(
      name,
      async () => {
        const target = await testTarget();
        const source = createSource(options());
        expect((await source.inspect(NEVER)).map((found) => [found.name, found.columns.length])).toEqual(
          CANONICAL_TABLES.map(({ name: table, columns }) => [table, columns.length])
        );
        await source.load(target, NEVER, () => undefined);
        const loaded = await target.all();
        await source.close();
        target.close();
        expect(Object.keys(loaded)).toHaveLength(CANONICAL_TABLES.length);
        for (const { name: table } of CANONICAL_TABLES) {
          expect(loaded[table]).toEqual(expected[table]);
        }
      },
      30_000
    );
  reads('CSV', () => ({ type: 'files', path: join(folder, 'csv') }));
  reads('Parquet', () => ({ type: 'files', path: join(folder, 'parquet') }));
  reads('a DuckDB file', () => ({ type: 'files', path: join(folder, 'desk.duckdb') }));
  reads('PostgreSQL', () => ({ type: 'postgres', ...server(), schema: 'desk', tls: { mode: 'disable' } }));

  describeWithMariadb('MySQL', (mariadb) => {
    beforeAll(() => writeMysql(mariadb(), rows), 60_000);
    reads('MariaDB', () => ({ type: 'mysql', ...mariadb(), tls: { mode: 'disable' } }));
  });
});

/** Puts rows into a table by their JSON. */
async function write(connection: DuckDBConnection, table: CanonicalTable, rows: ReadonlyArray<Record<string, unknown>>, place: string): Promise<void> {
  const types = table.columns.map(({ name, type }) => `${JSON.stringify(name)}: ${JSON.stringify(FORMATS[type].json)}`).join(', ');
  await connection.run(`INSERT INTO ${place} SELECT unnest(from_json($json, '[{${types}}]'), recursive := true)`, { json: JSON.stringify(rows) });
}

async function writeFiles(connection: DuckDBConnection, schema: string, folder: string): Promise<void> {
  mkdirSync(join(folder, 'csv'));
  mkdirSync(join(folder, 'parquet'));
  await connection.run(`ATTACH '${join(folder, 'desk.duckdb')}' AS desk`);
  for (const { name, columns } of CANONICAL_TABLES) {
    const select = (format: 'csv' | 'parquet') =>
      `SELECT ${columns.map((column) => `${FORMATS[column.type][format]?.(identifier(column.name)) ?? identifier(column.name)} AS ${identifier(column.name)}`).join(', ')} FROM ${schema}.${identifier(name)}`;
    await connection.run(`COPY (${select('csv')}) TO '${join(folder, 'csv', `${name}.csv`)}' (FORMAT csv, HEADER)`);
    await connection.run(`COPY (${select('parquet')}) TO '${join(folder, 'parquet', `${name}.parquet`)}' (FORMAT parquet)`);
    await connection.run(`CREATE TABLE desk.${identifier(name)} AS ${select('parquet')}`);
  }
  await connection.run('DETACH desk');
}

async function writePostgres(url: string, rows: ReadonlyMap<CanonicalTable, ReadonlyArray<Record<string, unknown>>>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE SCHEMA desk');
  for (const [{ name, columns }, values] of rows) {
    await client.query(
      `CREATE TABLE desk.${identifier(name)} (${columns.map((column) => `${identifier(column.name)} ${FORMATS[column.type].postgres}`).join(', ')})`
    );
    const json = values.map((row) => Object.fromEntries(columns.map((column) => [column.name, forPostgres(column, row[column.name])])));
    await client.query(`INSERT INTO desk.${identifier(name)} SELECT * FROM json_populate_recordset(NULL::desk.${identifier(name)}, $1)`, [
      JSON.stringify(json),
    ]);
  }
  await client.end();
}

function forPostgres({ type }: CanonicalColumn, written: unknown): unknown {
  if (written === null) {
    return null;
  }
  return type === 'instant' ? new Date(written as number).toISOString() : type === 'json' ? (JSON.parse(written as string) as unknown) : written;
}

async function writeMysql(server: MariadbServer, rows: ReadonlyMap<CanonicalTable, ReadonlyArray<Record<string, unknown>>>): Promise<void> {
  const client = await server.connect();
  for (const [{ name, columns }, values] of rows) {
    await client.query(`CREATE TABLE \`${name}\` (${columns.map((column) => `\`${column.name}\` ${FORMATS[column.type].mysql}`).join(', ')})`);
    await client.query(`INSERT INTO \`${name}\` VALUES ?`, [values.map((row) => columns.map((column) => forMysql(column, row[column.name])))]);
  }
  await client.end();
}

function forMysql({ type }: CanonicalColumn, written: unknown): unknown {
  if (written === null) {
    return null;
  }
  return type === 'instant'
    ? new Date(written as number).toISOString().replace('T', ' ').replace('Z', '')
    : type === 'tags'
      ? JSON.stringify(written)
      : written;
}
