import { cpSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cleanOrphans } from './clean-orphans';
import { FolderLock } from './folder-lock';
import type { Store } from '../store';
import { StoreCleaner } from './store-cleaner';
import { until } from '../../../../tests/until';
import { fakeSource, folderIn, HELPDESK, keepingLogger, ownStores } from '../store.fixture';

jest.setTimeout(20_000);

const DAY = 86_400_000;
const ofUid = (uid: string) => ({ ...HELPDESK, uid });
const stores = ownStores();
const opened = (uid: string): Promise<Store> => stores.started(fakeSource(), { owner: ofUid(uid) });

/** Makes everything in a folder, and the folder, as old as that. */
function age(folder: string, milliseconds: number): void {
  const at = new Date(Date.now() - milliseconds);
  readdirSync(folder).forEach((name) => utimesSync(join(folder, name), at, at));
  utimesSync(folder, at, at);
}

test('stores that nobody has open or has lately used go; the rest stays', async () => {
  const [gone, lately, running, mixed, locked, earlier] = ['gone', 'lately', 'running', 'mixed', 'locked', 'earlier'].map((uid) =>
    folderIn(stores.dir, ofUid(uid))
  );
  for (const uid of ['gone', 'lately', 'mixed']) {
    await (await opened(uid)).close();
  }
  await opened('running');
  const foreign = join(stores.dir, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'facts-1.duckdb'), 'not a store: it has no lock');
  mkdirSync(join(locked, 'lock.duckdb'), { recursive: true });
  writeFileSync(join(mixed, 'notes.txt'), 'mine');
  const byUid = join(stores.dir, 'helpdesk-metrics');
  // of the layout before: nobody knows whose it was
  cpSync(gone, byUid, { recursive: true });
  [gone, lately, running, mixed, foreign, locked, byUid].forEach((folder) => age(folder, folder === lately ? DAY / 2 : 2 * DAY));
  const logger = keepingLogger();
  expect((await cleanOrphans(stores.dir, Date.now() - DAY, logger)).sort()).toEqual([gone, byUid].sort());
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
  expect(await cleanOrphans(join(stores.dir, 'absent'), Date.now())).toEqual([]);
});

test('a store that was only opened or closed of late was used of late', async () => {
  const folder = folderIn(stores.dir, ofUid('read'));
  await (await opened('read')).close();
  age(folder, 2 * DAY);
  const store = await opened('read');
  expect(await cleanOrphans(stores.dir, Date.now() - DAY)).toEqual([]);
  age(folder, 2 * DAY);
  await store.close();
  expect(await cleanOrphans(stores.dir, Date.now() - DAY)).toEqual([]);
  age(folder, 2 * DAY);
  expect(await cleanOrphans(stores.dir, Date.now() - DAY)).toEqual([folder]);
});

test('a data source that is opened while its store is removed gets one, and nothing fails', async () => {
  const folder = folderIn(stores.dir, ofUid('back'));
  for (let round = 0; round < 10; round++) {
    await (await opened('back')).close();
    age(folder, 2 * DAY);
    const logger = keepingLogger();
    const cleaning = cleanOrphans(stores.dir, Date.now() - DAY, logger);
    const store = await stores.open(fakeSource(), { owner: ofUid('back'), logger });
    store.start();
    expect([await store.ready(8_000), store.state().lastError, logger.lines]).toEqual([true, null, expect.anything()]);
    await cleaning;
    expect([existsSync(join(folder, 'lock.duckdb')), logger.lines.filter(({ level }) => level === 'error')]).toEqual([true, []]);
    await store.close();
  }
});

test('the lock of a folder that has just gone is nobody’s yet: no fault', async () => {
  expect(await FolderLock.take(folderIn(stores.dir))).toBeNull();
});

test('a lock that is given back for good leaves no file, and the next one is new', async () => {
  const folder = folderIn(stores.dir);
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
  const other = join(stores.dir, 'other');
  await (await opened('gone')).close();
  cpSync(folderIn(stores.dir, ofUid('gone')), folderIn(other, ofUid('gone')), { recursive: true });
  [stores.dir, other].forEach((one) => age(folderIn(one, ofUid('gone')), 2 * DAY));
  const logger = keepingLogger();
  const cleaner = new StoreCleaner(logger, { everyMs: 20, unusedMs: DAY });
  cleaner.watch(stores.dir);
  await until(() => !existsSync(folderIn(stores.dir, ofUid('gone'))));
  expect(existsSync(folderIn(other, ofUid('gone')))).toBe(true);
  cleaner.watch(other);
  await until(() => !existsSync(folderIn(other, ofUid('gone'))));
  await cleaner.stop();
  expect(logger.lines.map(({ message }) => message)).toEqual(['Removed stores that nobody used for long.', 'Removed stores that nobody used for long.']);
});
