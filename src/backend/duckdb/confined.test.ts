import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openConfined } from './confined';
import { text } from './sql-text';

const folder = mkdtempSync(join(tmpdir(), "it's confined "));
const desk = join(folder, 'desk.duckdb');

beforeAll(async () => {
  mkdirSync(join(folder, 'open'));
  for (const name of ['neighbour.csv', 'open/inside.csv']) {
    writeFileSync(join(folder, name), 'x\n1\n');
  }
  const instance = await DuckDBInstance.create(desk);
  const connection = await instance.connect();
  for (const statement of [
    `CREATE VIEW prying AS SELECT * FROM read_csv(${text(join(folder, 'neighbour.csv'))})`,
    'CHECKPOINT',
    'PRAGMA disable_checkpoint_on_shutdown',
    // stays in the file beside it
    'CREATE TABLE t AS SELECT 7 AS x',
  ]) {
    await connection.run(statement);
  }
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a database file with what was written to it last, and a folder, but no neighbour of the file', async () => {
  const instance = await openConfined([desk, join(folder, 'open')], ['SET threads = 1']);
  const connection = await instance.connect();
  await connection.run(`ATTACH ${text(desk)} AS desk (READ_ONLY)`);
  const first = async (sql: string): Promise<unknown> => (await connection.runAndReadAll(sql)).getRowsJS()[0];
  expect(await first('SELECT x FROM desk.t')).toEqual([7]);
  expect(await first(`SELECT x FROM read_csv(${text(join(folder, 'open/inside.csv'))})`)).toEqual([1n]);
  expect(await first(`SELECT current_setting('threads')`)).toEqual([1n]);
  await expect(connection.run('SELECT * FROM desk.prying')).rejects.toThrow(/Permission Error/);
  await expect(connection.run(`SET allowed_directories = ['/']`)).rejects.toThrow();
  connection.closeSync();
  instance.closeSync();
});

it('says what is wrong with a limit, and leaves nothing open', async () => {
  await expect(openConfined([folder], ["SET memory_limit = 'much'"])).rejects.toThrow(/memory/i);
});
