import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generationsIn, nextGeneration, removeFile, removeLeftovers } from './store-files';
import { temporaryDirectory } from '../store.fixture';

test('leftovers go, complete facts and what is not ours stay', async () => {
  const folder = temporaryDirectory();
  const stay = ['facts-2.duckdb', 'facts-10.duckdb', 'lock.duckdb', 'notes.txt', 'facts-x.duckdb', 'building-1.duckdb.bak', 'other.duckdb'];
  for (const name of [...stay, 'building-11.duckdb', 'building-11.duckdb.wal', 'staging-11.duckdb', 'facts-10.duckdb.wal', 'lock-12-34.tmp']) {
    writeFileSync(join(folder, name), '');
  }
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'temp', 'duckdb_temp_storage-0.tmp'), 'x');
  expect([await generationsIn(folder, 'facts'), await nextGeneration(folder)]).toEqual([[10, 2], 12]);
  expect((await removeLeftovers(folder)).length).toBe(6);
  expect(readdirSync(folder).sort()).toEqual(stay.sort());
  rmSync(folder, { recursive: true });
});

test('what has a name like ours, but is none of ours, stays, is never read and never in the way', async () => {
  const folder = temporaryDirectory();
  const foreign = [
    'facts-9007199254740993.duckdb',
    'facts-99999999999999999999.duckdb',
    'facts-007.duckdb',
    'facts-0.duckdb',
    'facts-5.duckdb',
    'staging-6.duckdb',
    'building-7.duckdb.wal',
    'facts-8.duckdb',
    'lock-1-2.tmp',
  ];
  foreign.slice(0, 4).forEach((name) => writeFileSync(join(folder, name), 'x'));
  foreign.slice(4, 7).forEach((name) => mkdirSync(join(folder, name)));
  symlinkSync(join(folder, 'nowhere'), join(folder, foreign[7]));
  mkdirSync(join(folder, foreign[8]));
  writeFileSync(join(folder, 'facts-4.duckdb'), 'x');
  expect([await generationsIn(folder, 'facts'), await nextGeneration(folder), await removeLeftovers(folder)]).toEqual([[4], 9, []]);
  await removeFile(join(folder, 'facts-5.duckdb'));
  await removeFile(join(folder, 'building-7.duckdb'));
  expect(readdirSync(folder).sort()).toEqual([...foreign, 'facts-4.duckdb'].sort());
  rmSync(folder, { recursive: true });
});
