import type { TableName } from '../../../src/backend/canonical/tables';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { type ByHand, expectByHand } from '../by-hand';
import { at, BEA, becomes } from './desk';
import { openAirbyte } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = '03-02 12:00:00';
const read = (text: string): string => String(Date.parse(at(text)));

describeWithPostgres('what Airbyte’s tables of a Zendesk keep', (server) => {
  it('is read row by row as a query by hand has it', async () => {
    const opened = await openAirbyte(server());
    try {
      const { desk } = opened;
      await desk.copy('organizations', NOON, { id: 700, name: 'Zenith' });
      await desk.copy('groups', NOON, { id: 501, name: 'Support' });
      await desk.copy('group_memberships', NOON, { id: 1, group_id: 501, user_id: BEA });
      const intervals = [
        { start_time: 1980, end_time: 2460 },
        { start_time: 6 * 1440 + 22 * 60, end_time: 7 * 1440 + 6 * 60 },
      ];
      await desk.copy('schedules', NOON, { id: 9001, name: 'Europe', time_zone: 'Amsterdam', created_at: at('01-01 00:00:00'), intervals });
      const targets = [
        { metric: 'first_reply_time', target: 60, priority: 'high', business_hours: true },
        { metric: 'next_reply_time', target: 120, priority: 'high', business_hours: false },
        { metric: 'agent_work_time', target: 240, priority: 'high', business_hours: false },
      ];
      await desk.copy('sla_policies', NOON, { id: 2001, title: 'Business', policy_metrics: targets });
      await desk.ticket(1, NOON, { priority: 'high', assignee_id: BEA, group_id: 501 });
      await desk.comment(1, '03-02 12:30:00', BEA);
      await desk.audit(1, '03-02 12:30:00', BEA, [becomes('status', 'solved', 'new')]);
      await desk.copy('satisfaction_ratings', NOON, { id: 1, ticket_id: 1, score: 'good', updated_at: at('03-03 12:00:00') });
      const events = `SELECT count(*) FROM ticket_audits a, jsonb_array_elements(a.events) e WHERE e ->> 'field_name'`;
      const byHand: Partial<Record<TableName, ByHand>> = {
        ticket: { count: 'SELECT count(*) FROM tickets', row: { ticket_id: '1', created_at: read(NOON), created_by: 'customer', requester_id: '31' } },
        message: { count: 'SELECT count(*) FROM ticket_comments', row: { sent_at: read('03-02 12:30:00'), author_id: '11', author_kind: 'agent' } },
        ticket_event: {
          // a status is a stage too
          count: `SELECT (${events} <> 'tags') + (${events} = 'status')`,
          row: { ticket_id: '1', field: 'status', at: read('03-02 12:30:00'), from_value: 'new', to_value: 'closed', actor_id: '11', actor_kind: 'agent' },
        },
        survey: { count: 'SELECT count(*) FROM satisfaction_ratings', row: { ticket_id: '1', score: 1 } },
        agent: { count: `SELECT count(*) FROM users WHERE role = 'agent'`, row: { agent_id: '12', name: 'Cem', time_zone: 'America/New_York' } },
        customer: { count: 'SELECT count(*) FROM users', row: { customer_id: '31', name: 'Zoë', org_id: '700' } },
        organization: { count: 'SELECT count(*) FROM organizations', row: { org_id: '700', name: 'Zenith' } },
        team: { count: 'SELECT count(*) FROM groups', row: { team_id: '501', name: 'Support' } },
        team_member: { count: 'SELECT count(*) FROM group_memberships', row: { team_id: '501', agent_id: '11' } },
        calendar: { count: 'SELECT count(*) FROM schedules', row: { calendar_id: '9001', time_zone: 'Europe/Amsterdam' } },
        calendar_hours: { count: 'SELECT 3 AS n', row: { calendar_id: '9001', weekday: 7, start: '00:00', end: '06:00' } },
        sla_target: { count: 'SELECT 2 AS n', row: { policy_id: '2001', clock: 'first_reply', priority: 'high', target_seconds: 3600, calendar_id: '9001' } },
        pipeline: { count: 'SELECT 1 AS n', row: { pipeline_id: 'zendesk' } },
        stage: { count: 'SELECT 6 AS n', row: { stage_id: 'pending', kind: 'waiting_customer', pauses_sla: true } },
      };
      await expectByHand(opened, byHand);
      // without a schedule of its own a ticket counts by the settings’ default
      expect((await opened.rows()).ticket_event.filter(({ field }) => field === 'schedule')).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});
