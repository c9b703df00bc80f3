import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { timeOf } from '../time-of';
import { at, twice } from './desk';
import { openChatwoot, type Opened } from './opened.fixture';
import type { Age } from '../../../demo/writers/chatwoot/tables';

jest.setTimeout(60_000);

type Rows = Awaited<ReturnType<Opened['rows']>>;

const NOON = at('03-02 12:00:00');
const BY_BEA = { sender_type: 'User', sender_id: 2 };

describeWithPostgres('what is easily read wrong in Chatwoot', (server) => {
  /** The canonical rows of a desk on which something was done. */
  async function after(age: Age, act: (opened: Opened, begin: (number: number, inbox?: 'mail' | 'chat') => Promise<number>) => Promise<void>): Promise<Rows> {
    const opened = await openChatwoot(server(), age, []);
    try {
      await act(opened, async (number, inbox = 'mail') => {
        const asker = await opened.desk.contact('Zoë');
        const id = await opened.desk.conversation(number, inbox, asker, NOON);
        await opened.desk.message(id, NOON, 0, { sender_type: 'Contact', sender_id: asker });
        return id;
      });
      return await opened.rows();
    } finally {
      await opened.close();
    }
  }

  const events = ({ ticket_event: rows = [] }: Rows) =>
    rows.filter(({ field }) => field !== 'schedule').map(({ at: when, field, to_value: to, actor_kind: by }) => [timeOf(when)?.slice(6), field, to, by]);

  it('counts an event once that a retried job wrote twice, and knows the close of a bot', async () => {
    const rows = await after('4.14', async ({ desk, admin }, begin) => {
      const id = await begin(1);
      await admin.query('UPDATE conversations SET status = 1');
      for (const name of ['conversation_resolved', 'conversation_resolved', 'conversation_bot_resolved']) {
        await desk.event(id, name, at('03-02 13:00:00'));
      }
    });
    expect(events(rows)).toEqual([['13:00:00', 'status', 'closed', 'bot']]);
  });

  it('takes two closes without a word between them for one, where reopenings were not written', async () => {
    const rows = await after('4.2', async ({ desk, admin }, begin) => {
      const id = await begin(1);
      await desk.event(id, 'conversation_resolved', at('03-02 13:00:00'));
      await desk.event(id, 'conversation_resolved', at('03-02 14:00:00'));
      await admin.query('UPDATE conversations SET status = 1');
    });
    expect(events(rows)).toEqual([
      ['13:00:00', 'status', 'closed', null],
      ['14:00:00', 'status', 'closed', null],
    ]);
  });

  it('dates a reopening that was not written by the next thing that was done, and reads no text', async () => {
    const rows = await after('4.2', async ({ desk }, begin) => {
      const id = await begin(1);
      await desk.event(id, 'conversation_resolved', at('03-02 13:00:00'));
      await desk.message(id, at('03-02 15:00:00'), 2, { content: 'Gesprek is heropend door Bea' });
    });
    expect(events(rows)).toEqual([
      ['13:00:00', 'status', 'closed', null],
      ['15:00:00', 'status', 'open', null],
    ]);
  });

  it('lets a bot begin, and people be waited for since it handed over', async () => {
    const rows = await after('4.14', async ({ desk, admin }, begin) => {
      const id = await begin(1);
      await admin.query('UPDATE conversations SET status = 2, assignee_agent_bot_id = 1');
      await desk.message(id, at('03-02 12:00:05'), 1, { sender_type: 'AgentBot', sender_id: 1 });
      await desk.event(id, 'conversation_bot_handoff', at('03-02 12:10:00'));
      await desk.event(id, 'conversation_opened', at('03-02 12:10:00'));
    });
    expect(events(rows)).toEqual([
      ['12:10:00', 'handover', null, 'bot'],
      ['12:10:00', 'status', 'open', null],
    ]);
    expect(rows.ticket).toMatchObject([{ owner_id: 'bot-1', status: 'new' }]);
    expect(rows.message.map(({ author_kind: kind, author_id: id }) => [kind, id])).toEqual([
      ['customer', '1'],
      ['bot', 'bot-1'],
    ]);
    expect(rows.agent).toContainEqual(expect.objectContaining({ agent_id: 'bot-1', name: 'Helper', is_bot: true }));
  });

  it('knows what each message is', async () => {
    const email = { email: { text_content: { full: 'They wrote "deleted":true and "automation_rule_id":7' } } };
    const written: ReadonlyArray<readonly [string, number, object, readonly [string, string]]> = [
      ['a reply', 1, BY_BEA, ['agent', 'reply']],
      ['a note', 1, { ...BY_BEA, private: true }, ['agent', 'note']],
      ['deleted', 1, { ...BY_BEA, content_attributes: twice({ deleted: true }) }, ['agent', 'draft']],
      ['deleted, as plain JSON', 1, { ...BY_BEA, content_attributes: '{"items": [], "deleted": true}' }, ['agent', 'draft']],
      ['not deleted', 1, { ...BY_BEA, content_attributes: twice({ deleted: false }) }, ['agent', 'reply']],
      ['an e-mail about keys', 0, { content_type: 8, content_attributes: twice(email) }, ['customer', 'reply']],
      ['the same as plain JSON', 0, { content_type: 8, content_attributes: JSON.stringify(email) }, ['customer', 'reply']],
      ['a campaign', 1, { ...BY_BEA, additional_attributes: { campaign_id: 3 } }, ['agent', 'campaign']],
      ['an automation', 1, { content_attributes: twice({ automation_rule_id: 7 }) }, ['system', 'auto']],
      ['an automation in somebody’s name', 1, { ...BY_BEA, content_attributes: twice({ automation_rule_id: 7 }) }, ['agent', 'auto']],
      ['written in the channel’s own app', 1, { content_attributes: twice({ external_echo: true }) }, ['agent', 'reply']],
      ['by nobody', 1, {}, ['system', 'auto']],
      ['by an assistant', 1, { sender_type: 'Captain::Assistant', sender_id: 9 }, ['bot', 'reply']],
      ['a greeting', 3, {}, ['system', 'auto']],
      ['a survey', 3, { content_type: 9 }, ['system', 'survey']],
      ['without attributes', 1, { ...BY_BEA, content_attributes: null, additional_attributes: null }, ['agent', 'reply']],
      ['what was done', 2, { content: 'Toegewezen aan Bea' }, ['', '']],
    ];
    const rows = await after('4.14', async ({ desk }, begin) => {
      const id = await begin(1);
      for (const [, type, more] of written) {
        await desk.message(id, NOON, type, more as Record<string, unknown>);
      }
    });
    const read = [...rows.message].sort((a, b) => Number(a.message_id) - Number(b.message_id)).slice(1);
    expect(read.map(({ author_kind: author, kind }, i) => [written[i][0], author, kind])).toEqual(
      written.slice(0, -1).map(([what, , , [author, kind]]) => [what, author, kind])
    );
  });

  it('knows who began a conversation', async () => {
    const began: ReadonlyArray<readonly [number, object, string]> = [
      [1, BY_BEA, 'agent'],
      [1, { ...BY_BEA, additional_attributes: { campaign_id: 3 } }, 'agent'],
      [1, { additional_attributes: { campaign_id: 3 } }, 'system'],
      [1, { sender_type: 'AgentBot', sender_id: 1 }, 'bot'],
      [1, { content_attributes: twice({ external_echo: true }) }, 'agent'],
      [0, {}, 'customer'],
    ];
    const rows = await after('4.14', async ({ desk }) => {
      const asker = await desk.contact('Zoë');
      for (const [i, [type, more]] of began.entries()) {
        const id = await desk.conversation(i + 1, 'mail', asker, NOON);
        await desk.message(id, at('03-02 13:00:00'), 0, { sender_type: 'Contact', sender_id: asker });
        await desk.message(id, NOON, type, more as Record<string, unknown>);
      }
      await desk.conversation(99, 'mail', asker, NOON);
    });
    expect(rows.ticket.map(({ created_by: by }) => by)).toEqual([...began.map(([, , by]) => by), 'customer']);
  });

  it('reads one account, and its people: those who left, none of others', async () => {
    const rows = await after('4.14', async ({ desk, admin }, begin) => {
      const id = await begin(1);
      await desk.message(id, NOON, 1, { sender_type: 'User', sender_id: 6 });
      for (const table of ['conversations', 'messages', 'contacts', 'teams', 'inboxes']) {
        const { rows: columns } = await admin.query<{ name: string }>(
          `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attname NOT IN ('id', 'account_id')`,
          [table]
        );
        const list = columns.map(({ name }) => name).join(', ');
        await admin.query(`INSERT INTO ${table} (account_id, ${list}) SELECT 2, ${list} FROM ${table} WHERE account_id = 1`);
      }
      await desk.insert('agent_bots', { name: 'Of another', account_id: 2 });
      await desk.insert('agent_bots', { name: 'Of all', account_id: null });
    });
    expect(rows.ticket).toHaveLength(1);
    expect(rows.message).toHaveLength(2);
    expect(rows.customer).toHaveLength(1);
    expect(rows.team).toHaveLength(1);
    expect(rows.agent.map(({ name, active }) => [name, active])).toEqual([
      ['Ada', true],
      ['Bea', true],
      ['Cem', true],
      ['Dee', true],
      ['Gone', false],
      ['Helper', true],
      ['Of all', true],
    ]);
  });
});
