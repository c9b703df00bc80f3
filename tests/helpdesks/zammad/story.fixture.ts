import { expectByHand } from '../by-hand';
import type { Place } from '../place';
import { saidOf } from '../said';
import { EXPECTED } from '../story';
import { openZammad } from './opened.fixture';

/** Holds what is said of the story against what must be said, and the rows against SELECTs by hand: the same in every kind of database. */
export function tellsTheStory(place: () => Promise<Place>): void {
  it('is read as it was', async () => {
    const opened = await openZammad(await place());
    try {
      const said = await saidOf(opened);
      expect(
        said.map(({ number, by, first, closes, reopens, close, replies, questions }) => [Number(number), by, first, closes, reopens, close, replies, questions])
      ).toEqual(EXPECTED);
    } finally {
      await opened.close();
    }
  }, 60_000);

  it('fills each canonical table with as many rows as a SELECT by hand counts', async () => {
    const opened = await openZammad(await place());
    const { desk } = opened;
    const changes = (attribute: string): string =>
      `SELECT count(*) FROM histories WHERE history_attribute_id = ${desk.number('history_attributes', attribute)}`;
    const all = (table: string, where = '1 = 1'): string => `SELECT count(*) FROM ${table} WHERE ${where}`;
    try {
      await desk.insert('calendars', {
        name: 'Office',
        timezone: 'Europe/Amsterdam',
        business_hours: '{"mon":{"active":true,"timeframes":[["09:00","17:00"]]}}',
        public_holidays: '{"2026-04-06":{"active":true}}',
      });
      await desk.insert('slas', { calendar_id: 1, name: 'Standard', first_response_time: 120, solution_time: 960 });
      await desk.insert('ticket_time_accountings', { ticket_id: 1, time_unit: 2.5, created_by_id: 3, created_at: '2026-03-02 11:00:00' });
      await expectByHand(opened, {
        ticket: {
          count: all('tickets'),
          row: { number: '3', created_by: 'agent', channel: 'email', subject: 'Question 3', status: 'closed', is_imported: false },
        },
        message: { count: all('ticket_articles'), row: { ticket_id: '4', author_kind: 'agent', author_id: '3', kind: 'note', visibility: 'internal' } },
        // a state is a stage and a status
        ticket_event: {
          count: `SELECT 2 * (${changes('state')}) + (${changes('owner')})`,
          row: { ticket_id: '1', field: 'status', from_value: 'open', to_value: 'closed', actor_id: '3', actor_kind: 'agent' },
        },
        pipeline: { count: 'SELECT 1', row: { pipeline_id: 'states' } },
        stage: { count: all('ticket_states'), row: { label: 'Wartet auf Lieferant', kind: 'open', pauses_sla: false } },
        agent: { count: 'SELECT 3', row: { agent_id: '3', name: 'Bea', active: true, is_bot: false } },
        team: { count: all('groups'), row: { name: 'Support::Invoices' } },
        team_member: { count: 'SELECT 2', row: { team_id: String(desk.number('groups', 'Support::Invoices')), agent_id: '5' } },
        customer: { count: all('users', 'id <> 1'), row: { customer_id: '2', name: 'ada@example.org' } },
        organization: { count: all('organizations'), row: { org_id: '1', name: 'Zenith' } },
        calendar: { count: all('calendars'), row: { calendar_id: 'calendar-1', name: 'Office', time_zone: 'Europe/Amsterdam' } },
        calendar_hours: { count: 'SELECT 1', row: { calendar_id: 'calendar-1', weekday: 1, start: '09:00', end: '17:00' } },
        calendar_exception: { count: 'SELECT 1', row: { calendar_id: 'calendar-1', date: '2026-04-06', kind: 'holiday' } },
        sla_target: { count: 'SELECT 2', row: { policy_id: '1', clock: 'first_reply', target_seconds: 7200, calendar_id: 'calendar-1', pauses: true } },
        ticket_sla: { count: all('tickets'), row: { ticket_id: '1', policy_id: '1' } },
        time_entry: { count: all('ticket_time_accountings'), row: { ticket_id: '1', agent_id: '3', seconds: 150 } },
      });
    } finally {
      await opened.close();
    }
  }, 60_000);
}
