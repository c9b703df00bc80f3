import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { settingsOf, viewOf } from './desk';
import { HOSTS } from './hosts';

jest.setTimeout(120_000);

const ALL = { opened: 3000, replies: 3000 };

HOSTS.forEach((host) =>
  host.describe(`a ${host.name} that dies and comes back`, (desk) => {
    let built: Built;
    beforeAll(async () => {
      built = openBuilt();
      await desk().make();
    });
    afterAll(() => built.close());

    const open = async (name: string, more: object = {}): Promise<PluginClient> => built.start(settingsOf(desk(), built, name, more));
    /** Ends the server, whose next start reads without a pause. */
    const crash = (): Promise<void> => desk().crash();
    const comeBack = async (): Promise<void> => {
      await desk().restart();
      await desk().run('UPDATE pace SET seconds = 0');
    };

    it('while it is read first: no number, a sentence, and all rows by itself once it is back', async () => {
      await desk().run('UPDATE pace SET seconds = 60');
      const client = await open('first');
      const view = viewOf(client);
      await view.state();
      await desk().reads();
      await crash();
      const { lastError } = await view.becomes(({ phase }) => phase === 'failed', 'the failure');
      expect(lastError).toMatch(
        /^(The database crashed while it was read|The database was shut down while it was read|The connection to the database broke)\.$/
      );
      const { opened } = await view.query({ fromAlert: true });
      expect(opened).toMatch(/cannot be reached/);
      await view.becomes(({ failures }) => failures.length > 1, 'another try');
      expect((await view.state()).lastError).toBe('Nothing answers at the database’s host and port.');
      expect(await client.health()).toMatchObject({
        ok: false,
        message: expect.stringMatching(/^Nothing answers at the database’s host and port\. Check host, port and firewall/) as unknown,
      });
      await comeBack();
      await view.becomes(({ phase }) => phase === 'ready', 'the recovery');
      expect(await view.query({ fromAlert: true })).toEqual({ ...ALL, notices: [] });
      await client.stop();
    });

    it('while it is read again: what was read before answers on, says that it is old, and is refreshed by itself', async () => {
      const client = await open('again', { maxAge: '4s' });
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      await desk().run('UPDATE pace SET seconds = 60', ...desk().words.more(3001, 3007));
      await desk().reads();
      await crash();
      await view.becomes(({ lastError }) => lastError !== null, 'the failure');
      const { notices, ...numbers } = await view.query();
      expect([ALL, { opened: 3007, replies: 3007 }]).toContainEqual(numbers);
      expect(notices.join(' ')).toMatch(/The last refresh failed/);
      // an alert rule gets no old number
      await view.becomes(({ failures }) => failures.length > 1, 'another try');
      expect((await view.query({ fromAlert: true })).opened).toMatch(/older than maxAge/);
      await comeBack();
      await view.becomes(({ lastError }) => lastError === null, 'the recovery');
      expect(await view.query({ fromAlert: true })).toEqual({ opened: 3007, replies: 3007, notices: [] });
      await desk().run('DELETE FROM ticket WHERE ticket_id > 3000', 'DELETE FROM messages WHERE ticket_id > 3000');
      await client.stop();
    });

    it('while 200 questions are asked: each has the right number, during a load and while nobody answers there', async () => {
      const client = await open('asked');
      const view = viewOf(client);
      await view.state();
      await view.becomes(({ phase }) => phase === 'ready', 'the first load');
      const burst = async (): Promise<void> => {
        const answers = await Promise.all(Array.from({ length: 100 }, () => view.query()));
        expect(answers.map(({ opened, replies }) => ({ opened, replies }))).toEqual(answers.map(() => ALL));
      };
      await desk().run('UPDATE pace SET seconds = 60');
      await desk().reads();
      await burst();
      const dying = burst();
      await crash();
      await dying;
      await view.becomes(({ lastError }) => lastError !== null, 'the failure');
      await burst();
      await comeBack();
      await view.becomes(({ lastError }) => lastError === null, 'the recovery');
      await burst();
      await client.stop();
    });
  })
);
