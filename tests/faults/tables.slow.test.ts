import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { ownerOf, settingsOf, TABLES, viewOf } from './desk';

jest.setTimeout(120_000);

const ALL = { opened: 3000, replies: 3000 };

describeWithPostgres('tables that change between two refreshes', (server) => {
  const owner = ownerOf(server);
  let built: Built;
  beforeAll(async () => {
    built = openBuilt();
    await owner.query(...TABLES);
  });
  afterAll(() => built.close());

  const opened = async (name: string): Promise<PluginClient> => {
    const client = await built.start(settingsOf(server(), built, name));
    await viewOf(client).state();
    await viewOf(client).becomes(({ phase }) => phase === 'ready', 'the first load');
    return client;
  };

  it.each<[what: string, change: string, back: string, said: RegExp]>([
    [
      'a table that is needed is gone',
      'ALTER TABLE ticket RENAME TO tickets',
      'ALTER TABLE tickets RENAME TO ticket',
      /^The schema "public" has no table or view "ticket"; it has /,
    ],
    [
      'a column that is needed has another name',
      'ALTER TABLE ticket RENAME created_at TO opened_at',
      'ALTER TABLE ticket RENAME opened_at TO created_at',
      /^table "ticket" has no column "created_at", which is required\./,
    ],
    [
      'a column has another type, which holds what is wrong',
      `ALTER TABLE ticket ALTER created_at TYPE text USING CASE WHEN ticket_id = 7 THEN 'soon' ELSE created_at::text END`,
      `ALTER TABLE ticket ALTER created_at TYPE timestamptz USING CASE WHEN created_at = 'soon' THEN timestamptz '2026-03-01 00:07Z' ELSE created_at::timestamptz END`,
      /^table "ticket", ticket_id "7", column "created_at": "soon" is not an instant/,
    ],
    [
      'the right to read is gone',
      'REVOKE pg_read_all_data FROM helpdesk_reader',
      'GRANT pg_read_all_data TO helpdesk_reader',
      /^The user may not read the tables "ticket", "message"\.$/,
    ],
  ])('%s: it says so, what was read answers on, and it recovers by itself', async (what, change, back, said) => {
    const client = await opened(what.replaceAll(/\W+/g, '-'));
    const view = viewOf(client);
    await owner.query(change);
    const { lastError } = await view.becomes((state) => state.lastError !== null, 'the failure');
    expect(lastError).toMatch(said);
    const { notices, ...numbers } = await view.query();
    expect(numbers).toEqual(ALL);
    expect(notices.join(' ')).toMatch(/^The last refresh failed; the data is .* old\. /);
    await owner.query(back);
    await view.becomes((state) => state.lastError === null, 'the recovery');
    expect(await view.query()).toEqual({ ...ALL, notices: [] });
    await client.stop();
  });

  it('a table that is not needed is gone: the reports that it is for say what they lack, rules get no number, and they have it again by themselves', async () => {
    const client = await opened('optional');
    const view = viewOf(client);
    await owner.query('ALTER VIEW message RENAME TO gone');
    await view.becomesNumbers(({ opened: tickets, replies }) => tickets === ALL.opened && replies !== ALL.replies, 'a refresh without messages');
    // a panel is told what the 0 means; an alert rule, which sees no notice, gets no number
    expect(await view.query()).toEqual({
      opened: ALL.opened,
      replies: 0,
      notices: expect.arrayContaining([expect.stringContaining('the helpdesk has nothing in message')]) as unknown,
    });
    expect(await view.query({ fromAlert: true })).toMatchObject({ opened: ALL.opened, replies: undefined });
    await owner.query('ALTER VIEW gone RENAME TO message');
    await view.becomesNumbers(({ replies }) => replies === ALL.replies, 'the recovery');
    await client.stop();
  });
});
