import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { ANN, at, BEA, becomes, CEM, ZOE } from './desk';
import { eventsOf, openAirbyte, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = '03-02 12:00:00';

describeWithPostgres('what is easily read wrong in Airbyte’s tables of a Zendesk', (server) => {
  it('has the history in audits: values of every kind, the answer and the close of one instant', async () => {
    const opened = await openAirbyte(server());
    try {
      const { desk, place } = opened;
      await desk.ticket(1, NOON, { status: 'open' });
      await desk.comment(1, '03-02 13:00:00', BEA);
      await desk.audit(1, '03-02 13:00:00', BEA, [
        becomes('tags', ['a', 'b'], ['a']),
        becomes('status', 'solved', 'open'),
        { type: 'Notification', field_name: 'status', value: 'pending' },
        becomes('assignee_id', '11', null),
        becomes('priority', ['odd'], { odd: true }),
      ]);
      await desk.audit(1, '03-06 13:00:00', -1, [becomes('status', 'closed', 'solved')]);
      await place.insert('ticket_audits', { id: 1, ticket_id: 1, created_at: at(NOON), events: null });
      const rows = await opened.rows();
      expect(eventsOf(rows, 'status')).toEqual([
        ['03-02 12:00:00', 'open', null, 'customer'],
        ['03-02 13:00:00', 'closed', 'open', 'agent'],
        ['03-06 13:00:00', 'closed', 'closed', 'system'],
      ]);
      expect(eventsOf(rows, 'owner')).toEqual([['03-02 13:00:00', '11', null, 'agent']]);
      expect(eventsOf(rows, 'priority')).toEqual([['03-02 13:00:00', null, null, 'agent']]);
      expect(await opened.ask({ metric: 'closed', groupBy: [] })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'one_touch_rate', groupBy: [] })).toEqual([[1]]);
    } finally {
      await opened.close();
    }
  });

  it('without audits knows when a ticket was solved last, and says that this is all', async () => {
    const opened = await openAirbyte(server(), ['ticket_audits']);
    try {
      const { desk } = opened;
      for (const [id, status] of [
        [1, 'solved'],
        [2, 'open'],
      ] as const) {
        await desk.copy('tickets', NOON, { id, created_at: at(NOON), status, requester_id: ZOE, submitter_id: ZOE });
        // of one that is open again it is when it was solved before
        await desk.copy('ticket_metrics', NOON, { id, ticket_id: id, solved_at: at('03-02 14:00:00') });
      }
      expect(await opened.remarks()).toContain(
        'The layout "zendesk-airbyte" finds nothing for ticket_event here: the stream ticket_audits is not replicated, and so no history: a ticket’s last close is all that is known.'
      );
      expect(await opened.ask({ metric: 'time_to_close', statistics: ['mean', 'count'], groupBy: [] })).toEqual([[7200, 1]]);
      expect(await opened.ask({ metric: 'backlog', groupBy: [] })).toEqual([[1]]);
    } finally {
      await opened.close();
    }
  });

  it('finds comments that their stream lost in the audits, and counts none twice', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      const kept = await desk.comment(1, '03-02 13:00:00', BEA);
      const said = (id: number, author: number, isPublic: boolean) => ({ id, type: 'Comment', public: isPublic, author_id: author, body: 'x' });
      await desk.audit(1, '03-02 13:00:00', BEA, [said(kept, BEA, true)]);
      await desk.audit(1, '03-02 14:00:00', CEM, [said(900, CEM, true)]);
      await desk.audit(1, '03-02 15:00:00', CEM, [said(901, CEM, false)]);
      await desk.audit(1, '03-02 16:00:00', -1, [said(902, -1, true)]);
    });
    expect(rows.message.map((row) => [row.author_id, row.author_kind, row.visibility, row.kind])).toEqual([
      ['31', 'customer', 'public', 'reply'],
      ['11', 'agent', 'public', 'reply'],
      ['12', 'agent', 'public', 'reply'],
      ['12', 'agent', 'internal', 'note'],
      // Zendesk itself is nobody
      [null, 'system', 'public', 'reply'],
    ]);
  });

  it('reads the comments of audits alone where their stream is left off', async () => {
    const opened = await openAirbyte(server(), ['ticket_comments']);
    try {
      const { desk } = opened;
      await desk.copy('tickets', NOON, { id: 1, created_at: at(NOON), status: 'open', requester_id: ZOE, submitter_id: BEA });
      await desk.audit(1, NOON, BEA, [{ id: 1, type: 'Comment', public: true, author_id: ZOE }]);
      await desk.audit(1, '03-02 12:30:00', BEA, [{ id: 2, type: 'VoiceComment', public: true, author_id: BEA }]);
      const rows = await opened.rows();
      expect(rows.message.map((row) => [row.author_id, row.kind])).toEqual([
        ['31', 'reply'],
        ['11', 'call'],
      ]);
      // an agent passed on what the customer wrote
      expect(rows.ticket).toMatchObject([{ created_by: 'customer' }]);
    } finally {
      await opened.close();
    }
  });

  it('takes the newest copy of each row where copies are appended, of one instant the last', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      await desk.ticket(1, NOON, { status: 'open' });
      await desk.copy('tickets', '03-03 12:00:00', { id: 1, created_at: at(NOON), status: 'pending', requester_id: ZOE, submitter_id: ZOE });
      await desk.copy('users', '03-03 12:00:00', { id: CEM, name: 'Cem', role: 'end-user' });
      await desk.comment(1, '03-02 12:10:00', ANN);
      await place.run(
        `INSERT INTO ticket_comments SELECT * FROM ticket_comments`,
        `UPDATE ticket_comments SET _airbyte_raw_id = gen_random_uuid()::text`,
        `INSERT INTO ticket_audits SELECT * FROM ticket_audits`,
        `UPDATE ticket_audits SET _airbyte_raw_id = gen_random_uuid()::text`
      );
    });
    expect(rows.ticket).toMatchObject([{ status: 'waiting_customer' }]);
    expect(rows.message).toHaveLength(2);
    expect(rows.agent.map(({ name }) => name)).toEqual(['Bea']);
    expect(eventsOf(rows, 'status')).toHaveLength(1);
  });

  it('knows deleted tickets by the stream that says so, and merged ones by their tag', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON, { status: 'open' });
      await desk.copy('deleted_tickets', NOON, { id: 1, deleted_at: at('03-03 12:00:00'), previous_state: 'open' });
      await desk.ticket(2, NOON, { status: 'deleted' });
      await desk.ticket(3, NOON, { status: 'closed', tags: ['vip', 'closed_by_merge'] });
    });
    expect(rows.ticket.map((row) => [row.is_deleted, row.status, row.merged_into_id, row.tags])).toEqual([
      [true, 'closed', null, null],
      [true, 'closed', null, null],
      [false, 'merged', '3', ['vip', 'closed_by_merge']],
    ]);
    expect(eventsOf(rows, 'status')).toHaveLength(2);
  });

  it('calls the helpdesk’s own fields by their titles, where those are replicated, and leaves out what is empty', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.copy('ticket_fields', NOON, { id: 5, title: 'plan' });
      await desk.copy('brands', NOON, { id: 360, name: 'Shop' });
      const custom = [
        { id: 5, value: 'gold' },
        { id: 6, value: true },
        { id: 7, value: null },
      ];
      await desk.ticket(1, NOON, {
        custom_fields: custom,
        brand_id: 360,
        type: 'problem',
        via: { channel: 'web', source: { rel: 'follow_up', from: { ticket_id: 9 } } },
      });
      await desk.ticket(2, NOON, { custom_fields: { odd: true }, via: { channel: 'voice', source: { rel: 'outbound', from: {} } } });
    });
    expect(rows.ticket.map((row) => [JSON.parse(String(row.attributes)), row.channel, row.parent_id])).toEqual([
      [{ type: 'problem', brand: 'Shop', plan: 'gold', 6: true }, 'web_form', '9'],
      [{ type: null, brand: null }, 'phone', null],
    ]);
  });

  it('knows when a rating was asked for, by the audits, and the last one that was given', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON);
      await desk.audit(1, '03-03 12:00:00', -1, [becomes('satisfaction_score', 'offered', 'unoffered')]);
      const rated = (id: number, score: string, comment: string | null) => ({ id, ticket_id: 1, requester_id: ZOE, assignee_id: BEA, score, comment });
      await desk.copy('satisfaction_ratings', NOON, { ...rated(1, 'bad', null), updated_at: at('03-03 13:00:00') });
      await desk.copy('satisfaction_ratings', NOON, { ...rated(2, 'good', 'Thanks'), updated_at: at('03-03 14:00:00') });
      await desk.copy('satisfaction_ratings', NOON, { ...rated(3, 'offered', null), updated_at: at('03-03 15:00:00') });
      await desk.ticket(2, NOON);
      await desk.audit(2, '03-03 12:00:00', -1, [becomes('satisfaction_score', 'offered', 'unoffered')]);
    });
    const read = (text: string): string => String(Date.parse(at(text)));
    expect(rows.survey).toMatchObject([
      { ticket_id: '1', agent_id: '11', sent_at: read('03-03 12:00:00'), answered_at: read('03-03 14:00:00'), score: 1, has_comment: true },
      { ticket_id: '2', sent_at: read('03-03 12:00:00'), answered_at: null, score: null },
    ]);
  });
});
