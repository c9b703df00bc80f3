import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { settingsOf, viewOf } from './desk';
import type { FaultWords } from './host';
import { HOSTS } from './hosts';

jest.setTimeout(120_000);

const ALL = { opened: 3000, replies: 3000 };

HOSTS.forEach((host) =>
  host.describe(`tables of a ${host.name} that change between two refreshes`, (desk) => {
    let built: Built;
    beforeAll(async () => {
      built = openBuilt();
      await desk().make();
    });
    afterAll(() => built.close());

    const opened = async (name: string): Promise<PluginClient> => {
      const client = await built.start(settingsOf(desk(), built, name));
      await viewOf(client).state();
      await viewOf(client).becomes(({ phase }) => phase === 'ready', 'the first load');
      return client;
    };

    it.each<
      [what: string, change: (words: FaultWords) => readonly string[], back: (words: FaultWords) => readonly string[], said: (words: FaultWords) => RegExp]
    >([
      [
        'a table that is needed is gone',
        () => ['ALTER TABLE ticket RENAME TO tickets'],
        () => ['ALTER TABLE tickets RENAME TO ticket'],
        ({ place }) => new RegExp(`^The ${place} has no table or view "ticket"; it has `),
      ],
      [
        'a column that is needed has another name',
        () => ['ALTER TABLE ticket RENAME COLUMN created_at TO opened_at'],
        () => ['ALTER TABLE ticket RENAME COLUMN opened_at TO created_at'],
        () => /^table "ticket" has no column "created_at", which is required\./,
      ],
      [
        'a column has another type, which holds what is wrong',
        ({ otherType: [there] }) => there,
        ({ otherType: [, back] }) => back,
        () => /^table "ticket", ticket_id "7", column "created_at": "soon" is not an instant/,
      ],
      ['the right to read is gone', ({ right: [take] }) => [take], ({ right: [, give] }) => [give], ({ right: [, , said] }) => said],
    ])('%s: it says so, what was read answers on, and it recovers by itself', async (what, change, back, said) => {
      const client = await opened(what.replaceAll(/\W+/g, '-'));
      const view = viewOf(client);
      const { words } = desk();
      await desk().run(...change(words));
      const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
      expect(lastError).toMatch(said(words));
      const { notices, ...numbers } = await view.query();
      expect(numbers).toEqual(ALL);
      expect(notices.join(' ')).toMatch(/^The last refresh failed; the data is .* old\. /);
      await desk().run(...back(words));
      await view.becomes((state) => state.lastError === null, 'the recovery');
      expect(await view.query()).toEqual({ ...ALL, notices: [] });
      await client.stop();
    });

    it('a table that is not needed is gone: the reports that it is for say what they lack, rules get no number, and they have it again by themselves', async () => {
      const client = await opened('optional');
      const view = viewOf(client);
      const [hide, show] = desk().words.messages;
      await desk().run(hide);
      await view.becomesNumbers(({ opened: tickets, replies }) => tickets === ALL.opened && replies !== ALL.replies, 'a refresh without messages');
      // no 0, which would say that nobody replied; a panel is told why
      expect(await view.query()).toEqual({
        opened: ALL.opened,
        replies: undefined,
        notices: expect.arrayContaining([expect.stringContaining('the helpdesk has nothing in message')]) as unknown,
      });
      expect(await view.query({ fromAlert: true })).toMatchObject({ opened: ALL.opened, replies: undefined });
      await desk().run(show);
      await view.becomesNumbers(({ replies }) => replies === ALL.replies, 'the recovery');
      await client.stop();
    });
  })
);
