import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fakeSource, folderIn, keepingLogger, leftBehind, openTestStore, temporaryDirectory } from './store.fixture';

jest.setTimeout(20_000);

const copy = leftBehind();

const folderWithNote = (path: string) => {
  mkdirSync(path);
  writeFileSync(join(path, 'note.txt'), 'mine');
};

interface Case {
  readonly what: string;
  readonly name: string;
  readonly put: (path: string) => void;
}

const CASES: readonly Case[] = [
  { what: 'a folder instead of the lock', name: 'lock.duckdb', put: folderWithNote },
  { what: 'a pipe instead of the lock', name: 'lock.duckdb', put: (path) => execFileSync('mkfifo', [path]) },
  { what: 'a link to nowhere instead of the lock', name: 'lock.duckdb', put: (path) => symlinkSync('nowhere', path) },
  { what: 'a folder as the lock’s log', name: 'lock.duckdb.wal', put: folderWithNote },
  { what: 'nonsense as the lock’s log', name: 'lock.duckdb.wal', put: (path) => writeFileSync(path, 'x'.repeat(9_000)) },
  { what: 'a generation that no number can hold', name: 'facts-9007199254740993.duckdb', put: (path) => writeFileSync(path, 'x') },
  { what: 'the largest generation that can be told', name: 'facts-999999999999999.duckdb', put: (path) => writeFileSync(path, 'x') },
  { what: 'a folder as a newer generation', name: 'facts-2.duckdb', put: folderWithNote },
  { what: 'a pipe as a newer generation', name: 'facts-2.duckdb', put: (path) => execFileSync('mkfifo', [path]) },
  { what: 'a folder where the next load would write', name: 'building-2.duckdb', put: folderWithNote },
  { what: 'a folder as the facts’ log', name: 'facts-1.duckdb.wal', put: folderWithNote },
  { what: 'nonsense as the facts’ log', name: 'facts-1.duckdb.wal', put: (path) => writeFileSync(path, 'x') },
  { what: 'a folder as newer rows', name: 'rows-2.duckdb', put: folderWithNote },
  { what: 'a folder as the rows’ log', name: 'rows-1.duckdb.wal', put: folderWithNote },
  { what: 'nonsense as the rows’ log', name: 'rows-1.duckdb.wal', put: (path) => writeFileSync(path, 'x') },
  { what: 'a file instead of the folder for what spills over', name: 'temp', put: (path) => writeFileSync(path, 'x') },
];

test.each(CASES.map((one) => [one.what, one] as const))('%s: the store is read and refreshed all the same', async (_, { name, put }) => {
  const dir = copy();
  const folder = folderIn(dir);
  rmSync(join(folder, name), { force: true });
  put(join(folder, name));
  for (const [loads, tickets] of [
    [1, 20],
    [0, 20],
  ]) {
    const source = fakeSource({ tickets: 20 });
    const logger = keepingLogger();
    const store = await openTestStore(dir, source, { logger });
    store.start();
    expect(await store.ready(8_000)).toBe(true);
    if (loads > 0) {
      await store.refreshNow();
    }
    expect([source.loads, store.state().tableRows.ticket_fact, store.state().lastError]).toEqual([loads, tickets, null]);
    await store.close();
    expect(logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }
  const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('note.txt'));
  expect(notes.map((one) => readFileSync(join(folder, one), 'utf8'))).toEqual(put === folderWithNote ? ['mine'] : []);
  rmSync(dir, { recursive: true });
});

test('what was put aside is named in the log', async () => {
  const dir = temporaryDirectory();
  mkdirSync(join(folderIn(dir), 'lock.duckdb'), { recursive: true });
  const logger = keepingLogger();
  const store = await openTestStore(dir, fakeSource(), { logger });
  store.start();
  expect(await store.ready(8_000)).toBe(true);
  await store.close();
  const { fields } = logger.lines.find(({ level }) => level === 'warn')!;
  expect(existsSync(String(fields.path))).toBe(true);
  rmSync(dir, { recursive: true });
});
