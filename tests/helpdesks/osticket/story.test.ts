import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { expectByHand } from '../by-hand';
import { saidOf } from '../said';
import { openOsticket, type Opened } from './opened.fixture';
import { EXPECTED, tellStory } from './story';

jest.setTimeout(60_000);

describeWithMariadb('the story that an osTicket was told', (server) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOsticket(server(), tellStory);
  });
  afterAll(() => opened.close());

  it('is read as it was', async () => {
    const said = await saidOf(opened);
    expect(
      said.map(({ id, by, first, closes, reopens, close, replies, questions, notes }) => [
        Number(id),
        by,
        first,
        closes,
        reopens,
        close,
        replies,
        questions,
        notes,
      ])
    ).toEqual(EXPECTED);
  });

  it('gives each close to who closed, and each ticket to who has it', async () => {
    expect(await opened.ask({ metric: 'closed', groupBy: ['owner'] })).toEqual([
      ['Bea Example', 5],
      ['Cem Example', 3],
      ['Dee Example', 1],
    ]);
    expect(await opened.ask({ metric: 'closed', groupBy: ['closed_by'] })).toEqual([
      ['Bea Example', 5],
      ['Cem Example', 3],
      ['Dee Example', 1],
    ]);
    expect(await opened.ask({ metric: 'team_transfers' })).toEqual([[1]]);
  });

  it('fills each canonical table with as many rows as a SELECT by hand counts', async () => {
    const of = (table: string, where = 'TRUE') => `SELECT COUNT(*) FROM ${table} WHERE ${where}`;
    const events = (...kinds: readonly number[]) => `(${of('ost_thread_event', `event_id IN (${kinds.join(', ')}) AND thread_id <> 510`)})`;
    await expectByHand(opened, {
      ticket: {
        count: of('ost_ticket'),
        row: { number: '90003', created_by: 'agent', channel: 'phone', subject: 'Question 3', status: 'open', priority: 'high', category: 'Invoices' },
      },
      // but for what an agent typed
      message: {
        count: of('ost_thread_entry', 'NOT (thread_id = 503 AND flags = 1)'),
        row: { ticket_id: '4', author_kind: 'agent', author_id: '2', kind: 'note', visibility: 'internal' },
      },
      // closes and reopenings as statuses and stages, with who had it then; the first department and stage; a transfer; an assignment; three claims and a merge
      ticket_event: {
        count: `SELECT 3 * ${events(2, 3)} + 2 * ${events(1)} + ${events(4, 6)} + 3 + 1`,
        row: { ticket_id: '1', field: 'owner', to_value: '3', actor_id: '2', actor_kind: 'agent' },
      },
      agent: { count: of('ost_staff'), row: { agent_id: '2', name: 'Bea Example', active: true } },
      team: { count: of('ost_department'), row: { team_id: '1', name: 'Support' } },
      team_member: { count: 'SELECT 5', row: { team_id: '1', agent_id: '4' } },
      customer: { count: of('ost_user'), row: { customer_id: '101', name: 'Customer 1', org_id: '7' } },
      organization: { count: of('ost_organization'), row: { org_id: '7', name: 'Acme' } },
      stage: { count: of('ost_ticket_status'), row: { stage_id: '4', label: 'Archived', kind: 'closed' } },
      sla_target: { count: of('ost_sla'), row: { policy_id: '1', clock: 'close', target_seconds: 64_800, calendar_id: null } },
      ticket_sla: { count: of('ost_ticket'), row: { ticket_id: '1', policy_id: '1' } },
    });
  });
});
