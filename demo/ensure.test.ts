import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ensureDemo } from './ensure';
import { readManifest, writeManifest } from './manifest';
import { END, temporaryFolder } from './testing/open-helpdesk';

jest.setTimeout(60_000);
const folder = temporaryFolder();
afterAll(() => folder.remove());
const dir = join(folder.path, 'helpdesk');
const small = { dir, tickets: 40, months: 1, end: END };

test('it is made once, and made again where another is wanted', async () => {
  const lines: string[] = [];
  expect(await ensureDemo({ ...small, onProgress: (line) => lines.push(line) })).toEqual({ dir, made: true });
  expect(lines).toContain('Writing message');
  expect(readManifest(dir)).toMatchObject({ seed: 1, tickets: 40, end: '2026-03-26T14:07:00.000Z', format: 'parquet' });
  expect(readManifest(dir)?.rows.ticket).toBe(40);
  expect(await ensureDemo(small)).toEqual({ dir, made: false });
  // what is not said may be as it is
  expect(await ensureDemo({ dir })).toEqual({ dir, made: false });
  expect((await ensureDemo({ ...small, seed: 2, format: 'csv' })).made).toBe(true);
  expect(readManifest(dir)).toMatchObject({ seed: 2, format: 'csv' });
  expect(readdirSync(folder.path)).toEqual(['helpdesk']);
  expect(readdirSync(dir)).toContain('ticket.csv');
});

test('without a chosen end it grows old, and stays as it was otherwise', async () => {
  const manifest = readManifest(dir);
  if (!manifest) {
    throw new Error('There is no manifest.');
  }
  writeManifest(dir, { ...manifest, isEndChosen: false });
  expect((await ensureDemo({ dir })).made).toBe(true);
  expect(readManifest(dir)).toMatchObject({ seed: 2, tickets: 40, months: 1, format: 'csv' });
  expect(Date.now() - Date.parse(readManifest(dir)?.end ?? '')).toBeLessThan(120_000);
  expect((await ensureDemo({ dir })).made).toBe(false);
});

test('a demo of a former version is made anew, though its manifest was not hidden', async () => {
  const former = join(folder.path, 'former');
  mkdirSync(former);
  writeFileSync(join(former, 'manifest.json'), JSON.stringify({ ...readManifest(dir), version: 2 }));
  expect((await ensureDemo({ ...small, dir: former })).made).toBe(true);
  expect(readdirSync(former)).toEqual(expect.arrayContaining(['.manifest.json', 'ticket.csv']));
  rmSync(former, { recursive: true });
});

test('a folder with something else in it is left alone', async () => {
  const other = join(folder.path, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'letter.txt'), 'mine');
  await expect(ensureDemo({ ...small, dir: other, force: true })).rejects.toThrow('holds no demo helpdesk');
  expect(readdirSync(other)).toEqual(['letter.txt']);
});

test('what a crash has left behind is cleared, an end that is none is refused', async () => {
  const leftover = join(folder.path, '.helpdesk.making-999999999');
  mkdirSync(leftover);
  rmSync(dir, { recursive: true });
  await ensureDemo(small);
  expect(readdirSync(folder.path).sort()).toEqual(['helpdesk', 'other']);
  await expect(ensureDemo({ dir, end: 'soon' })).rejects.toThrow('The end "soon" is not an instant');
});
