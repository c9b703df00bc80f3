import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import type { Rows } from '../open-desk';
import type { Place } from '../place';
import { timeOf } from '../time-of';
import { at, type Desk, STATUS } from './desk';
import { openInMariadb, openInPostgres, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

type Tell = (desk: Desk, place: Place) => Promise<void>;

/** The events of a field in their order: when, what came of it, whose doing it was. */
const events = ({ ticket_event: rows = [] }: Rows, field: string) =>
  [...rows]
    .filter((row) => row.field === field)
    .sort((a, b) => Number(a.at) - Number(b.at) || Number(a.event_id) - Number(b.event_id))
    .map(({ at: when, to_value: to, actor_id: id, actor_kind: kind }) => [timeOf(when), to, id, kind]);

/** The same, whatever the server. */
function readsTraps(open: (opening: { tell: Tell; hasModules?: boolean; source?: object }) => Promise<Opened>): void {
  async function after(tell: Tell, more: { hasModules?: boolean; source?: object } = {}): Promise<Rows> {
    const opened = await open({ tell, ...more });
    try {
      return await opened.rows();
    } finally {
      await opened.close();
    }
  }

  it('reads times as the program’s clocks showed them, whatever the zone of the server', async () => {
    const tell: Tell = async (desk) => {
      await desk.open(1, '01-15 12:00:00');
      await desk.open(2, '07-15 12:00:00');
    };
    const rows = await after(tell);
    expect(rows.ticket.map((row) => [timeOf(row.created_at), timeOf(row.updated_at)])).toEqual([
      ['01-15 12:00:00', '01-15 12:00:00'],
      ['07-15 12:00:00', '07-15 12:00:00'],
    ]);
    expect(rows.message.map((row) => timeOf(row.sent_at))).toEqual(['01-15 12:00:00', '07-15 12:00:00']);
    expect((await after(tell, { source: { databaseTimeZone: 'UTC' } })).ticket.map((row) => timeOf(row.created_at))).toEqual([
      '01-15 07:00:00',
      '07-15 08:00:00',
    ]);
  });

  it('tells by their numbers which threads were written when clocks showed an hour for the second time', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '11-01 05:40:00');
      await desk.reply(1, '11-01 06:10:00', 'bea', 'closed');
      await desk.open(2, '11-01 05:10:00');
    });
    expect(rows.message.map((row) => timeOf(row.sent_at))).toEqual(['11-01 05:40:00', '11-01 06:10:00', '11-01 05:10:00']);
    expect(events(rows, 'status').map(([when, to]) => [when, to])).toEqual([
      ['11-01 05:10:00', 'open'],
      ['11-01 05:40:00', 'open'],
      ['11-01 06:10:00', 'closed'],
    ]);
  });

  it('finds statuses in replies and mails, and not in line items of something else', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.reply(1, '03-02 13:00:00', 'bea', 'closed');
      await desk.line(1, '03-02 13:10:00', 'bea', 9, { status: STATUS.active });
      await desk.thread(1, '03-02 13:15:00', 2, 'bea', { status: STATUS.unchanged });
      await desk.note(1, '03-02 13:20:00', 'bea');
      await desk.ask(1, '03-02 14:00:00');
      await desk.reply(1, '03-02 15:00:00', 'bea', 'pending');
      await desk.become(1, '03-02 16:00:00', 'cem', 'closed');
    });
    expect(events(rows, 'status')).toEqual([
      ['03-02 12:00:00', 'open', null, 'customer'],
      ['03-02 13:00:00', 'closed', '2', 'agent'],
      ['03-02 13:20:00', 'closed', '2', 'agent'],
      ['03-02 14:00:00', 'open', null, 'customer'],
      ['03-02 15:00:00', 'waiting_customer', '2', 'agent'],
      ['03-02 16:00:00', 'closed', '3', 'agent'],
    ]);
    expect(events(rows, 'stage').map(([, to]) => to)).toEqual(['1', '3', '3', '1', '2', '3']);
  });

  it('finds owners in replies, which write no line item, and nobody where it was given back', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.reply(1, '03-02 13:00:00', 'bea', 'pending', 'cem');
      await desk.ask(1, '03-02 14:00:00');
      await desk.reply(1, '03-02 15:00:00', 'cem');
      await desk.assign(1, '03-02 16:00:00', 'cem', null);
      await desk.open(2, '03-02 12:00:00', { by: 'bea', owner: 'dee' });
    });
    expect(rows.ticket_event.filter(({ field }) => field === 'owner').map((row) => [row.ticket_id, timeOf(row.at), row.to_value])).toEqual(
      expect.arrayContaining([
        ['1', '03-02 13:00:00', '3'],
        ['1', '03-02 16:00:00', null],
        ['2', '03-02 12:00:00', '4'],
      ])
    );
    expect(events(rows, 'owner')).toHaveLength(3);
  });

  it('is not told by closed_at, which stays when a conversation is reopened', async () => {
    const opened = await open({
      tell: async (desk) => {
        await desk.open(1, '03-02 12:00:00');
        await desk.become(1, '03-02 13:00:00', 'bea', 'closed');
        await desk.ask(1, '03-02 14:00:00');
      },
    });
    try {
      expect(await opened.ask({ metric: 'backlog' })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'closed' })).toEqual([[1]]);
    } finally {
      await opened.close();
    }
  });

  it('follows a merge: the other is merged and not deleted, and what came with it changes nothing here', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-10 08:00:00');
      await desk.open(12, '03-10 08:30:00');
      await desk.reply(12, '03-10 08:40:00', 'cem', 'closed');
      await desk.merge(12, '03-10 09:00:00', 'bea', 1);
      await desk.open(3, '03-10 08:30:00');
      await desk.remove(3, '03-10 10:00:00', 'ada');
      await desk.open(4, '03-10 08:30:00');
      await desk.remove(4, '03-10 10:00:00', 'ada');
      await desk.ask(4, '03-10 11:00:00');
    });
    expect(rows.ticket.map((row) => [row.ticket_id, row.status, row.merged_into_id, row.is_deleted])).toEqual([
      ['1', 'open', null, false],
      ['12', 'merged', '1', false],
      ['3', 'open', null, true],
      ['4', 'open', null, false],
    ]);
    const of = (id: string, field: string) => events({ ticket_event: rows.ticket_event.filter((row) => row.ticket_id === id) }, field);
    expect(of('12', 'status')).toEqual([['03-10 09:00:00', 'merged', '2', 'agent']]);
    expect(of('12', 'merge').map(([, to]) => to)).toEqual(['1']);
    expect(of('1', 'status').map(([when, to]) => [when, to])).toEqual([['03-10 08:00:00', 'open']]);
    expect(of('1', 'owner')).toEqual([]);
    expect(rows.message.filter((row) => row.ticket_id === '1').map((row) => [row.author_kind, timeOf(row.updated_at)])).toEqual([
      ['customer', '03-10 08:00:00'],
      ['customer', '03-10 09:00:00'],
      ['agent', '03-10 09:00:00'],
    ]);
  });

  it('keeps spam apart: it is closed by that, a mail does not open it, and “not spam” does', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.become(1, '03-02 13:00:00', 'bea', 'spam');
      await desk.ask(1, '03-02 14:00:00');
      await desk.open(2, '03-02 12:00:00');
      await desk.become(2, '03-02 13:00:00', 'bea', 'spam');
      await desk.become(2, '03-02 14:00:00', 'bea', 'active');
    });
    expect(rows.ticket.map(({ is_spam: is, status }) => [is, status])).toEqual([
      [true, 'spam'],
      [false, 'open'],
    ]);
    const one = { ticket_event: rows.ticket_event.filter(({ ticket_id: id }) => id === '1') };
    expect(events(one, 'status').map(([, to]) => to)).toEqual(['open', 'spam', 'spam']);
  });

  it('counts no draft: neither of an answer, nor of a conversation', async () => {
    const rows = await after(async (desk, { insert }) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.thread(1, '03-02 13:00:00', 2, 'bea', { state: 1, status: STATUS.closed, user_id: null });
      await insert('conversations', { id: 2, number: 1002, mailbox_id: 1, state: 1, created_at: at('03-02 12:00:00'), updated_at: at('03-02 12:00:00') });
      await insert('threads', {
        conversation_id: 2,
        type: 2,
        state: 1,
        created_by_user_id: 2,
        created_at: at('03-02 12:00:00'),
        updated_at: at('03-02 12:00:00'),
      });
    });
    expect(rows.ticket).toHaveLength(1);
    expect(rows.message.map(({ kind }) => kind)).toEqual(['reply', 'draft']);
    expect(events(rows, 'status')).toHaveLength(1);
    expect(events(rows, 'owner')).toEqual([]);
  });

  it('knows who began it: a call is a note of an agent’s, and nobody asked; an agent may write first', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00', { by: 'bea', isCall: true });
      await desk.open(2, '03-02 12:00:00', { by: 'bea' });
      await desk.open(3, '03-02 12:00:00');
      await desk.open(4, '03-02 12:00:00', { by: 'robot', imported: true });
    });
    expect(rows.ticket.map((row) => [row.created_by, row.channel, row.is_imported])).toEqual([
      ['agent', 'phone', false],
      ['agent', 'email', false],
      ['customer', 'email', false],
      ['bot', 'email', true],
    ]);
    expect(rows.message.map((row) => [row.author_kind, row.kind, row.visibility])).toEqual([
      ['agent', 'note', 'internal'],
      ['agent', 'reply', 'public'],
      ['customer', 'reply', 'public'],
      ['bot', 'auto', 'public'],
    ]);
  });

  it('knows what each thread is: of a robot, forwarded, of a chat', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.thread(1, '03-02 12:00:01', 2, 'robot');
      await desk.thread(1, '03-02 12:00:02', 2, 'bea', { subtype: 1 });
      await desk.thread(1, '03-02 12:00:03', 8, null);
      await desk.thread(1, '03-02 12:00:04', 8, 'cem');
      await desk.become(1, '03-02 12:00:05', 'robot', 'closed');
    });
    expect(rows.message.map((row) => [row.author_kind, row.author_id, row.kind])).toEqual([
      ['customer', '101', 'reply'],
      ['bot', '5', 'auto'],
      ['agent', '2', 'forward'],
      ['customer', '101', 'reply'],
      ['agent', '3', 'reply'],
    ]);
    expect(events(rows, 'status').slice(-1)).toEqual([['03-02 12:00:05', 'closed', '5', 'bot']]);
  });

  it('knows statuses of a module by their first digit', async () => {
    const rows = await after(async (desk, { run }) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.line(1, '03-02 13:00:00', 'bea', 1, { status: 21 });
      await desk.line(1, '03-02 14:00:00', 'bea', 1, { status: 30 });
      await run('UPDATE conversations SET status = 30 WHERE id = 1');
    });
    expect(events(rows, 'status').map(([, to]) => to)).toEqual(['open', 'waiting_customer', 'closed']);
    expect(rows.ticket).toMatchObject([{ status: 'closed', stage_id: '30' }]);
    expect(rows.stage.filter(({ position }) => Number(position) > 9)).toMatchObject([
      { stage_id: '21', label: 'Status 21', kind: 'waiting_customer', pauses_sla: true },
      { stage_id: '30', label: 'Status 30', kind: 'closed', pauses_sla: false },
    ]);
  });

  it('follows a conversation from mailbox to mailbox, of which only the former is written', async () => {
    const rows = await after(async (desk, { insert }) => {
      await insert('mailboxes', { id: 3, name: 'Invoices' });
      await desk.open(1, '03-02 12:00:00');
      await desk.move(1, '03-02 13:00:00', 'bea', 2);
      await desk.move(1, '03-02 14:00:00', 'bea', 3);
    });
    expect(rows.ticket_event.filter(({ field }) => field === 'team').map((row) => [timeOf(row.at), row.from_value, row.to_value])).toEqual([
      ['03-02 13:00:00', '1', '2'],
      ['03-02 14:00:00', '2', '3'],
    ]);
  });

  it('reads what its modules keep, where they are there: tags, and ratings whose best is 1', async () => {
    const rows = await after(
      async (desk, { insert, run }) => {
        await desk.open(1, '03-02 12:00:00');
        await desk.reply(1, '03-02 13:00:00', 'bea');
        await desk.open(2, '03-02 12:00:00');
        for (const [id, name] of ['second line', 'a "quoted" one'].entries()) {
          await insert('tags', { id: id + 1, name });
          await insert('conversation_tag', { conversation_id: 1, tag_id: id + 1 });
        }
        await run(`UPDATE threads SET rating = 1, rating_comment = 'Thanks', updated_at = '${at('03-03 09:00:00')}' WHERE type = 2`);
      },
      { hasModules: true }
    );
    expect(rows.ticket.map(({ tags }) => tags)).toEqual([['a "quoted" one', 'second line'], null]);
    expect(rows.survey).toMatchObject([
      { ticket_id: '1', customer_id: '101', agent_id: '2', kind: 'csat', scale_min: 1, scale_max: 3, score: 3, has_comment: true },
    ]);
    expect(rows.survey.map((row) => timeOf(row.answered_at))).toEqual(['03-03 09:00:00']);
  });
}

describeWithMariadb('what is easily read wrong in FreeScout, in MariaDB', (server) => readsTraps((opening) => openInMariadb(server(), opening)));
describeWithPostgres('what is easily read wrong in FreeScout, in PostgreSQL', (server) => readsTraps((opening) => openInPostgres(server(), opening)));
