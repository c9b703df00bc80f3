import type { TableName } from '../../../src/backend/canonical/tables';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { type ByHand, expectByHand } from '../by-hand';
import { at, BEA, CEM, ZOE } from './desk';
import { openZendesk, read, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('what a Zendesk keeps', (server) => {
  it('of a ticket: form, brand, type, channel, tags, its own fields, what it follows up', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      await place.insert('brand', { id: 360, name: 'Shop' });
      await place.insert('ticket_form_history', { id: 41, name: 'Old', updated_at: at('01-01 00:00:00') });
      await place.insert('ticket_form_history', { id: 41, name: 'Complaint', updated_at: at('02-01 00:00:00') });
      const more = { type: 'problem', organization_id: 700, group_id: 501, assignee_id: BEA, priority: 'high' };
      await desk.ticket(1, NOON, { ...more, brand_id: 360, ticket_form_id: 41, via_channel: 'web', custom_plan: 'gold', via_followup_source_id: 7 });
      await place.insert('ticket_tag', { ticket_id: 1, tag: 'vip' });
      await place.insert('ticket_tag', { ticket_id: 1, tag: 'invoice' });
      await desk.ticket(2, NOON, { ticket_form_id: 42, via_channel: 'voice' });
    });
    expect(rows.ticket).toMatchObject([
      {
        number: '1',
        subject: 'Ticket 1',
        category: 'Complaint',
        channel: 'web_form',
        priority: 'high',
        tags: ['invoice', 'vip'],
        owner_id: '11',
        team_id: '501',
        org_id: '700',
        parent_id: '7',
      },
      { category: '42', channel: 'phone', tags: null },
    ]);
    expect(JSON.parse(String(rows.ticket[0].attributes))).toEqual({ type: 'problem', brand: 'Shop', region: null, plan: 'gold', language: null });
  });

  it('of a rating: when it was asked for, the last score, who had the ticket then', async () => {
    const rows = await rowsAfter(server(), async ({ desk }) => {
      await desk.ticket(1, NOON, { assignee_id: BEA });
      await desk.history(1, at('03-03 12:00:00'), 'satisfaction_score', 'offered');
      await desk.history(1, at('03-03 13:00:00'), 'satisfaction_score', 'bad', ZOE);
      await desk.history(1, at('03-03 14:00:00'), 'satisfaction_score', 'goodwithcomment', ZOE);
      await desk.set(1, at('03-03 15:00:00'), 'assignee_id', CEM);
      await desk.ticket(2, NOON);
      await desk.history(2, at('03-03 12:00:00'), 'satisfaction_score', 'offered');
      await desk.ticket(3, NOON);
      await desk.history(3, at('03-03 12:00:00'), 'satisfaction_score', 'unoffered');
    });
    expect(rows.survey).toMatchObject([
      {
        ticket_id: '1',
        customer_id: '31',
        agent_id: '11',
        kind: 'csat',
        scale_min: 0,
        scale_max: 1,
        sent_at: read(at('03-03 12:00:00')),
        answered_at: read(at('03-03 14:00:00')),
        score: 1,
        has_comment: true,
      },
      { ticket_id: '2', sent_at: read(at('03-03 12:00:00')), answered_at: null, score: null, has_comment: false },
    ]);
  });

  it('is read row by row as a query by hand has it', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk, place } = opened;
      await desk.schedule(9001, 'Europe', 'Amsterdam', [9, 17]);
      await place.insert('schedule_holiday', { id: 1, schedule_id: 9001, name: 'King’s Day', start_date: '2026-04-27', end_date: '2026-04-27' });
      await place.insert('group_membership', { id: 1, group_id: 501, user_id: BEA });
      await place.insert('group_membership', { id: 2, group_id: 502, user_id: BEA, _fivetran_deleted: true });
      await desk.ticket(1, NOON, { priority: 'high', assignee_id: BEA, group_id: 501 });
      await desk.promise(1, NOON, 'Business', { first_reply_time: 60 }, true);
      await desk.comment(1, at('03-02 12:30:00'), BEA);
      await desk.set(1, at('03-02 12:30:00'), 'status', 'solved');
      await desk.history(1, at('03-03 12:30:00'), 'satisfaction_score', 'offered');
      const byHand: Partial<Record<TableName, ByHand>> = {
        ticket: { count: 'SELECT count(*) FROM ticket', row: { ticket_id: '1', created_at: read(NOON), created_by: 'customer', requester_id: '31' } },
        message: { count: 'SELECT count(*) FROM ticket_comment', row: { sent_at: read(at('03-02 12:30:00')), author_id: '11', author_kind: 'agent' } },
        ticket_event: {
          // a status is a stage too; the schedule is an event of each ticket
          count: `SELECT count(*) + count(*) FILTER (WHERE field_name = 'status') + (SELECT count(*) FROM ticket) FROM ticket_field_history
            WHERE field_name IN ('status', 'assignee_id', 'group_id', 'priority')`,
          row: { ticket_id: '1', field: 'status', at: read(at('03-02 12:30:00')), to_value: 'closed', actor_id: '11', actor_kind: 'agent' },
        },
        survey: { count: `SELECT count(DISTINCT ticket_id) FROM ticket_field_history WHERE field_name = 'satisfaction_score'`, row: { ticket_id: '1' } },
        agent: { count: `SELECT count(*) FROM "user" WHERE role <> 'end-user'`, row: { agent_id: '12', name: 'Cem', active: true } },
        customer: { count: 'SELECT count(*) FROM "user"', row: { customer_id: '31', name: 'Zoë', org_id: '700' } },
        organization: { count: 'SELECT count(*) FROM organization', row: { org_id: '700', name: 'Zenith' } },
        team: { count: 'SELECT count(*) FROM "group"', row: { team_id: '501', name: 'Support' } },
        team_member: { count: 'SELECT count(*) FROM group_membership WHERE NOT _fivetran_deleted', row: { team_id: '501', agent_id: '11' } },
        calendar: { count: 'SELECT count(DISTINCT id) FROM schedule', row: { calendar_id: '9001', time_zone: 'Europe/Amsterdam' } },
        calendar_hours: { count: 'SELECT count(*) FROM schedule', row: { calendar_id: '9001', weekday: 5, start: '09:00', end: '17:00' } },
        calendar_exception: { count: 'SELECT count(*) FROM schedule_holiday', row: { calendar_id: '9001', date: '2026-04-27', kind: 'holiday' } },
        sla_target: {
          count: `SELECT count(*) FROM ticket_field_history WHERE field_name LIKE '%reply_time'`,
          row: { policy_id: 'Business', clock: 'first_reply', priority: 'high', target_seconds: 3600, calendar_id: '9001' },
        },
        ticket_sla: { count: `SELECT count(*) FROM ticket_field_history WHERE field_name = 'sla_policy'`, row: { ticket_id: '1', policy_id: 'Business' } },
        pipeline: { count: 'SELECT 1 AS n', row: { pipeline_id: 'zendesk' } },
        stage: { count: 'SELECT 6 AS n', row: { stage_id: 'pending', kind: 'waiting_customer', pauses_sla: true } },
      };
      await expectByHand(opened, byHand);
    } finally {
      await opened.close();
    }
  });
});
