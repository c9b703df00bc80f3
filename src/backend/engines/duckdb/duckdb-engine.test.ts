import { DuckDBInstance } from '@duckdb/node-api';

import { EngineError, type Parameter, type Table } from '../engine';
import { columnCells } from '../table';
import { DuckDbEngine } from './duckdb-engine';
import { engines, schema } from './engines.fixture';

jest.setTimeout(20_000);

const engineOf = engines();

async function select(sql: string, parameters: readonly Parameter[] = [], rowLimit?: number): Promise<Table> {
  return engineOf().run({ sql, parameters }, { schema, rowLimit });
}

async function value(sql: string, parameters: readonly Parameter[] = []): Promise<unknown> {
  const table = await select(`SELECT ${sql} AS v`, parameters);
  return columnCells(table, 'v')?.[0];
}

describe('values out', () => {
  test.each([
    ['1::TINYINT', 1],
    ['-2::SMALLINT', -2],
    ['(-2147483648)::INTEGER', -2_147_483_648],
    ['255::UTINYINT', 255],
    ['65535::USMALLINT', 65_535],
    ['4294967295::UINTEGER', 4_294_967_295],
    ['-5::BIGINT', -5],
    ['1700000000123::BIGINT', 1_700_000_000_123],
    ['-9007199254740991::BIGINT', -9_007_199_254_740_991],
    ['9007199254740991::UBIGINT', 9_007_199_254_740_991],
    ['9007199254740991::HUGEINT', 9_007_199_254_740_991],
    ['-9007199254740991::HUGEINT', -9_007_199_254_740_991],
    ['-1::HUGEINT', -1],
    ['0::HUGEINT', 0],
    ['-4294967296::HUGEINT', -4_294_967_296],
    ['(1::HUGEINT << 100)', 2 ** 100],
    ['-(1::HUGEINT << 100)', -(2 ** 100)],
    ['7::UHUGEINT', 7],
    ['(SELECT sum(x) FROM (VALUES (1), (-4)) t(x))', -3],
    ['1.5::FLOAT', 1.5],
    ['0.1::DOUBLE', 0.1],
    ['-12.345', -12.345],
    ['12345678901234567.25::DECIMAL(38,2)', 12_345_678_901_234_567],
    ['true', true],
    ['false', false],
    [`'naïve — 日本 😀'`, 'naïve — 日本 😀'],
    [`''`, ''],
    [`'x'::ENUM ('x', 'y')`, 'x'],
    ['NULL', null],
    ['NULL::DOUBLE', null],
    ['NULL::VARCHAR', null],
    ['NULL::BOOLEAN', null],
    ['NULL::DECIMAL(9,2)', null],
    [`'NaN'::DOUBLE`, NaN],
  ])('%s', async (sql, expected) => {
    expect(await value(sql)).toEqual(expected);
  });

  test('nulls keep their rows across chunks, and are never rubbish', async () => {
    const rows = 10_007;
    const table = await select(
      `SELECT CASE WHEN i % 7 = 0 THEN NULL ELSE i END AS whole, CASE WHEN i % 5 = 0 THEN NULL ELSE i / 3 END AS part,
              CASE WHEN i % 3 = 0 THEN NULL ELSE 'n' || i END AS word, CASE WHEN i % 2 = 0 THEN NULL ELSE i % 3 = 0 END AS flag, i AS i
       FROM range(${rows}) r(i) ORDER BY i`
    );
    expect([table.rows, table.truncated, table.columns.map(({ name, kind }) => [name, kind])]).toEqual([
      rows,
      false,
      [
        ['whole', 'number'],
        ['part', 'number'],
        ['word', 'text'],
        ['flag', 'boolean'],
        ['i', 'number'],
      ],
    ]);
    const [whole, part, word, flag, all] = ['whole', 'part', 'word', 'flag', 'i'].map((name) => Array.from(columnCells(table, name) ?? []));
    const expected = Array.from({ length: rows }, (_, i) => i);
    expect(whole).toEqual(expected.map((i) => (i % 7 === 0 ? null : i)));
    expect(part).toEqual(expected.map((i) => (i % 5 === 0 ? null : i / 3)));
    expect(word).toEqual(expected.map((i) => (i % 3 === 0 ? null : `n${i}`)));
    expect(flag).toEqual(expected.map((i) => (i % 2 === 0 ? null : i % 3 === 0)));
    expect(all).toEqual(expected);
    expect(table.columns[0].values[0]).toBeNaN();
    expect(table.columns[4]).toMatchObject({ valid: null });
  });

  test('a type without a vector is refused by name', async () => {
    await expect(select('SELECT [1, 2] AS pair')).rejects.toMatchObject({
      kind: 'internal',
      cause: expect.objectContaining({ message: expect.stringContaining('"pair" is a LIST') }),
    });
  });

  test('no rows: the columns are there', async () => {
    expect(await select("SELECT 1 AS a, 'x' AS b WHERE false")).toEqual({
      rows: 0,
      truncated: false,
      columns: [
        { name: 'a', kind: 'number', values: new Float64Array(0), valid: null },
        { name: 'b', kind: 'text', values: [] },
      ],
    });
  });
});

