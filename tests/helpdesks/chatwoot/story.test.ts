import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { expectByHand } from '../by-hand';
import { saidOf } from '../said';
import { openChatwoot } from './opened.fixture';
import { EXPECTED } from '../story';

jest.setTimeout(60_000);

describeWithPostgres('the story that a Chatwoot was told', (server) => {
  it.each(['4.2', '4.14'] as const)('is read as it was, from %s', async (age) => {
    const opened = await openChatwoot(server(), age);
    try {
      const said = await saidOf(opened);
      expect(
        said.map(({ number, by, first, closes, reopens, close, replies, questions }) => [Number(number), by, first, closes, reopens, close, replies, questions])
      ).toEqual(EXPECTED);
      expect(await opened.ask({ metric: 'csat', statistics: ['mean', 'count'] })).toEqual([[3.5, 2]]);
      // each conversation is asked once, however often it is closed: two of the twelve that were closed answered
      expect(await opened.ask({ metric: 'csat_response_rate' })).toEqual([[2 / 12]]);
    } finally {
      await opened.close();
    }
  });

  it('fills each canonical table with as many rows as a SELECT by hand counts', async () => {
    const opened = await openChatwoot(server(), '4.14');
    const of = (table: string, where = 'true') => `SELECT count(*) FROM ${table} WHERE account_id = 1 AND ${where}`;
    try {
      await expectByHand(opened, {
        ticket: { count: of('conversations'), row: { number: '3', created_by: 'agent', channel: 'email', subject: 'Question 3', status: 'closed' } },
        message: {
          count: of('messages', 'message_type <> 2'),
          row: { ticket_id: '4', author_kind: 'agent', author_id: '2', kind: 'note', visibility: 'internal' },
        },
        // and the hours of each conversation by mail
        ticket_event: {
          count: `SELECT (${of('reporting_events')}) + (${of('conversations', 'inbox_id = 1')})`,
          row: { ticket_id: '1', field: 'status', to_value: 'closed' },
        },
        survey: { count: of('messages', 'content_type = 9'), row: { kind: 'csat', score: 5, has_comment: true } },
        agent: {
          count: 'SELECT (SELECT count(*) FROM account_users WHERE account_id = 1) + (SELECT count(*) FROM agent_bots)',
          row: { agent_id: '2', name: 'Bea' },
        },
        team: { count: of('teams'), row: { team_id: '1', name: 'support' } },
        team_member: { count: 'SELECT count(*) FROM team_members', row: { team_id: '1', agent_id: '2' } },
        customer: { count: of('contacts'), row: { name: 'c1' } },
        organization: { count: of('companies'), row: { name: 'Zenith' } },
        calendar: { count: of('inboxes', 'working_hours_enabled'), row: { calendar_id: 'inbox-1', time_zone: 'Europe/Amsterdam' } },
        calendar_hours: { count: of('working_hours', 'closed_all_day IS NOT TRUE'), row: { weekday: 1, start: '09:00', end: '17:30' } },
        chat_session: { count: of('conversations', 'inbox_id = 2'), row: { ended_by: null } },
      });
    } finally {
      await opened.close();
    }
  });
});
