import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { type StallingProxy, stallingProxy } from '../servers/stalling-proxy';
import { settingsOf, viewOf } from './desk';
import { HOSTS } from './hosts';

jest.setTimeout(120_000);

const ALL = { opened: 3000, replies: 3000 };

HOSTS.forEach((host) =>
  host.describe(`a ${host.name} that is there and gives nothing`, (desk) => {
    let built: Built;
    beforeAll(async () => {
      built = openBuilt();
      await desk().make();
    });
    afterAll(() => built.close());

    const open = async (name: string, more: object = {}, source: object = {}): Promise<PluginClient> =>
      built.start(settingsOf(desk(), built, name, more, source));

    it('since the network stalls in the middle of the rows: the connection is given up, what was read answers on, and it recovers by itself', async () => {
      let stalls = false;
      const proxy: StallingProxy = await stallingProxy(desk().source.port, (from, _, total) => stalls && from === 'server' && total > 20_000);
      const client = await open('stalled', {}, { port: proxy.port, statementTimeout: '2s' });
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      stalls = true;
      await desk().run('UPDATE ticket SET updated_at = now()', 'UPDATE messages SET updated_at = now()');
      const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
      expect(lastError).toMatch(/^The database (stopped answering|took longer than the statement timeout, and did not end the statement itself)\.$/);
      const { notices, ...numbers } = await view.query();
      expect(numbers).toEqual(ALL);
      expect(notices.join(' ')).toContain(lastError);
      stalls = false;
      await view.becomes((state) => state.lastError === null, 'the recovery');
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      await client.stop();
      await proxy.close();
    });

    it('since somebody has locked a table: the refresh waits a while and gives up, and panels never wait', async () => {
      const client = await open('locked');
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      const release = await desk().lock('messages');
      const began = performance.now();
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      expect(performance.now() - began).toBeLessThan(5_000);
      const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
      expect(lastError).toBe('A table is locked by somebody else in the database.');
      expect(await client.health()).toMatchObject({ ok: true });
      expect(await view.query()).toMatchObject(ALL);
      await release();
      await view.becomes((state) => state.lastError === null, 'the recovery');
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      await client.stop();
    });

    it('since the password was changed there: it says so, tries on, and recovers when it is right again', async () => {
      const { password, words } = desk();
      const client = await open('refused');
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      await desk().run(words.password('another'));
      await view.becomes((state) => state.lastError === 'The database refused the user or the password.', 'the failure');
      expect(await client.health()).toMatchObject({
        ok: false,
        message: expect.stringMatching(/^The database refused the user or the password\. Check both in the data source’s settings/) as unknown,
      });
      expect(await view.query()).toMatchObject(ALL);
      await desk().run(words.password(password));
      await view.becomes((state) => state.lastError === null, 'the recovery');
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      await client.stop();
    });

    it('since it has no connection left', async () => {
      const [take, give, said] = desk().words.crowd;
      const client = await open('crowded');
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      await desk().run(take);
      const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
      expect(lastError).toMatch(said);
      expect(await view.query()).toMatchObject(ALL);
      await desk().run(give);
      await view.becomes((state) => state.lastError === null, 'the recovery');
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      await client.stop();
    });

    it('since the administrator forbids its address', async () => {
      const client = await built.start(settingsOf(desk(), built, 'forbidden'), undefined, { GF_PLUGIN_DENIED_TARGETS: 'loopback' });
      const message = 'The Grafana administrator forbids connections to the database’s address.';
      expect(await client.health()).toMatchObject({ ok: false, message: expect.stringContaining(message) as unknown });
      await viewOf(client).becomes((state) => state.lastError === message, 'the failure');
      await client.stop();
    });
  })
);
