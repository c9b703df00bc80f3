import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { cleanOrphans } from './folder/clean-orphans';
import { lapse, until } from '../../../tests/until';
import { fakeSource, keepingLogger, openTestStore, ownStores } from './store.fixture';

jest.setTimeout(180_000);

interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const stores = ownStores();
const { files } = stores;
const children: Child[] = [];

// before the directory goes: hooks run backwards
afterEach(() => Promise.all(children.splice(0).map((child) => child.kill())));

function child(tickets: number, pauseMs: number, refreshIntervalMs = 3_600_000): Child {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'store-child.fixture.ts'), stores.dir, String(tickets), String(pauseMs), String(refreshIntervalMs)],
    { stdio: ['pipe', 'pipe', 'inherit'] }
  );
  const lines: string[] = [];
  createInterface({ input: started.stdout }).on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => started.once('exit', () => resolve()));
  const one: Child = {
    process: started,
    lines,
    async kill() {
      started.kill('SIGKILL');
      await ended;
    },
  };
  children.push(one);
  return one;
}

test('a store that another process has is waited for, neither rebuilt nor removed; its death ends the wait', async () => {
  const other = child(10, 0);
  await until(() => other.lines.includes('ready 1 10 1'), "the child's load", 30_000);
  const source = fakeSource({ tickets: 20 });
  const store = await openTestStore(stores.dir, source);
  store.start();
  await until(() => store.state().waitingForLock, 'waiting', 2_000);
  expect(await store.ready(1_500)).toBe(false);
  expect([store.state().phase, store.state().waitingForLock, source.loads, files()]).toEqual(['empty', true, 0, ['facts-1.duckdb']]);
  expect(await cleanOrphans(stores.dir, Date.now() + 60_000)).toEqual([]);
  expect(files()).toEqual(['facts-1.duckdb']);
  await other.kill();
  expect(await store.ready(8_000)).toBe(true);
  expect([store.state().generation, store.state().tableRows.ticket_fact, source.loads]).toEqual([1, 10, 0]);
  await store.close();
});

test('two processes started together: one builds, the other waits and then reads what was built', async () => {
  const both = [child(10, 300), child(10, 300)];
  const owner = (): Child | undefined => both.find(({ lines }) => lines.includes('ready 1 10 1'));
  await until(() => owner() !== undefined && both.some(({ lines }) => lines.includes('waiting')), 'one of each', 60_000);
  const waiting = both.find((one) => one !== owner())!;
  expect(waiting.lines.some((line) => line.startsWith('ready'))).toBe(false);
  owner()!.process.stdin!.end();
  await until(() => waiting.lines.includes('ready 1 10 0'), 'taking over', 30_000);
  expect(files()).toEqual(['facts-1.duckdb']);
});

test('a facts file that somebody else writes to is waited for', async () => {
  const first = await openTestStore(stores.dir, fakeSource());
  first.start();
  await first.ready(8_000);
  await first.close();
  const path = join(stores.folder, 'facts-1.duckdb');
  const writer = spawn(
    process.execPath,
    [
      '-e',
      `const { DuckDBInstance } = require('@duckdb/node-api');
    DuckDBInstance.create(${JSON.stringify(path)}).then((i) => { globalThis.held = i; console.log('held'); }); process.stdin.resume().on('end', () => process.exit());`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] }
  );
  await new Promise((resolve) => writer.stdout.once('data', resolve));
  const source = fakeSource({ tickets: 20 });
  const store = await openTestStore(stores.dir, source);
  store.start();
  await until(() => store.state().waitingForLock, 'waiting', 5_000);
  expect(await store.ready(500)).toBe(false);
  expect([source.loads, files()]).toEqual([0, ['facts-1.duckdb']]);
  writer.kill('SIGKILL');
  expect(await store.ready(8_000)).toBe(true);
  expect([store.state().generation, source.loads]).toEqual([1, 0]);
  await store.close();
});

test('killed at any instant of the first load: the next start cleans up and loads', async () => {
  for (let round = 0; round < 14; round++) {
    const one = child(200_000, 100);
    await until(() => one.lines.length > 0, 'a start', 30_000);
    // from the empty folder through reading, deriving, saving and renaming
    await lapse(round * 45, 'the instant at which it is killed, another in each round');
    await one.kill();
    const before = files();
    const logger = keepingLogger();
    const store = await openTestStore(stores.dir, fakeSource({ tickets: 200_000 }), { logger });
    store.start();
    expect(await store.ready(20_000)).toBe(true);
    expect({ before, rows: store.state().tableRows.ticket_fact, error: store.state().lastError }).toEqual({ before, rows: 200_000, error: null });
    await store.close();
    expect(logger.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    expect(files()).toEqual([expect.stringMatching(/^facts-\d+\.duckdb$/)]);
    rmSync(stores.folder, { recursive: true });
  }
});

test('killed at any instant of refreshes: the next start has a complete state at once', async () => {
  const first = await openTestStore(stores.dir, fakeSource({ tickets: 1_000 }));
  first.start();
  await first.ready(8_000);
  await first.close();
  for (let round = 0; round < 10; round++) {
    const one = child(1_000, 0, 1);
    await until(() => one.lines.some((line) => line.startsWith('ready')), 'a start', 30_000);
    await lapse(100 + Math.random() * 400, 'the instant at which it is killed, any in each round');
    await one.kill();
    const source = fakeSource({ tickets: 1_000 });
    const store = await openTestStore(stores.dir, source);
    store.start();
    expect(await store.ready(8_000)).toBe(true);
    expect([store.state().tableRows.ticket_fact, source.loads]).toEqual([1_000, 0]);
    await store.close();
    expect(files()).toEqual([`facts-${store.state().generation ?? 0}.duckdb`]);
  }
});

test('the lock file is never left half written', async () => {
  // many at once in an empty folder: exactly one gets it
  const others = Array.from({ length: 4 }, () => child(10, 50));
  await until(() => others.filter(({ lines }) => lines.includes('waiting')).length === 3, 'three waiting', 60_000);
  expect(readdirSync(stores.folder).filter((name) => name.startsWith('lock'))).toEqual(['lock.duckdb']);
});