describe('values in', () => {
  test.each<[string, Parameter, unknown]>([
    ['$1', 'it\'s "quoted"; DROP TABLE x; --', 'it\'s "quoted"; DROP TABLE x; --'],
    ['$1', 'zero \u0000 byte', 'zero \u0000 byte'],
    ['typeof($1)', 5, 'BIGINT'],
    ['typeof($1)', 0.5, 'DOUBLE'],
    ['$1', -9_007_199_254_740_991, -9_007_199_254_740_991],
    ['typeof($1)', 2 ** 60, 'DOUBLE'],
    ['$1', true, true],
    ['$1', null, null],
    ['typeof($1)', 7n, 'BIGINT'],
    ['$1', Infinity, Infinity],
    ['list_sum($1)', [1, 2, 3], 6],
    ['typeof($1)', [1, 0.5], 'DOUBLE[]'],
    ["array_to_string($1, '|')", ["a'b", 'c'], "a'b|c"],
    ['len($1)', [], 0],
    ["'a' IN (SELECT unnest($1))", [], false],
    ['3 IN (SELECT unnest($1))', [1, 3], true],
    ["list_contains($1, 'b')", ['a', 'b'], true],
  ])('%s of %p', async (sql, parameter, expected) => {
    expect(await value(sql, [parameter])).toEqual(expected);
  });

  test('every placeholder must have its value', async () => {
    await expect(select('SELECT $1 + $2', [1])).rejects.toMatchObject({ cause: { message: 'The statement has 2 placeholders, but 1 values were given.' } });
  });
});

describe('what may run', () => {
  test.each([
    'SELECT 1; SELECT 2',
    'CREATE TABLE t AS SELECT 1',
    "COPY (SELECT 1) TO '/tmp/x.csv'",
    'SET threads = 1',
    "ATTACH 'x'",
    'DELETE FROM t',
    'SELEC 1',
    '',
  ])('%s is refused', async (sql) => {
    await expect(select(sql)).rejects.toBeInstanceOf(EngineError);
  });

  test("the message is ours, the driver's is only the cause", async () => {
    const error = await select('SELECT secret_column').catch((reason: unknown) => reason as EngineError);
    expect(error).toMatchObject({ kind: 'internal', message: 'The store could not answer the query.' });
    expect((error as EngineError).cause).toMatchObject({ message: expect.stringContaining('secret_column') });
  });

  test('too little memory is a limit', async () => {
    const small = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '16MB', temp_directory: '' });
    const engine = new DuckDbEngine({ connect: () => small.connect(), disconnect: (connection) => connection.disconnectSync() }, { concurrency: 1 });
    await expect(engine.run({ sql: 'SELECT len(list(i)) AS n FROM range(10000000) r(i)', parameters: [] }, { schema })).rejects.toMatchObject({
      kind: 'limit',
    });
    await engine.close();
    small.closeSync();
  });
});

describe('limits', () => {
  test('rows beyond the limit are cut, in order, and said', async () => {
    const table = await select('SELECT i FROM range(100000) r(i) ORDER BY i DESC -- a comment', [], 5);
    expect([table.rows, table.truncated, Array.from(columnCells(table, 'i') ?? [])]).toEqual([5, true, [99_999, 99_998, 99_997, 99_996, 99_995]]);
  });

  test('exactly as many as the limit are not cut', async () => {
    expect(await select('SELECT i FROM range(5) r(i)', [], 5)).toMatchObject({ rows: 5, truncated: false });
  });
});
