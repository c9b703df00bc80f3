import { DuckDBInstance } from '@duckdb/node-api';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadFault, NEVER, testTarget } from '../../testing/target';
import { createFilesSource } from './files-source';

jest.setTimeout(60_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  mkdirSync(join(folder, 'desk'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);
const desk = () => join(folder, 'desk', 'desk.duckdb');
async function duckdb(...statements: string[]): Promise<void> {
  const instance = await DuckDBInstance.create(desk());
  const connection = await instance.connect();
  for (const statement of statements) {
    await connection.run(statement.replaceAll('$folder', folder));
  }
  connection.closeSync();
  instance.closeSync();
}

const ticket = (from: string) => `CREATE VIEW ticket AS SELECT i AS ticket_id, DATE '2026-01-01' AS created_at FROM ${from}`;

it.each([
  ['endless', ticket('range(1000000000000) t(i)')],
  ['recursive', ticket('(WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i FROM r) SELECT i FROM r) t')],
  ['with a sum of more rows than can ever be read', ticket('(SELECT sum(a.range + b.range) AS i FROM range(10000000) a, range(10000000) b) t')],
])('a view that is %s ends by the time limit, and the connection can be used again', async (_, view) => {
  await duckdb(view);
  const target = await testTarget();
  await expect(createFilesSource({ path: desk(), readTimeoutMs: 1000 }).load(target, NEVER, () => undefined)).rejects.toMatchObject({
    category: 'timeout',
    message: 'desk.duckdb, table "ticket" took longer than a second to read.',
    hint: 'Make its view faster, or raise readTimeout in the data source’s settings.',
  });
  expect(await target.rows('ticket')).toEqual([]);
  target.close();
});

it.each<[string, string[], string, string]>([
  [
    'reads another file',
    [`CREATE VIEW ticket AS SELECT * FROM read_csv('$folder/other.csv')`],
    'config',
    'desk.duckdb, table "ticket" is a view that reads other files or databases, which is not allowed.',
  ],
  [
    'reads another file, which only shows once it is read',
    [`CREATE VIEW ticket AS SELECT content AS ticket_id, DATE '2026-01-01' AS created_at FROM read_text('/etc/passwd')`],
    'config',
    'desk.duckdb, table "ticket" is a view that reads other files or databases, which is not allowed.',
  ],
  [
    'fails',
    ['CREATE TABLE x AS SELECT 1 AS i', `CREATE VIEW ticket AS SELECT error('no: ' || i) AS ticket_id, DATE '2026-01-01' AS created_at FROM x`],
    'schema',
    'desk.duckdb, table "ticket" is a view that fails.',
  ],
  [
    'has lost its table',
    ['CREATE TABLE x AS SELECT 1 AS ticket_id, now() AS created_at', 'CREATE VIEW ticket AS FROM x', 'DROP TABLE x'],
    'schema',
    'desk.duckdb, table "ticket" is a view that fails.',
  ],
])('a view that %s is named', async (_, statements, category, message) => {
  writeFileSync(place('other.csv'), 'ticket_id,created_at\n1,2026-01-01\n');
  await duckdb(...statements);
  const target = await testTarget();
  for (const statement of [`SET allowed_directories = ['${folder}/desk']`, 'SET enable_external_access = false']) {
    await target.connection.run(statement);
  }
  await expect(createFilesSource({ path: desk() }).load(target, NEVER, () => undefined)).rejects.toMatchObject({
    category,
    message,
    cause: expect.anything() as unknown,
  });
  target.close();
});

it.each(['csv', 'parquet'])('a store that may grow no further is to blame, not the %s file', async (format) => {
  await duckdb(
    `COPY (SELECT i AS ticket_id, DATE '2026-01-01' AS created_at, md5(i::VARCHAR) || md5('x' || i) AS subject FROM range(200000) t(i)) TO '$folder/ticket.${format}' (FORMAT ${format}, HEADER true)`.replace(
      format === 'csv' ? '' : ', HEADER true',
      ''
    )
  );
  const said = execFileSync(
    '/bin/sh',
    [
      '-c',
      'trap "" XFSZ; ulimit -f 4000; exec "$@"',
      'sh',
      process.execPath,
      '--import',
      'tsx',
      join(__dirname, 'store-full.fixture.ts'),
      folder,
      mkdtempSync(place('store-')),
    ],
    { encoding: 'utf8' }
  );
  expect(said).toBe('limit: The disk that holds the store is full, or lets no file grow further.');
});

it('a source that ends in time is not touched', async () => {
  await duckdb(ticket('range(10) t(i)'));
  expect(await loadFault(createFilesSource({ path: desk(), readTimeoutMs: 30_000 }))).toBeNull();
});
