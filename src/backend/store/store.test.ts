import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { until } from '../../../tests/until';
import { DuckDbEngine } from '../engines/duckdb/duckdb-engine';
import { columnCells } from '../engines/table';
import { SourceError } from '../sources/source';
import type { Store } from './store';
import { deriveTickets, fakeSource, keepingLogger, openTestStore, ownStores } from './store.fixture';

jest.setTimeout(20_000);

const own = ownStores();
const { open, started, files } = own;

async function count(store: Store, schema = store.lease().schema): Promise<unknown> {
  const engine = new DuckDbEngine(store.connections, { concurrency: 2, onDamage: (damaged) => store.reportDamage(damaged) });
  const table = await engine.run({ sql: 'SELECT count(*) AS n FROM ticket_fact', parameters: [] }, { schema });
  return columnCells(table, 'n')?.[0];
}

describe('the first load', () => {
  test('is announced, then read through a lease by plain table names', async () => {
    const store = await open(fakeSource({ pauseMs: 100 }));
    expect(store.state()).toMatchObject({ phase: 'empty', loadedAt: null, generation: null, tableRows: {} });
    expect(() => store.lease()).toThrow('The store has no data yet.');
    store.start();
    await until(() => store.state().progress?.done === 0 && store.state().phase === 'loading');
    expect(await store.ready(0)).toBe(false);
    expect(await store.ready(8_000)).toBe(true);
    const lease = store.lease();
    expect(await count(store, lease.schema)).toBe(10);
    expect(lease).toMatchObject({
      generation: 1,
      schema: 's1.main',
      meta: { tableRows: { ticket: 10, ticket_fact: 10, message: 0 }, found: [{ name: 'ticket', rows: 10 }] },
    });
    expect(lease.meta.spans).toEqual({ ticket_fact: { created_at: { first: 1_700_000_000_000, last: 1_700_000_540_000 } } });
    expect(store.state()).toMatchObject({ phase: 'ready', generation: 1, refreshing: false, lastError: null, progress: null, waitingForLock: false });
    expect(store.state().nextRefreshAt).toBe(lease.meta.loadedAt + 3_600_000);
    expect(store.state()).toMatchObject({ checkedAt: lease.meta.loadedAt, lastRefresh: { kind: 'full', rows: 10, durationMs: lease.meta.durationMs } });
    expect(files()).toEqual(['facts-1.duckdb']);
  });

  test('that fails says why, and is tried again', async () => {
    const source = fakeSource({ fault: new SourceError('auth', 'The password is wrong.', 'Correct it.') });
    const store = await open(source);
    store.start();
    expect(await store.ready(8_000)).toBe(false);
    expect(store.state()).toMatchObject({ phase: 'failed', lastError: { category: 'auth', message: 'The password is wrong.', hint: 'Correct it.' } });
    expect(files()).toEqual([]);
    await until(() => source.loads >= 3);
    source.fault = null;
    await until(() => store.state().phase === 'ready');
    expect(store.state().lastError).toBeNull();
  });

  test('an unknown fault is told in our words, and logged in its own', async () => {
    const logger = keepingLogger();
    const store = await open(fakeSource({ fault: new Error('connect ECONNREFUSED admin:secret@10.0.0.1') }), { logger });
    store.start();
    await store.ready(8_000);
    expect(store.state().lastError?.message).toBe('The load failed inside the plugin.');
    expect(logger.lines).toContainEqual({
      level: 'error',
      message: 'A load failed.',
      fields: expect.objectContaining({ error: expect.objectContaining({ message: expect.stringContaining('ECONNREFUSED') }) }),
    });
  });

  test('a derivation that fails leaves nothing behind', async () => {
    const store = await open(fakeSource(), {
      derive: async (connection, schemas) => {
        await deriveTickets(connection, schemas, new AbortController().signal, () => undefined);
        await connection.run('BEGIN');
        throw new Error('broken');
      },
    });
    store.start();
    expect(await store.ready(8_000)).toBe(false);
    await store.close();
    expect(files()).toEqual([]);
  });

  test('a folder that cannot be used is told, and tried again', async () => {
    const store = await open();
    rmSync(own.folder, { recursive: true });
    writeFileSync(own.folder, 'in the way');
    store.start();
    expect(await store.ready(8_000)).toBe(false);
    expect(store.state()).toMatchObject({ phase: 'failed', lastError: expect.any(SourceError) });
    rmSync(own.folder);
    await until(() => store.state().phase === 'ready');
    expect(store.state().lastError).toBeNull();
  });

  test('a store that cannot be written says so', async () => {
    writeFileSync(join(own.dir, 'file'), '');
    await expect(openTestStore(join(own.dir, 'file'), fakeSource())).rejects.toBeInstanceOf(SourceError);
  });
});

