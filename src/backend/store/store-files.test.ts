import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generationsIn, newestGeneration, removeLeftovers, storeFolder } from './store-files';
import { temporaryDirectory } from './store.fixture';

test('a uid never leads out of the directory, and two never share a folder', () => {
  expect(storeFolder('/s', 'aB3_x-9')).toBe('/s/aB3_x-9');
  const hostile = ['..', '.', '', '../x', '/etc', 'a/b', 'a\\b', 'a b', 'ä', '~', 'a~2fb', 'C:'].map((uid) => storeFolder('/s', uid));
  expect(hostile.every((folder) => /^\/s\/[A-Za-z0-9_~-]+$/.test(folder))).toBe(true);
  expect(new Set(hostile).size).toBe(hostile.length);
});

test('leftovers go, complete facts and what is not ours stay', async () => {
  const folder = temporaryDirectory();
  const stay = ['facts-2.duckdb', 'facts-10.duckdb', 'lock.duckdb', 'notes.txt', 'facts-x.duckdb', 'building-1.duckdb.bak', 'other.duckdb'];
  for (const name of [...stay, 'building-11.duckdb', 'building-11.duckdb.wal', 'staging-11.duckdb', 'facts-10.duckdb.wal', 'lock-12-34.tmp']) {
    writeFileSync(join(folder, name), '');
  }
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'temp', 'duckdb_temp_storage-0.tmp'), 'x');
  expect([await generationsIn(folder, 'facts'), await newestGeneration(folder)]).toEqual([[10, 2], 11]);
  expect((await removeLeftovers(folder)).length).toBe(6);
  expect(readdirSync(folder).sort()).toEqual(stay.sort());
  rmSync(folder, { recursive: true });
});
