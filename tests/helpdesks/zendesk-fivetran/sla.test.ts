import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, BEA, ZOE } from './desk';
import { timeOf } from '../time-of';
import { type Opened, openZendesk } from './opened.fixture';

jest.setTimeout(60_000);

const EIGHT = [9, 17] as const;

describeWithPostgres('the promises of a Zendesk', (server) => {
  async function withDesk(act: (opened: Opened) => Promise<void>): Promise<void> {
    const opened = await openZendesk(server());
    try {
      await act(opened);
    } finally {
      await opened.close();
    }
  }

  const outcomes = (opened: Opened) =>
    opened.ask({
      kind: 'records',
      metric: 'sla_attainment',
      columns: ['ticket', 'clock', 'policy', 'target', 'elapsed', 'calendar'],
      sort: { by: 'name' },
      limit: 50,
    });

  it('are counted in the hours of the ticket’s schedule where they are in hours, and around the clock where they are not', () =>
    withDesk(async (opened) => {
      const { desk, place } = opened;
      await desk.schedule(9001, 'Europe', 'Amsterdam', EIGHT);
      await desk.schedule(9002, 'America', 'Eastern Time (US & Canada)', EIGHT);
      // Friday 16:00 in Amsterdam, 10:00 in New York; answered on Monday at 10:00 in Amsterdam, 04:00 in New York
      for (const [id, inHours] of [
        [1, true],
        [2, true],
        [3, false],
      ] as const) {
        await desk.ticket(id, at('03-06 15:00:00'), { priority: 'normal' });
        await desk.promise(id, at('03-06 15:00:00'), inHours ? 'Business' : 'Always', { first_reply_time: 480 }, inHours);
        await desk.comment(id, at('03-09 09:00:00'), BEA);
      }
      for (const id of [2, 3]) {
        await place.insert('ticket_schedule', { ticket_id: id, schedule_id: 9002, created_at: at('03-06 15:00:00') });
      }
      expect((await outcomes(opened)).map(([ticket, , policy, target, elapsed]) => [ticket, policy, target, elapsed]).sort()).toEqual([
        ['1', 'Business', 28_800, 2 * 3600],
        ['2', 'Business', 28_800, 7 * 3600],
        ['3', 'Always', 28_800, 66 * 3600],
      ]);
      expect(await opened.ask({ metric: 'sla_breaches', groupBy: ['ticket'] })).toEqual([['3', 1, 'Ticket 3']]);
    }));

  it('are those that the history gives, by the priority of then, not those of the policy today', () =>
    withDesk(async (opened) => {
      const { desk } = opened;
      await desk.ticket(1, at('03-02 09:00:00'), { priority: 'low' });
      await desk.promise(1, at('03-02 09:00:00'), 'Always', { first_reply_time: 600 }, false);
      await desk.set(1, at('03-02 09:10:00'), 'priority', 'urgent');
      await desk.promise(1, at('03-02 09:10:00'), null, { first_reply_time: 60 }, false);
      await desk.comment(1, at('03-02 10:30:00'), BEA);
      // the policy was changed in between: who had it keeps what was promised then
      await desk.ticket(2, at('03-02 09:00:00'), { priority: 'urgent' });
      await desk.promise(2, at('03-02 09:00:00'), 'Always', { first_reply_time: 60 }, false);
      await desk.ticket(3, at('03-02 10:00:00'), { priority: 'urgent' });
      await desk.promise(3, at('03-02 10:00:00'), 'Always', { first_reply_time: 30 }, false);
      await desk.comment(2, at('03-02 10:45:00'), BEA);
      await desk.comment(3, at('03-02 10:45:00'), BEA);
      expect((await outcomes(opened)).map(([ticket, , policy, target]) => [ticket, policy, target]).sort()).toEqual([
        ['1', 'Always', 3600],
        ['2', 'Always', 3600],
        ['3', 'Always (2)', 1800],
      ]);
      const rows = await opened.rows();
      expect(rows.ticket_sla.map((row) => [row.ticket_id, row.policy_id, timeOf(row.from), row.to])).toEqual([
        ['1', 'Always', '03-02 09:00:00', null],
        ['2', 'Always', '03-02 09:00:00', null],
        ['3', 'Always (2)', '03-02 10:00:00', null],
      ]);
    }));

  it('are kept where exactly the target has passed, and broken a second later', () =>
    withDesk(async (opened) => {
      const { desk } = opened;
      for (const [id, answered] of [
        [1, '03-02 10:00:00'],
        [2, '03-02 10:00:01'],
      ] as const) {
        await desk.ticket(id, at('03-02 09:00:00'), { priority: 'high' });
        await desk.promise(id, at('03-02 09:00:00'), 'Always', { first_reply_time: 60 }, false);
        await desk.comment(id, at(answered), BEA);
      }
      expect(await opened.ask({ metric: 'sla_breaches', groupBy: ['ticket'] })).toEqual([['2', 1, 'Ticket 2']]);
    }));

  it('are of first and next replies; Zendesk’s other clocks are left out, and a policy that was taken away ends', () =>
    withDesk(async (opened) => {
      const { desk } = opened;
      await desk.ticket(1, at('03-02 09:00:00'), { priority: 'high' });
      await desk.promise(1, at('03-02 09:00:00'), 'Always', { first_reply_time: 60, agent_work_time: 600, requester_wait_time: 900 }, false);
      await desk.comment(1, at('03-02 09:30:00'), BEA);
      await desk.comment(1, at('03-02 11:00:00'), ZOE);
      await desk.promise(1, at('03-02 11:00:00'), null, { next_reply_time: 120 }, false);
      await desk.comment(1, at('03-02 12:00:00'), BEA);
      await desk.history(1, at('03-02 12:30:00'), 'sla_policy', null);
      await desk.history(1, at('03-02 12:30:00'), 'next_reply_time', null);
      await desk.comment(1, at('03-02 13:00:00'), ZOE);
      await desk.comment(1, at('03-02 18:00:00'), BEA);
      expect((await outcomes(opened)).map(([, clock, , target, elapsed]) => [clock, target, elapsed]).sort()).toEqual([
        ['First reply', 3600, 1800],
        ['Next reply', 7200, 3600],
      ]);
      const rows = await opened.rows();
      expect(rows.sla_target.map(({ clock }) => clock).sort()).toEqual(['first_reply', 'next_reply']);
      expect(rows.ticket_sla.map((row) => [timeOf(row.from), timeOf(row.to)])).toEqual([['03-02 09:00:00', '03-02 12:30:00']]);
    }));
});
