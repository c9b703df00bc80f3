import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { until } from '../../../tests/until';
import { DuckDbEngine } from '../engines/duckdb/duckdb-engine';
import { columnCells } from '../engines/table';
import type { Store } from './store';
import { fakeSource, ownStores } from './store.fixture';

jest.setTimeout(20_000);

const own = ownStores();
const { open, started, files } = own;

async function count(store: Store, schema = store.lease().schema): Promise<unknown> {
  const engine = new DuckDbEngine(store.connections, { concurrency: 2, onDamage: (damaged) => store.reportDamage(damaged) });
  const table = await engine.run({ sql: 'SELECT count(*) AS n FROM ticket_fact', parameters: [] }, { schema });
  return columnCells(table, 'n')?.[0];
}

describe('one store at a time', () => {
  test('a second one in the process waits, says so, and takes over', async () => {
    const first = await started();
    const source = fakeSource({ tickets: 20 });
    const second = await open(source);
    second.start();
    await until(() => second.state().waitingForLock);
    expect(await second.ready(100)).toBe(false);
    expect([second.state().phase, source.loads]).toEqual(['empty', 0]);
    await first.close();
    expect(await second.ready(8_000)).toBe(true);
    expect([second.state().waitingForLock, await count(second), source.loads]).toEqual([false, 10, 0]);
  });

  test('one that waits can be closed', async () => {
    await started();
    const second = await open();
    second.start();
    await until(() => second.state().waitingForLock);
    await second.close();
    expect(files()).toEqual(['facts-1.duckdb']);
  });

  test('a broken lock file does not matter', async () => {
    await (await started()).close();
    writeFileSync(join(own.folder, 'lock.duckdb'), 'broken');
    const source = fakeSource();
    await started(source);
    expect(source.loads).toBe(0);
  });
});

describe('closing', () => {
  test('in the middle of a load ends it and leaves no file', async () => {
    const store = await open(fakeSource({ pauseMs: 60_000 }));
    store.start();
    await until(() => store.state().progress !== null);
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(files()).toEqual([]);
    expect(store.state()).toMatchObject({ lastError: null });
  });

  test('in the middle of a heavy derivation interrupts it', async () => {
    let isDeriving = false;
    const store = await open(fakeSource(), {
      derive: async (connection, { target }) => {
        isDeriving = true;
        await connection.run(`CREATE TABLE ${target}.x AS SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3`);
      },
    });
    store.start();
    await until(() => existsSync(join(own.folder, 'building-1.duckdb')));
    await until(() => isDeriving, 'the derivation');
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(files()).toEqual([]);
  });

  test("with a panel's statement running interrupts that", async () => {
    const store = await started();
    const engine = new DuckDbEngine(store.connections, { concurrency: 1 });
    const run = engine
      .run({ sql: 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3', parameters: [] }, { schema: 's1.main' })
      .catch((error: Error) => error.message);
    await until(() => engine.status().running > 0, 'the statement');
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await run).toBe('The store could not answer the query.');
  });

  test('does not wait for ever for a source that heeds no signal, which then harms nobody', async () => {
    const source = fakeSource({ deaf: true });
    const store = await open(source);
    store.start();
    await until(() => store.state().progress?.step === 'reading ticket' && source.isPausing);
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(1_900);
    const next = await started(fakeSource({ tickets: 20, pauseMs: 100 }));
    source.deaf = false;
    await until(() => !source.isPausing, 'the end of the load that nobody waits for');
    expect([await count(next), files()]).toEqual([20, ['facts-1.duckdb']]);
  });

  test('at once, twice, and before it was started', async () => {
    const store = await open();
    await Promise.all([store.close(), store.close()]);
    const other = await open();
    other.start();
    await other.close();
    expect(await other.ready(1_000)).toBe(false);
    await other.refreshNow();
  });
});
