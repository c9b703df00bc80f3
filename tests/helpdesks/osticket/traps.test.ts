import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import type { Rows } from '../open-desk';
import { timeOf } from '../time-of';
import { at, type Desk } from './desk';
import { openOsticket } from './opened.fixture';

jest.setTimeout(60_000);

/** The events of a field in their order: when, what came of it, whose doing it was. */
const events = ({ ticket_event: rows = [] }: Rows, field: string) =>
  [...rows]
    .filter((row) => row.field === field)
    .sort((a, b) => Number(a.at) - Number(b.at))
    .map(({ at: when, to_value: to, actor_id: id, actor_kind: kind }) => [timeOf(when), to, id, kind]);

describeWithMariadb('what is easily read wrong in osTicket', (server) => {
  /** The canonical rows of a desk on which something was done. */
  async function after(
    tell: (desk: Desk, run: (...statements: string[]) => Promise<void>, insert: Insert) => Promise<void>,
    source: object = {}
  ): Promise<Rows> {
    const opened = await openOsticket(server(), undefined, source);
    try {
      await tell(opened.desk, (...statements) => opened.place.run(...statements), opened.place.insert);
      return await opened.rows();
    } finally {
      await opened.close();
    }
  }
  type Insert = (table: string, row: Readonly<Record<string, unknown>>) => Promise<number>;

  it('counts closes that are annulled, which all are but the last', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.become(1, '03-02 13:00:00', 'bea', 'closed');
      await desk.ask(1, '03-02 14:00:00');
      await desk.become(1, '03-02 15:00:00', 'bea', 'resolved');
    });
    expect(events(rows, 'status')).toEqual([
      ['03-02 13:00:00', 'closed', '2', 'agent'],
      ['03-02 14:00:00', 'open', null, 'system'],
      ['03-02 15:00:00', 'closed', '2', 'agent'],
    ]);
  });

  it('takes a close of what is closed for none', async () => {
    const opened = await openOsticket(server(), async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.become(1, '03-02 13:00:00', 'bea', 'resolved');
      await desk.become(1, '03-05 13:00:00', 'cem', 'closed');
      await desk.become(1, '03-06 13:00:00', 'cem', 'archived');
    });
    try {
      expect(await opened.ask({ metric: 'closed' })).toEqual([[1]]);
      expect(await opened.ask({ metric: 'time_to_close' })).toEqual([[3600]]);
    } finally {
      await opened.close();
    }
  });

  it('tells by their numbers which entries and events were when clocks showed an hour for the second time', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '10-25 00:40:00');
      await desk.reply(1, '10-25 01:10:00', 'bea');
      await desk.assign(1, '10-25 01:12:00', 'bea', 'cem');
      await desk.become(1, '10-25 01:15:00', 'bea', 'closed');
      await desk.open(2, '10-25 00:10:00');
      // edited after the hour: the new text has the time of the former
      await desk.note(1, '10-25 03:00:00', 'bea');
      await desk.entry(1, '10-25 00:50:00', 'N', { staff_id: 2, flags: 2 });
    });
    const sent = (rows.message ?? []).map((row) => timeOf(row.sent_at));
    expect(sent).toEqual(['10-25 00:40:00', '10-25 01:10:00', '10-25 00:10:00', '10-25 03:00:00', '10-25 00:50:00']);
    expect(events(rows, 'status').map(([when, to]) => [when, to])).toEqual([['10-25 01:15:00', 'closed']]);
    expect(events(rows, 'owner').map(([when, to]) => [when, to])).toEqual([
      ['10-25 01:12:00', '3'],
      ['10-25 01:15:00', '2'],
    ]);
  });

  describe('owners', () => {
    it('a reply claims what nobody has, without a word; the next reply does not', async () => {
      const rows = await after(async (desk) => {
        await desk.open(1, '03-02 12:00:00');
        await desk.reply(1, '03-02 13:00:00', 'bea');
        await desk.reply(1, '03-02 14:00:00', 'cem');
        await desk.release(1, '03-02 15:00:00', 'bea');
        await desk.reply(1, '03-02 16:00:00', 'cem');
      });
      expect(events(rows, 'owner')).toEqual([
        ['03-02 13:00:00', '2', '2', 'agent'],
        ['03-02 15:00:00', null, '2', 'agent'],
        ['03-02 16:00:00', '3', '3', 'agent'],
      ]);
      expect(rows.ticket).toMatchObject([{ owner_id: '3' }]);
    });

    it('a reply claims nothing where that is switched off, for all or in the department', async () => {
      const off = [`UPDATE ost_config SET value = '0' WHERE "key" = 'auto_claim_tickets'`, 'UPDATE ost_department SET flags = flags | 2 WHERE id = 1'];
      for (const statement of off) {
        const rows = await after(async (desk, run) => {
          await run(statement);
          await desk.open(1, '03-02 12:00:00');
          await desk.reply(1, '03-02 13:00:00', 'bea');
        });
        expect(events(rows, 'owner')).toEqual([]);
      }
    });

    it('who closes has it', async () => {
      const rows = await after(async (desk) => {
        await desk.open(1, '03-02 12:00:00');
        await desk.assign(1, '03-02 12:10:00', 'bea', 'bea');
        await desk.become(1, '03-02 13:00:00', 'cem', 'closed');
      });
      expect(events(rows, 'owner')).toEqual([
        ['03-02 12:10:00', '2', '2', 'agent'],
        ['03-02 13:00:00', '3', '3', 'agent'],
      ]);
    });

    it('who does something to a ticket of nobody is written down as its owner, and has it not', async () => {
      const rows = await after(async (desk) => {
        await desk.open(1, '03-02 12:00:00');
        await desk.transfer(1, '03-02 12:10:00', 'bea', 2);
        await desk.toTeam(1, '03-02 12:20:00', 'cem');
        await desk.become(1, '03-02 12:30:00', 'cem', 'asked');
        await desk.open(2, '03-02 12:00:00', { by: 'dee' });
      });
      expect(events(rows, 'owner')).toEqual([]);
      expect(rows.ticket).toMatchObject([{ owner_id: null, attributes: '{"team":"Level 2"}' }, { owner_id: null }]);
    });

    it('what was changed without an event is known from the next one that tells', async () => {
      const rows = await after(async (desk, run) => {
        await desk.open(1, '03-02 12:00:00');
        await run('UPDATE ost_ticket SET staff_id = 4 WHERE ticket_id = 1');
        await desk.transfer(1, '03-02 12:10:00', 'bea', 2);
        await desk.log(1, '03-03 12:00:00', 'overdue', null);
      });
      expect(events(rows, 'owner')).toEqual([
        ['03-02 12:10:00', '4', '2', 'agent'],
        ['03-03 12:00:00', '4', null, 'system'],
      ]);
    });
  });

  it('leaves out what an agent typed for a customer, who asked nothing', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00', { by: 'bea' });
      await desk.reply(1, '03-02 12:05:00', 'bea');
      await desk.ask(1, '03-02 13:00:00');
    });
    expect(rows.ticket).toMatchObject([{ created_by: 'agent' }]);
    expect(rows.message.map(({ author_kind: author, kind }) => [author, kind])).toEqual([
      ['agent', 'reply'],
      ['customer', 'reply'],
    ]);
  });

  it('knows who did it by their numbers: SYSTEM is written of customers, and of the cron as an agent', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.become(1, '03-02 13:00:00', 'bea', 'closed');
      await desk.ask(1, '03-02 14:00:00');
      await desk.log(1, '03-02 15:00:00', 'closed', null, '{"status":[3,"Closed"]}');
    });
    expect(rows.ticket).toMatchObject([{ created_by: 'customer' }]);
    expect(events(rows, 'status').map(([, to, , kind]) => [to, kind])).toEqual([
      ['closed', 'agent'],
      ['open', 'system'],
      ['closed', 'system'],
    ]);
  });

  it('follows a merge: what was written goes to the other ticket, what was done stays', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-10 08:00:00');
      await desk.open(2, '03-10 08:30:00', { by: 'bea' });
      await desk.open(3, '03-10 08:40:00');
      await desk.merge(2, '03-10 09:00:00', 'bea', 1);
      await desk.merge(3, '03-10 09:00:00', 'bea', 1);
    });
    expect(rows.ticket.map((row) => [row.ticket_id, row.merged_into_id, row.parent_id, row.status, row.created_by])).toEqual([
      ['1', null, null, 'open', 'customer'],
      ['2', '1', null, 'closed', 'agent'],
      ['3', '1', null, 'closed', 'customer'],
    ]);
    // what Bea typed for the customer of 2 is nobody’s question there either
    expect(rows.message.map((row) => [row.ticket_id, timeOf(row.sent_at)])).toEqual([
      ['1', '03-10 08:00:00'],
      ['1', '03-10 08:40:00'],
    ]);
    expect(rows.ticket_event.filter(({ field }) => field === 'merge').map((row) => [row.ticket_id, row.to_value])).toEqual([
      ['2', '1'],
      ['3', '1'],
    ]);
  });

  it('tells tickets that are only linked from those that are merged', async () => {
    const rows = await after(async (desk, run) => {
      await desk.open(1, '03-10 08:00:00');
      await desk.open(2, '03-10 08:30:00');
      await run('UPDATE ost_ticket SET ticket_pid = 1, flags = 8 WHERE ticket_id = 2');
    });
    expect(rows.ticket).toMatchObject([{ merged_into_id: null }, { merged_into_id: null, parent_id: '1' }]);
  });

  it('leaves out what was done to a ticket that is deleted', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-10 08:00:00');
      await desk.open(2, '03-10 08:30:00');
      await desk.remove(2, '03-10 09:00:00');
    });
    expect(rows.ticket).toHaveLength(1);
    expect(rows.ticket_event.filter(({ ticket_id: id }) => id !== '1')).toEqual([]);
  });

  it('takes a ticket that has the status of what is deleted for deleted', async () => {
    const rows = await after(async (desk, run) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.open(2, '03-02 12:00:00');
      await run('UPDATE ost_ticket SET status_id = 5 WHERE ticket_id = 2');
    });
    expect(rows.ticket.map(({ ticket_id: id, is_deleted: isDeleted }) => [id, isDeleted])).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });

  it('follows the statuses that an open ticket has, and its departments', async () => {
    const rows = await after(async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.become(1, '03-02 13:00:00', 'bea', 'asked');
      await desk.transfer(1, '03-02 14:00:00', 'bea', 2);
      await desk.become(1, '03-02 15:00:00', 'bea', 'resolved');
      await desk.ask(1, '03-02 16:00:00');
      await desk.log(1, '03-02 17:00:00', 'edited', 'bea', '{"fields":{"22":["\\"status\\":2",3]}}');
    });
    expect(events(rows, 'stage').map(([, to]) => to)).toEqual(['1', '6', '2', '1']);
    expect(events(rows, 'team').map(([when, to]) => [when, to])).toEqual([
      ['03-02 12:00:00', '1'],
      ['03-02 14:00:00', '2'],
    ]);
  });

  it('knows what each entry is', async () => {
    const head = (line: string): string => `Received: from example.org\nSubject: Re: Auto-Submitted: auto-replied\n${line}\nDate: now`;
    const rows = await after(async (desk, _, insert) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.entry(1, '03-02 12:00:01', 'R', { staff_id: 0 });
      for (const [second, line] of [
        [2, 'Auto-Submitted: auto-replied (vacation)'],
        [3, 'X-Autoreply: yes'],
        [4, 'Auto-Submitted: no'],
      ] as const) {
        const entry = await desk.entry(1, `03-02 12:00:0${second}`, 'M', { user_id: 101 });
        await insert('ost_thread_entry_email', { thread_entry_id: entry, headers: head(line) });
      }
      await desk.entry(1, '03-02 12:00:05', 'N', { staff_id: 2, flags: 64 });
      await desk.entry(1, '03-02 12:00:06', 'N');
      // edited: the former text is hidden
      await desk.entry(1, '03-02 12:00:07', 'R', { staff_id: 2, flags: 4 });
      await desk.entry(1, '03-02 12:00:08', 'R', { staff_id: 2, flags: 2, updated: at('03-02 13:00:00') });
    });
    const inTime = [...rows.message].sort((a, b) => Number(a.sent_at) - Number(b.sent_at));
    expect(inTime.map((row) => [row.author_kind, row.author_id, row.visibility, row.kind])).toEqual([
      ['customer', '101', 'public', 'reply'],
      ['system', null, 'public', 'auto'],
      ['customer', '101', 'public', 'auto'],
      ['customer', '101', 'public', 'auto'],
      ['customer', '101', 'public', 'reply'],
      ['agent', '2', 'internal', 'note'],
      ['system', null, 'internal', 'note'],
      ['agent', '2', 'public', 'draft'],
      ['agent', '2', 'public', 'reply'],
    ]);
    expect(inTime.slice(-2).map(({ updated_at: when }) => timeOf(when))).toEqual(['03-02 13:00:00', '03-02 13:00:00']);
  });

  it('reads times as the clocks of the database’s zone, in winter and in summer', async () => {
    const tell = async (desk: Desk): Promise<void> => {
      await desk.open(1, '01-15 12:00:00');
      await desk.open(2, '07-15 12:00:00');
    };
    expect((await after(tell)).ticket.map((row) => timeOf(row.created_at))).toEqual(['01-15 12:00:00', '07-15 12:00:00']);
    expect((await after(tell, { databaseTimeZone: 'UTC' })).ticket.map((row) => timeOf(row.created_at))).toEqual(['01-15 13:00:00', '07-15 14:00:00']);
  });

  it('reads forms from their answers, and not from the table beside the tickets that may be missing', async () => {
    const rows = await after(async (desk, run) => {
      await run('CREATE TABLE ost_ticket__cdata (ticket_id int unsigned, subject mediumtext, priority mediumtext)');
      await desk.open(1, '03-02 12:00:00');
    });
    expect(rows.ticket).toMatchObject([{ subject: 'Question 1', priority: 'high', category: 'Invoices' }]);
  });
});
