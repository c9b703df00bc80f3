import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDbEngine } from '../engines/duckdb/duckdb-engine';
import type { EngineError } from '../engines/engine';
import { columnCells } from '../engines/table';
import { fakeSource, folderIn, keepingLogger, leftBehind, openTestStore } from './store.fixture';

jest.setTimeout(20_000);

const copy = leftBehind();

interface Case {
  readonly what: string;
  readonly spoil?: (path: string) => Promise<void> | void;
  readonly fingerprint?: string;
}

const metaIn = (path: string): string => (path.includes('facts-1.') ? 'store_meta' : 'rows_meta');

const CASES: readonly Case[] = [
  { what: 'empty', spoil: (path) => truncateSync(path, 0) },
  { what: 'cut in its header', spoil: (path) => truncateSync(path, 5_000) },
  { what: 'cut in its middle', spoil: (path) => truncateSync(path, Math.floor(statSync(path).size / 2)) },
  { what: 'cut by a byte', spoil: (path) => truncateSync(path, statSync(path).size - 1) },
  { what: 'not a database', spoil: (path) => writeFileSync(path, 'x'.repeat(300_000)) },
  { what: 'broken in its header', spoil: (path) => scribble(path, 100) },
  {
    what: 'somebody else’s database',
    spoil: async (path) => {
      rmSync(path);
      await inDatabase(path, 'CREATE TABLE store_meta AS SELECT 1 AS x');
    },
  },
  { what: 'of another version', spoil: (path) => inDatabase(path, `UPDATE ${metaIn(path)} SET schema_version = '0-older'`) },
  { what: 'without its meta', spoil: (path) => inDatabase(path, `DELETE FROM ${metaIn(path)}`) },
  { what: 'made with other settings', fingerprint: 'other' },
  { what: 'under another generation’s name', spoil: (path) => renameSync(path, path.replace('facts-1', 'facts-5')) },
];

const SPOILT = CASES.flatMap(({ what, spoil }) => (spoil ? [[what, spoil] as const] : []));

test.each(CASES.map((one) => [one.what, one] as const))('a store that is %s is rebuilt, without an error', async (_, { spoil, fingerprint = 'f' }) => {
  const dir = copy();
  await spoil?.(join(folderIn(dir), 'facts-1.duckdb'));
  rmSync(join(folderIn(dir), 'rows-1.duckdb'));
  const source = fakeSource({ tickets: 20 });
  const logger = keepingLogger();
  const store = await openTestStore(dir, source, { logger, fingerprint });
  store.start();
  expect(await store.ready(8_000)).toBe(true);
  expect([source.loads, store.state().tableRows.ticket_fact, store.state().lastError]).toEqual([1, 20, null]);
  expect(logger.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  await store.close();
  expect(readdirSync(folderIn(dir)).filter((name) => name.startsWith('facts'))).toHaveLength(1);
  rmSync(dir, { recursive: true });
});

test.each(SPOILT)('facts that are %s are derived from the kept rows', async (_, spoil) => {
  const dir = copy();
  await spoil(join(folderIn(dir), 'facts-1.duckdb'));
  const source = fakeSource({ tickets: 20 });
  const store = await openTestStore(dir, source);
  store.start();
  expect(await store.ready(8_000)).toBe(true);
  expect([source.loads, store.state().tableRows.ticket_fact, store.state().lastError]).toEqual([0, 10, null]);
  await store.close();
  rmSync(dir, { recursive: true });
});

test.each(CASES.flatMap(({ what, spoil }) => (spoil ? [[what, spoil] as const] : [])))(
  'rows that are %s: the facts are read, and all is loaded when it is time',
  async (_, spoil) => {
    const dir = copy();
    await spoil(join(folderIn(dir), 'rows-1.duckdb'));
    const source = fakeSource({ tickets: 20 });
    const logger = keepingLogger();
    const store = await openTestStore(dir, source, { logger });
    store.start();
    expect([await store.ready(8_000), source.loads, store.state().tableRows.ticket_fact]).toEqual([true, 0, 10]);
    await store.refreshNow();
    expect([source.loads, store.state().tableRows.ticket_fact, store.state().lastError]).toEqual([1, 20, null]);
    expect(logger.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    await store.close();
    expect(readdirSync(folderIn(dir)).filter((name) => name.startsWith('rows'))).toEqual(['rows-2.duckdb']);
    rmSync(dir, { recursive: true });
  }
);

test('one that is whole is used: the copy itself changes nothing', async () => {
  const dir = copy();
  const source = fakeSource();
  const store = await openTestStore(dir, source);
  store.start();
  expect([await store.ready(8_000), source.loads]).toEqual([true, 0]);
  await store.close();
});

test.each([0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])('bytes broken at %d of its length: right numbers or a rebuild, never wrong ones', async (share) => {
  const dir = copy();
  const path = join(folderIn(dir), 'facts-1.duckdb');
  scribble(path, Math.floor(statSync(path).size * share));
  const store = await openTestStore(dir, fakeSource());
  const engine = new DuckDbEngine(store.connections, { concurrency: 1, onDamage: (schema) => store.reportDamage(schema) });
  const sum = async (): Promise<unknown> => {
    expect(await store.ready(8_000)).toBe(true);
    const lease = store.lease();
    try {
      const table = await engine.run(
        { sql: "SELECT sum(created_at) AS n, string_agg(ticket_id, ' ' ORDER BY ticket_id) AS t FROM ticket_fact", parameters: [] },
        { schema: lease.schema }
      );
      return [columnCells(table, 'n')?.[0], columnCells(table, 't')?.[0]];
    } finally {
      lease.release();
    }
  };
  store.start();
  const answers = await sum().catch((error: EngineError) => {
    expect(error.kind).toBe('damaged');
    return sum();
  });
  expect(answers).toEqual([17_000_002_700_000, 't0 t1 t2 t3 t4 t5 t6 t7 t8 t9']);
  expect(store.state().lastError).toBeNull();
  await store.close();
  rmSync(dir, { recursive: true });
});

/** Changes a database file. */
async function inDatabase(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection: DuckDBConnection = await instance.connect();
  await connection.run(sql);
  connection.disconnectSync();
  instance.closeSync();
}

/** Overwrites a few bytes. */
function scribble(path: string, at: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, at);
  closeSync(file);
}
