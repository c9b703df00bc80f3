import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

import { Statements } from './statements';

const never = new AbortController().signal;

async function two(): Promise<[DuckDBConnection, DuckDBConnection]> {
  const instance = await DuckDBInstance.create(':memory:');
  return [await instance.connect(), await instance.connect()];
}

test('a table is read as it was when the statement was added, whatever is made of it later', async () => {
  const statements = new Statements(await two(), never);
  statements.make(['a'], 'CREATE OR REPLACE TABLE a AS SELECT sum(range) AS x FROM range(3000000)');
  statements.make(['b'], 'CREATE OR REPLACE TABLE b AS SELECT x + 1 AS x FROM a');
  statements.make(['a'], 'CREATE OR REPLACE TABLE a AS SELECT 1 AS x');
  statements.make(['c'], 'CREATE OR REPLACE TABLE c AS SELECT a.x AS a, b.x - 1 AS b FROM a, b');
  statements.make(['a'], 'DROP TABLE a');
  expect((await statements.ask('SELECT a::INTEGER, b::BIGINT FROM c')).getRows()).toEqual([[1, 4499998500000n]]);
  await statements.ended();
});

test('what names nothing of another goes first where it is waited for, and runs beside it', async () => {
  const ended: string[] = [];
  const statements = new Statements(await two(), never);
  statements.make(['slow'], 'CREATE TABLE slow AS SELECT sum(sin(range)) AS x FROM range(30000000)');
  statements.make(['after'], 'CREATE TABLE after AS SELECT x FROM slow');
  await Promise.all([statements.ask('SELECT count(*) FROM after').then(() => ended.push('after')), statements.ask('SELECT 1').then(() => ended.push('quick'))]);
  expect(ended).toEqual(['quick', 'after']);
});

test.each([1, 2])('on %d connections what fails is thrown by what comes next, and nothing after it is made', async (count) => {
  const [first, second] = await two();
  const statements = new Statements(count === 1 ? [first] : [first, second], never);
  statements.make(['bad'], 'CREATE TABLE bad AS SELECT * FROM missing');
  statements.make(['good'], 'CREATE TABLE good AS SELECT * FROM bad');
  await expect(statements.alone(() => Promise.resolve())).rejects.toThrow('missing');
  await expect(statements.goOn()).rejects.toThrow('missing');
  await expect(statements.ask('SELECT 1')).rejects.toThrow('missing');
  expect((await first.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE table_name IN ('bad', 'good')")).getRows()).toEqual([]);
});

test('an abort ends what runs on every connection', async () => {
  const controller = new AbortController();
  const statements = new Statements(await two(), controller.signal);
  for (const table of ['a', 'b', 'c']) {
    statements.make([table], `CREATE TABLE ${table} AS SELECT sum(sin(x.range * y.range)) AS x FROM range(1000000) x, range(1000000) y`);
  }
  setImmediate(() => controller.abort(new Error('given up')));
  await expect(statements.alone(() => Promise.resolve())).rejects.toThrow('given up');
});
