import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Database } from './database';
import { temporaryDirectory } from './store.fixture';

jest.setTimeout(20_000);

const root = temporaryDirectory();
const folder = join(root, "it's a store");
const readable = join(root, 'source');
const connections: DuckDBConnection[] = [];
let database: Database;

beforeAll(async () => {
  for (const one of [folder, readable]) {
    mkdirSync(one);
    writeFileSync(join(one, 'a.csv'), 'x,y\n1,2\n');
  }
  writeFileSync(join(root, 'outside.csv'), 'secret\n1\n');
  database = await Database.open({ folder, readable: [readable], memoryLimit: '300MB', threads: 2, maxTempSize: '50MB' });
  // settings must hold on every connection, whenever it was made
  connections.push(await database.connect(), await database.connect());
});
afterAll(async () => {
  connections.forEach((connection) => database.disconnect(connection));
  await database.close();
  rmSync(root, { recursive: true });
});

const run = async (sql: string): Promise<unknown[][][]> =>
  Promise.all(connections.map(async (connection) => (await connection.runAndReadAll(sql)).getRowsJS() as unknown[][]));

describe.each([
  ['reading a system file', "SELECT * FROM read_text('/etc/passwd')"],
  ['reading beside the allowed folders', `SELECT * FROM '${root}/outside.csv'`],
  ['climbing out of an allowed folder', `SELECT * FROM read_csv('${readable}/../outside.csv')`],
  ['listing a folder', "SELECT * FROM glob('/etc/*')"],
  ['writing outside', `COPY (SELECT 1) TO '${root}/out.csv'`],
  ['exporting outside', `EXPORT DATABASE '${root}/out'`],
  ['attaching outside', `ATTACH '${root}/out.duckdb' AS outside`],
  ['the network', "SELECT * FROM read_csv('https://example.com/a.csv')"],
  ['INSTALL', 'INSTALL httpfs'],
  ['INSTALL from the community', 'INSTALL h3 FROM community'],
  ['LOAD', 'LOAD httpfs'],
  ['LOAD of a file', `LOAD '${folder}/x.duckdb_extension'`],
  ['a secret', "CREATE PERSISTENT SECRET (TYPE http, BEARER_TOKEN 'x')"],
  ['SET of a limit', "SET memory_limit = '8GB'"],
  ['SET of a spill limit', "SET max_temp_directory_size = '800GB'"],
  ['SET of what may be set', "SET allowed_configs = ['threads', 'memory_limit']"],
  ['SET of access', 'SET enable_external_access = true'],
  ['SET of folders', "SET allowed_directories = ['/']"],
  ['SET of extensions', 'SET autoinstall_known_extensions = true'],
  ['SET of a zone', "SET TimeZone = 'America/New_York'"],
  ['unlocking', 'SET lock_configuration = false'],
  ['resetting', 'RESET lock_configuration'],
  ['PRAGMA', "PRAGMA memory_limit = '8GB'"],
])('%s', (_, sql) => {
  test('fails on every connection', async () => {
    for (const connection of connections) {
      await expect(connection.run(sql)).rejects.toThrow();
    }
    expect(['out.csv', 'out', 'out.duckdb'].some((name) => existsSync(join(root, name)))).toBe(false);
  });
});

test("the store's folder and the source's may be read, and files attached", async () => {
  expect(await run(`SELECT x FROM '${readable}/a.csv'`)).toEqual([[[1n]], [[1n]]]);
  const literal = `${folder.replaceAll("'", "''")}/f.duckdb`;
  await connections[0].run(`ATTACH '${literal}' AS f`);
  await connections[0].run('CREATE TABLE f.main.t AS SELECT 7 AS x');
  expect(await run('SELECT x FROM f.t')).toEqual([[[7]], [[7]]]);
  // still possible where the configuration is locked: what a request needs
  await connections[1].run('USE f.main');
  expect((await connections[1].runAndReadAll('SELECT x FROM t')).getRowsJS()).toEqual([[7]]);
  await connections[1].run('USE memory.main');
  await database.run('DETACH f');
});

test('the threads are shared among the statements of a load, and given back', async () => {
  const threads = () => run("SELECT value FROM duckdb_settings() WHERE name = 'threads'");
  const failed = database.sharing(async (atOnce) => {
    expect(atOnce).toBe(2);
    expect(await threads()).toEqual([[['1']], [['1']]]);
    throw new Error('it failed');
  });
  await expect(failed).rejects.toThrow('it failed');
  expect(await threads()).toEqual([[['2']], [['2']]]);
});

test('the limits hold', async () => {
  const settings = await run(
    `SELECT name, value FROM duckdb_settings() WHERE name IN ('memory_limit', 'threads', 'max_temp_directory_size', 'TimeZone', 'lock_configuration', 'enable_external_access') ORDER BY name`
  );
  expect(settings[1]).toEqual([
    ['TimeZone', 'UTC'],
    ['enable_external_access', 'false'],
    ['lock_configuration', 'true'],
    ['max_temp_directory_size', '47.6 MiB'],
    ['memory_limit', '286.1 MiB'],
    ['threads', '2'],
  ]);
  await expect(connections[0].run('CREATE TEMP TABLE spilled AS SELECT i, hash(i) AS h, hash(i + 1) AS k FROM range(60000000) r(i)')).rejects.toThrow(
    /max_temp_directory_size/
  );
});

test('closing stops what runs', async () => {
  const other = await Database.open({ folder, readable: [], memoryLimit: '300MB', threads: 1, maxTempSize: '50MB' });
  const connection = await other.connect();
  const ended = connection
    .run('SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3')
    .catch((error: Error) => error.message)
    .finally(() => other.disconnect(connection));
  const began = performance.now();
  await other.close();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await ended).toMatch(/Interrupted/);
  await expect(other.connect()).rejects.toThrow('The store is closed.');
});