describe('a store that is there already', () => {
  test('is used at once, however old, and refreshed when due', async () => {
    await (await started(fakeSource(), { now: () => 1_000_000 })).close();
    const source = fakeSource({ tickets: 20, pauseMs: 100 });
    let now = 1_000_000 + 3_599_990;
    const store = await started(source, { now: () => now });
    expect(store.state()).toMatchObject({
      phase: 'ready',
      generation: 1,
      loadedAt: 1_000_000,
      checkedAt: 1_000_000,
      lastRefresh: null,
      nextRefreshAt: 4_600_000,
    });
    expect(store.state().refreshing).toBe(false);
    expect([source.loads, await count(store)]).toEqual([0, 10]);
    now += 10;
    await until(() => store.state().refreshing);
    expect(store.state()).toMatchObject({ phase: 'ready', generation: 1, loadedAt: 1_000_000 });
    await until(() => store.state().generation === 2);
    expect([await count(store), store.state().loadedAt]).toEqual([20, now]);
  });

  test('is used although a newer one is torn', async () => {
    await (await started()).close();
    writeFileSync(join(own.folder, 'facts-2.duckdb'), 'torn');
    const source = fakeSource();
    const store = await started(source);
    expect([store.state().generation, source.loads, files()]).toEqual([1, 0, ['facts-1.duckdb']]);
  });

  test('what an unfinished load left is removed', async () => {
    await (await started()).close();
    for (const name of ['building-2.duckdb', 'building-2.duckdb.wal', 'staging-2.duckdb', 'mine.txt']) {
      writeFileSync(join(own.folder, name), 'half');
    }
    mkdirSync(join(own.folder, 'temp'));
    writeFileSync(join(own.folder, 'temp', 'duckdb_temp_storage_DEFAULT-0.tmp'), 'x');
    await started();
    expect(files()).toEqual(['facts-1.duckdb', 'mine.txt']);
  });
});

describe('a refresh', () => {
  test('swaps a complete state; a lease keeps reading the one before, whose file goes with its last reader', async () => {
    const source = fakeSource();
    const store = await started(source);
    const [old, other] = [store.lease(), store.lease()];
    source.tickets = 25;
    await store.refreshNow();
    expect(store.state()).toMatchObject({ generation: 2, tableRows: { ticket_fact: 25 } });
    expect([await count(store, old.schema), await count(store)]).toEqual([10, 25]);
    expect(files()).toEqual(['facts-1.duckdb', 'facts-2.duckdb']);
    old.release();
    old.release();
    expect(await count(store, other.schema)).toBe(10);
    other.release();
    await until(() => !existsSync(join(own.folder, 'facts-1.duckdb')));
    expect(files()).toEqual(['facts-2.duckdb']);
  });

  test('that fails keeps what is there, says why, and is tried again', async () => {
    const source = fakeSource();
    const store = await started(source);
    source.fault = new SourceError('network', 'The helpdesk cannot be reached.');
    source.tickets = 30;
    await store.refreshNow();
    expect(store.state()).toMatchObject({ phase: 'ready', generation: 1, refreshing: false, lastError: { category: 'network' } });
    expect([await count(store), files()]).toEqual([10, ['facts-1.duckdb']]);
    await until(() => source.loads >= 3);
    source.fault = null;
    await until(() => store.state().lastError === null);
    expect(await count(store)).toBe(30);
  });

  test('that spoils its own connection does not harm the next', async () => {
    const source = fakeSource({ extraSql: 'BEGIN' });
    const store = await open(source);
    store.start();
    await store.ready(8_000);
    source.extraSql = null;
    await store.refreshNow();
    expect(store.state()).toMatchObject({ phase: 'ready', lastError: null });
  });

  test('panels read while it runs, each a complete state', async () => {
    const source = fakeSource({ tickets: 1_000 });
    const store = await started(source, { settings: { refreshIntervalMs: 1 } });
    const seen = new Set<unknown>();
    for (const deadline = Date.now() + 10_000; seen.size < 2 || source.loads < 5;) {
      expect(Date.now()).toBeLessThan(deadline);
      source.tickets = 1_000 + (source.loads % 2) * 500;
      const lease = store.lease();
      try {
        const [first, second] = await Promise.all([count(store, lease.schema), count(store, lease.schema)]);
        expect(first).toBe(second);
        expect(first).toBe(lease.meta.tableRows.ticket_fact);
        seen.add(first);
      } finally {
        lease.release();
      }
    }
    expect(seen).toEqual(new Set([1_000, 1_500]));
    await store.close();
    // two where it was closed between the rename and the swap: the next start takes the newer one
    expect(files().every((name) => name.startsWith('facts-'))).toBe(true);
    expect(files().length).toBeLessThanOrEqual(2);
  });
});

test('a file damaged under a running store is rebuilt', async () => {
  const source = fakeSource({ tickets: 200_000 });
  await (await started(source)).close();
  const path = join(own.folder, 'facts-1.duckdb');
  const { size } = statSync(path);
  const store = await started(source);
  for (let at = 20_000; at < size - 600_000; at += 50_000) {
    scribble(path, at);
  }
  const engine = new DuckDbEngine(store.connections, { concurrency: 1, onDamage: (schema) => store.reportDamage(schema) });
  const sum = { sql: 'SELECT sum(hash(ticket_id) % 1000) AS n, max(created_at) AS last FROM ticket_fact', parameters: [] };
  const lease = store.lease();
  await expect(engine.run(sum, { schema: lease.schema })).rejects.toMatchObject({ kind: 'damaged' });
  lease.release();
  expect(store.state().phase).toBe('loading');
  expect(await store.ready(8_000)).toBe(true);
  expect(store.state()).toMatchObject({ generation: 2, lastError: null });
  expect((await engine.run(sum, { schema: store.lease().schema })).rows).toBe(1);
  expect(files()).toEqual(['facts-2.duckdb']);
});

/** Overwrites a few bytes. */
function scribble(path: string, at: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, at);
  closeSync(file);
}
