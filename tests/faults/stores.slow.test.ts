import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { storeFolder } from '../../src/backend/store/folder/store-folder';
import { type Built, openBuilt } from '../built';
import { until } from '../until';
import { settingsOf, viewOf } from './desk';
import { postgres } from './in-postgres';

jest.setTimeout(120_000);

const ALL = { opened: 3000, replies: 3000 };

postgres.describe('stores of a PostgreSQL helpdesk', (desk) => {
  let built: Built;
  beforeAll(async () => {
    built = openBuilt();
    await desk().make();
  });
  afterAll(() => built.close());

  // prlimit is Linux’s
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('that are full: it says so, what was read answers on, and it recovers by itself once there is room', async () => {
    const client = await built.start(settingsOf(desk(), built, 'full'));
    const view = viewOf(client);
    await view.state();
    await view.becomes(({ phase }) => phase === 'ready', 'the first load');
    const limit = (size: string): Buffer => execFileSync('prlimit', ['--pid', String(client.pid), `--fsize=${size}:unlimited`]);
    limit('1');
    await desk().run(...desk().words.more(3001, 3200));
    const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
    expect(lastError).toBe('The disk that holds the store is full, or lets no file grow further.');
    const { notices, ...numbers } = await view.query();
    expect(numbers).toEqual(ALL);
    expect(notices.join(' ')).toContain(lastError);
    limit('unlimited');
    await view.becomesNumbers(({ opened, replies }) => opened === 3200 && replies === 3200, 'the recovery');
    expect((await view.state()).lastError).toBeNull();
    await desk().run(...LESS);
    await client.stop();
  });

  it('of two data sources on it: each has its own, the same numbers, and one that fails does not harm the other', async () => {
    const one = settingsOf(desk(), built, 'one');
    const client = await built.start(one);
    const other = { settings: settingsOf(desk(), built, 'other') };
    const wrong = { settings: { ...settingsOf(desk(), built, 'wrong'), secureJsonData: { password: 'wrong' } } };
    const [mine, theirs, broken] = [{}, other, wrong].map((options) => ({
      query: () => viewOf(client).query(options),
      status: async () => (await client.resource('status', 'GET', undefined, options)).body as { phase: string; failures: unknown[] },
    }));
    await until(async () => (await mine.status()).phase === 'ready' && (await theirs.status()).phase === 'ready', 'both', 60_000);
    await until(async () => (await broken.status()).phase === 'failed', 'the failure');
    expect(await mine.query()).toEqual({ ...ALL, notices: [] });
    expect(await theirs.query()).toEqual({ ...ALL, notices: [] });
    expect((await broken.query()).opened).toMatch(/refused the user or the password/);
    expect([(await mine.status()).failures, (await theirs.status()).failures]).toEqual([[], []]);
    await client.stop();
  });

  it('that an older version made: it is made anew, and nobody sees an error', async () => {
    const settings = settingsOf(desk(), built, 'older', { refreshInterval: '1h' });
    const first = await built.start(settings);
    await viewOf(first).state();
    await viewOf(first).becomes(({ phase }) => phase === 'ready', 'the first load');
    await first.stop();
    const folder = storeFolder(join(built.folder, 'stores'), { orgId: 1, uid: 'older', id: 1 });
    const [facts, rows] = ['facts-', 'rows-'].map((beginning) => readdirSync(folder).filter((name) => name.startsWith(beginning) && name.endsWith('.duckdb')));
    expect([facts.length, rows.length]).toEqual([1, 1]);
    for (const name of [...facts, ...rows]) {
      const instance = await DuckDBInstance.create(join(folder, name));
      const connection = await instance.connect();
      await connection.run(`UPDATE ${name.startsWith('facts') ? 'store' : 'rows'}_meta SET schema_version = '0-older'`);
      connection.disconnectSync();
      instance.closeSync();
    }
    await desk().run(...desk().words.more(3001, 3200));
    const second = await built.start(settings);
    const view = viewOf(second);
    await view.state();
    await view.becomes(({ phase }) => phase === 'ready', 'the load');
    // an hour would have to pass before the old store were read anew
    expect(await view.query()).toEqual({ opened: 3200, replies: 3200, notices: [] });
    expect((await view.state()).failures).toEqual([]);
    await desk().run(...LESS);
    await second.stop();
  });

  it('that two processes want: the second says so, waits, and takes over what is there', async () => {
    const settings = settingsOf(desk(), built, 'shared', { refreshInterval: '1h' });
    const first = await built.start(settings);
    await viewOf(first).state();
    await viewOf(first).becomes(({ phase }) => phase === 'ready', 'the first load');
    const second = await built.start(settings);
    const view = viewOf(second);
    await view.state();
    await view.becomes(({ waitingForLock }) => waitingForLock, 'waiting');
    expect((await view.query({ fromAlert: true })).opened).toMatch(/Another process holds this data source’s store/);
    expect(await viewOf(first).query()).toEqual({ ...ALL, notices: [] });
    await first.stop();
    await view.becomes(({ phase }) => phase === 'ready', 'taking over');
    expect(await view.query()).toEqual({ ...ALL, notices: [] });
    await second.stop();
  });
});

const LESS = ['DELETE FROM ticket WHERE ticket_id > 3000', 'DELETE FROM messages WHERE ticket_id > 3000'];
