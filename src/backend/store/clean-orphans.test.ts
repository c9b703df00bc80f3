import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cleanOrphans } from './clean-orphans';
import { fakeSource, openTestStore, temporaryDirectory } from './store.fixture';

jest.setTimeout(20_000);

test('stores that nobody keeps, has open or has lately written go; the rest stays', async () => {
  const dir = temporaryDirectory();
  for (const uid of ['kept', 'gone', 'open', 'mixed']) {
    const store = await openTestStore(dir, fakeSource(), { uid });
    store.start();
    await store.ready(8_000);
    await store.close();
  }
  const running = await openTestStore(dir, fakeSource(), { uid: 'open' });
  running.start();
  await running.ready(8_000);
  mkdirSync(join(dir, 'foreign'));
  writeFileSync(join(dir, 'foreign', 'facts-1.duckdb'), 'not a store: it has no lock');
  writeFileSync(join(dir, 'mixed', 'notes.txt'), 'mine');
  expect(await cleanOrphans(dir, ['kept'], Date.now() - 60_000)).toEqual([]);
  expect(await cleanOrphans(dir, ['kept'], Date.now() + 60_000)).toEqual([join(dir, 'gone')]);
  expect(['kept', 'gone', 'open', 'foreign', 'mixed'].map((name) => existsSync(join(dir, name)))).toEqual([true, false, true, true, true]);
  expect([existsSync(join(dir, 'foreign', 'facts-1.duckdb')), existsSync(join(dir, 'mixed', 'notes.txt')), existsSync(join(dir, 'mixed', 'facts-1.duckdb'))]).toEqual([true, true, false]);
  expect(running.lease().generation).toBe(1);
  await running.close();
  expect(await cleanOrphans(join(dir, 'absent'), [], Date.now())).toEqual([]);
  rmSync(dir, { recursive: true });
});
