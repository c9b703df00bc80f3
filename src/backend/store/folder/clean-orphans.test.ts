import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cleanOrphans } from './clean-orphans';
import { FolderLock } from './folder-lock';
import type { Store } from '../store';
import { StoreCleaner } from './store-cleaner';
import { fakeSource, folderIn, HELPDESK, keepingLogger, openTestStore, temporaryDirectory, until } from '../store.fixture';

jest.setTimeout(20_000);

const DAY = 86_400_000;
const ofUid = (uid: string) => ({ ...HELPDESK, uid });
let dir: string;
const open: Store[] = [];

beforeEach(() => {
  dir = temporaryDirectory();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  rmSync(dir, { recursive: true });
});

async function opened(uid: string): Promise<Store> {
  const store = await openTestStore(dir, fakeSource(), { owner: ofUid(uid) });
  open.push(store);
  store.start();
  expect(await store.ready(8_000)).toBe(true);
  return store;
}

/** Makes everything in a folder, and the folder, as old as that. */
function age(folder: string, milliseconds: number): void {
  const at = new Date(Date.now() - milliseconds);
  readdirSync(folder).forEach((name) => utimesSync(join(folder, name), at, at));
  utimesSync(folder, at, at);
}

test('stores that nobody has open or has lately used go; the rest stays', async () => {
  const [gone, lately, running, mixed, locked, earlier] = ['gone', 'lately', 'running', 'mixed', 'locked', 'earlier'].map((uid) => folderIn(dir, ofUid(uid)));
  for (const uid of ['gone', 'lately', 'mixed']) {
    await (await opened(uid)).close();
  }
  await opened('running');
  const foreign = join(dir, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'facts-1.duckdb'), 'not a store: it has no lock');
  mkdirSync(join(locked, 'lock.duckdb'), { recursive: true });
  writeFileSync(join(mixed, 'notes.txt'), 'mine');
  const byUid = join(dir, 'helpdesk-metrics');
  // of the layout before: nobody knows whose it was
  cpSync(gone, byUid, { recursive: true });
  [gone, lately, running, mixed, foreign, locked, byUid].forEach((folder) => age(folder, folder === lately ? DAY / 2 : 2 * DAY));
  const logger = keepingLogger();
  expect((await cleanOrphans(dir, Date.now() - DAY, logger)).sort()).toEqual([gone, byUid].sort());
  expect([gone, lately, running, mixed, foreign, locked, earlier, byUid].map((folder) => existsSync(folder))).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([readdirSync(foreign), readdirSync(mixed), readdirSync(running).includes('facts-1.duckdb')]).toEqual([['facts-1.duckdb'], ['notes.txt'], true]);
  expect(logger.lines).toEqual([]);
  expect(await cleanOrphans(join(dir, 'absent'), Date.now())).toEqual([]);
});

test('a store that was only opened or closed of late was used of late', async () => {
  const folder = folderIn(dir, ofUid('read'));
  await (await opened('read')).close();
  age(folder, 2 * DAY);
  const store = await opened('read');
  expect(await cleanOrphans(dir, Date.now() - DAY)).toEqual([]);
  age(folder, 2 * DAY);
  await store.close();
  expect(await cleanOrphans(dir, Date.now() - DAY)).toEqual([]);
  age(folder, 2 * DAY);
  expect(await cleanOrphans(dir, Date.now() - DAY)).toEqual([folder]);
});

test('a data source that is opened while its store is removed gets one, and nothing fails', async () => {
  const folder = folderIn(dir, ofUid('back'));
  for (let round = 0; round < 10; round++) {
    await (await opened('back')).close();
    age(folder, 2 * DAY);
    const logger = keepingLogger();
    const cleaning = cleanOrphans(dir, Date.now() - DAY, logger);
    const store = await openTestStore(dir, fakeSource(), { owner: ofUid('back'), logger });
    open.push(store);
    store.start();
    expect([await store.ready(8_000), store.state().lastError, logger.lines]).toEqual([true, null, expect.anything()]);
    await cleaning;
    expect([existsSync(join(folder, 'lock.duckdb')), logger.lines.filter(({ level }) => level === 'error')]).toEqual([true, []]);
    await store.close();
  }
});

test('the lock of a folder that has just gone is nobody’s yet: no fault', async () => {
  expect(await FolderLock.take(folderIn(dir))).toBeNull();
});

test('a lock that is given back for good leaves no file, and the next one is new', async () => {
  const folder = folderIn(dir);
  mkdirSync(folder);
  const lock = await FolderLock.take(folder);
  expect([lock === null, await FolderLock.take(folder)]).toEqual([false, null]);
  await lock?.discard();
  expect(readdirSync(folder)).toEqual([]);
  const next = await FolderLock.take(folder);
  expect([next === null, readdirSync(folder)]).toEqual([false, ['lock.duckdb']]);
  next?.release();
});

test('the cleaner looks by itself, in every directory that it was told of, until it is stopped', async () => {
  const other = join(dir, 'other');
  await (await opened('gone')).close();
  cpSync(folderIn(dir, ofUid('gone')), folderIn(other, ofUid('gone')), { recursive: true });
  [dir, other].forEach((one) => age(folderIn(one, ofUid('gone')), 2 * DAY));
  const logger = keepingLogger();
  const cleaner = new StoreCleaner(logger, { everyMs: 20, unusedMs: DAY });
  cleaner.watch(dir);
  await until(() => !existsSync(folderIn(dir, ofUid('gone'))));
  expect(existsSync(folderIn(other, ofUid('gone')))).toBe(true);
  cleaner.watch(other);
  await until(() => !existsSync(folderIn(other, ofUid('gone'))));
  await cleaner.stop();
  expect(logger.lines.map(({ message }) => message)).toEqual(['Removed stores that nobody used for long.', 'Removed stores that nobody used for long.']);
});
