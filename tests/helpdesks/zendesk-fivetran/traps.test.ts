import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { ANN, at, BEA, CEM, HOOK, ZOE } from './desk';
import { eventsOf, openZendesk, read, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');
const GONE = 77;

describeWithPostgres('what is easily read wrong in Fivetran’s tables of a Zendesk', (server) => {
  it('begins with the first values of the history, and a value that is written again is no change', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk } = opened;
      await desk.ticket(1, NOON, { status: 'open', assignee_id: BEA });
      await desk.set(1, at('03-02 13:00:00'), 'status', 'open');
      await desk.set(1, at('03-02 13:00:00'), 'assignee_id', BEA);
      await desk.set(1, at('03-02 14:00:00'), 'assignee_id', CEM);
      expect(await opened.ask({ metric: 'transfers' })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'time_to_assignment' })).toEqual([[0]]);
      expect(await opened.ask({ metric: 'backlog', groupBy: ['status'] })).toEqual([['Open', 1]]);
    } finally {
      await opened.close();
    }
  });

  it('closes a ticket when it is solved, and not again when Zendesk itself closes it four days later', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk } = opened;
      await desk.ticket(1, NOON);
      await desk.set(1, at('03-02 14:00:00'), 'status', 'solved');
      await desk.set(1, at('03-06 14:00:00'), 'status', 'closed', null);
      expect(await opened.ask({ metric: 'closed' })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'time_to_close', statistics: ['mean'] })).toEqual([[7200]]);
      expect(await opened.ask({ metric: 'closed', groupBy: ['closed_by_kind'] })).toEqual([['agent', 1]]);
    } finally {
      await opened.close();
    }
  });

  it('knows a merged ticket by the one that took it in, else by its tag', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      for (const id of [1, 2, 3, 4]) {
        await desk.ticket(id, NOON);
      }
      await place.run(`UPDATE ticket SET merged_ticket_ids = '[2, 3]' WHERE id = 1`);
      await place.insert('ticket_tag', { ticket_id: 2, tag: 'closed_by_merge' });
      // the one that took it in was deleted for good
      await place.insert('ticket_tag', { ticket_id: 4, tag: 'closed_by_merge' });
    });
    expect(rows.ticket.map((row) => [row.ticket_id, row.merged_into_id])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '1'],
      ['4', '4'],
    ]);
  });

  it('keeps a deleted ticket as deleted, and takes its deletion for no status', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      await desk.ticket(1, NOON, { status: 'open' });
      await desk.set(1, at('03-02 13:00:00'), 'status', 'deleted');
      await desk.ticket(2, NOON, { status: 'open' });
      await place.run('UPDATE ticket SET _fivetran_deleted = true WHERE id = 2');
    });
    expect(rows.ticket.map((row) => [row.is_deleted, row.status])).toEqual([
      [true, 'closed'],
      [true, 'closed'],
    ]);
    expect(eventsOf(rows, 'status')).toEqual([
      ['03-02 12:00:00', 'open', 'customer'],
      ['03-02 12:00:00', 'open', 'customer'],
    ]);
    expect(eventsOf(rows, 'stage')).toHaveLength(2);
  });

  it('knows the side of each comment by who wrote it', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      await desk.user(GONE, 'Gone', 'end-user');
      await desk.user(78, 'Nobody', null);
      await desk.ticket(1, NOON, { assignee_id: BEA });
      // who is a customer now had a ticket once, and so was an agent
      await desk.ticket(2, NOON, { assignee_id: GONE, first: null });
      await desk.ticket(3, NOON, { requester_id: BEA, submitter_id: BEA, first: BEA });
      for (const user of [ZOE, ANN, BEA, GONE, HOOK, 78, 79, -1, null]) {
        await desk.comment(1, at('03-02 13:00:00'), user);
      }
      await desk.comment(3, at('03-02 13:00:00'), CEM);
      await place.run('UPDATE ticket SET requester_id = 31 WHERE id = 1');
    });
    expect(rows.message.map((row) => [row.ticket_id, row.author_id, row.author_kind])).toEqual([
      ['1', '31', 'customer'],
      // who asks is a customer in the own ticket, though an agent elsewhere
      ['3', '11', 'customer'],
      ['1', '31', 'customer'],
      ['1', '32', 'customer'],
      ['1', '11', 'agent'],
      ['1', '77', 'agent'],
      ['1', '19', 'agent'],
      ['1', '78', 'system'],
      ['1', '79', 'system'],
      // Zendesk itself is nobody
      ['1', null, 'system'],
      ['1', null, 'system'],
      ['3', '12', 'agent'],
    ]);
    expect(rows.agent.map(({ name, active }) => [name, active])).toEqual([
      ['Bea', true],
      ['Cem', true],
      ['Hook', true],
      ['Gone', false],
    ]);
  });

  it('takes whom the settings call bots for bots, and names those that there are not', async () => {
    const opened = await openZendesk(server(), { source: { layoutOptions: { bots: '19, 12' } } });
    try {
      await opened.desk.ticket(1, NOON, { submitter_id: HOOK, first: HOOK });
      await opened.desk.comment(1, at('03-02 13:00:00'), CEM);
      const rows = await opened.rows();
      expect(rows.message.map((row) => row.author_kind)).toEqual(['bot', 'bot']);
      expect(rows.ticket).toMatchObject([{ created_by: 'bot' }]);
      expect(rows.agent.map(({ name, is_bot: isBot }) => [name, isBot])).toEqual([
        ['Bea', false],
        ['Cem', true],
        ['Hook', true],
      ]);
      expect(await opened.remarks()).toContain('The layout "zendesk-fivetran" reads the agents 12 (Cem), 19 (Hook).');
      await expect(opened.remarks({ layoutOptions: { bots: '19,31' } })).rejects.toMatchObject({
        category: 'config',
        message: '"31" is none of the agents. This Zendesk by Fivetran has the agents 11 (Bea), 12 (Cem), 19 (Hook).',
      });
    } finally {
      await opened.close();
    }
  });

  it('knows who began a ticket: who submitted it, but the customer where an agent passed on what that one wrote', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.ticket(2, NOON, { submitter_id: BEA, first: BEA });
      await desk.ticket(3, NOON, { submitter_id: BEA, first: ZOE });
      await desk.ticket(4, NOON, { submitter_id: BEA, first: null });
      await desk.comment(4, at('03-02 13:00:00'), ZOE);
      await desk.ticket(5, NOON, { submitter_id: -1, first: null });
      await desk.ticket(6, NOON, { submitter_id: null, first: null });
    });
    expect(rows.ticket.map((row) => row.created_by)).toEqual(['customer', 'agent', 'customer', 'agent', 'system', 'customer']);
  });

  it('knows what each comment is: private ones are notes, deleted ones drafts, and the first is no answer', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk } = opened;
      await desk.ticket(1, NOON);
      await desk.comment(1, at('03-02 12:10:00'), BEA, { public: false });
      await desk.comment(1, at('03-02 12:20:00'), BEA, { _fivetran_deleted: true });
      await desk.comment(1, at('03-02 12:30:00'), BEA, { voice_comment: true });
      await desk.comment(1, at('03-02 12:40:00'), BEA, { tweet: true });
      // public is empty in what came before Zendesk had private comments at all
      await desk.comment(1, at('03-02 12:50:00'), BEA, { public: null });
      const rows = await opened.rows();
      expect(rows.message.map((row) => [row.visibility, row.kind, row.channel])).toEqual([
        ['public', 'reply', null],
        ['internal', 'note', null],
        ['public', 'draft', null],
        ['public', 'call', 'phone'],
        ['public', 'reply', 'twitter'],
        ['internal', 'note', null],
      ]);
      expect(await opened.ask({ metric: 'time_to_first_response', statistics: ['mean'] })).toEqual([[2400]]);
    } finally {
      await opened.close();
    }
  });

  it('takes an answer and the status that came with it as one: the answer came before the close', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk } = opened;
      await desk.ticket(1, NOON);
      await desk.set(1, at('03-02 13:00:00'), 'status', 'solved');
      await desk.comment(1, at('03-02 13:00:00'), BEA);
      expect(await opened.ask({ metric: 'time_to_first_response', statistics: ['mean'] })).toEqual([[3600]]);
      expect(await opened.ask({ metric: 'one_touch_rate' })).toEqual([[1]]);
    } finally {
      await opened.close();
    }
  });

  it('counts the lines of a chat where they are replicated, and its transcript as none', async () => {
    const rows = await rowsAfter(
      server(),
      async ({ desk, place }) => {
        await desk.ticket(1, NOON, { via_channel: 'native_messaging', first: null });
        await place.insert('ticket_chat', { chat_id: 'c', ticket_id: 1 });
        const lines: ReadonlyArray<readonly [string, string, string, boolean?]> = [
          ['11:00:00', 'ChatMessage', '31', true],
          ['12:00:00', 'ChatJoin', '31'],
          ['12:00:05', 'ChatMessage', '31'],
          ['12:00:06', 'ChatMessage', 'agent:bot'],
          ['12:00:40', 'ChatMessage', 'agent:11'],
          ['12:09:00', 'ChatLeave', '31'],
          ['12:10:00', 'ChatLeave', 'agent:11'],
        ];
        for (const [i, [time, type, actor, isContext = false]] of lines.entries()) {
          await place.insert('ticket_chat_event', {
            chat_id: 'c',
            chat_index: i,
            created_at: at(`03-02 ${time}`),
            type,
            actor_id: actor,
            is_history_context: isContext,
          });
        }
        await desk.comment(1, at('03-02 12:10:30'), ZOE);
        await desk.comment(1, at('03-03 09:00:00'), BEA);
      },
      { more: true }
    );
    expect(rows.message.map((row) => [row.author_id, row.author_kind, row.kind, row.channel])).toEqual([
      ['31', 'customer', 'auto', null],
      ['11', 'agent', 'reply', null],
      ['31', 'customer', 'reply', 'chat'],
      [null, 'bot', 'reply', 'chat'],
      ['11', 'agent', 'reply', 'chat'],
    ]);
    expect(rows.ticket).toMatchObject([{ channel: 'chat' }]);
    expect(rows.chat_session).toMatchObject([
      {
        session_id: 'c',
        ticket_id: '1',
        started_at: read(NOON),
        first_agent_at: read(at('03-02 12:00:40')),
        ended_at: read(at('03-02 12:10:00')),
        ended_by: 'agent',
      },
    ]);
  });

  it('reads the statuses that a helpdesk has made as stages, where they are replicated', async () => {
    const rows = await rowsAfter(
      server(),
      async ({ desk, place }) => {
        await place.insert('custom_status', { id: 901, agent_label: 'With engineering', status_category: 'hold' });
        await desk.ticket(1, NOON, { status: 'open', custom_status_id: 900 });
        await desk.set(1, at('03-02 13:00:00'), 'status', 'hold');
        await desk.set(1, at('03-02 13:00:00'), 'custom_status_id', 901);
        await desk.ticket(2, NOON, { status: 'open' });
      },
      { more: true }
    );
    expect(rows.stage).toContainEqual({ pipeline_id: 'zendesk', stage_id: '901', label: 'With engineering', kind: 'on_hold', pauses_sla: true, position: 7 });
    expect(rows.ticket.map((row) => [row.stage_id, row.status])).toEqual([
      ['901', 'on_hold'],
      ['open', 'open'],
    ]);
    expect(eventsOf(rows, 'stage').map(([, to]) => to)).toEqual(['900', 'open', '901']);
    expect(eventsOf(rows, 'status').map(([, to]) => to)).toEqual(['open', 'open', 'on_hold']);
  });
});
