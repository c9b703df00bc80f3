import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { expectByHand } from '../by-hand';
import { saidOf } from '../said';
import { openInMariadb, openInPostgres, type Opened } from './opened.fixture';
import { EXPECTED, tellStory } from './story';

jest.setTimeout(60_000);

/** The same, whatever the server. */
function readsTheStory(open: () => Promise<Opened>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
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

  it('gives each close to who had the conversation, and to who closed', async () => {
    const each = [
      ['Bea Example', 5],
      ['Cem Example', 3],
      ['Dee Example', 1],
    ];
    expect(await opened.ask({ metric: 'closed', groupBy: ['owner'] })).toEqual(each);
    expect(await opened.ask({ metric: 'closed', groupBy: ['closed_by'] })).toEqual(each);
    expect(await opened.ask({ metric: 'team_transfers' })).toEqual([[1]]);
  });

  it('fills each canonical table with as many rows as a SELECT by hand counts', async () => {
    const of = (table: string, where = '1 = 1') => `SELECT COUNT(*) FROM ${table} WHERE ${where}`;
    const statuses = of('threads', `status <> 6 AND NOT (type = 4 AND action_type <> 1) AND (meta IS NULL OR meta NOT LIKE '%pc%')`);
    await expectByHand(opened, {
      ticket: {
        count: of('conversations'),
        row: { number: '1002', created_by: 'agent', channel: 'email', subject: 'Question 2', status: 'closed', team_id: '1' },
      },
      message: {
        count: of('threads', 'type IN (1, 2, 3)'),
        row: { ticket_id: '3', author_kind: 'agent', author_id: '2', kind: 'note', visibility: 'internal' },
      },
      // each status also as a stage; merged, and into which; one move; who came to have it
      ticket_event: {
        count: `SELECT 2 * (${statuses}) + 2 + 1 + 9`,
        row: { ticket_id: '1', field: 'owner', to_value: '3', actor_id: '2', actor_kind: 'agent' },
      },
      agent: { count: of('users'), row: { agent_id: '5', name: 'Robot', is_bot: true } },
      team: { count: of('mailboxes'), row: { team_id: '1', name: 'Support' } },
      team_member: { count: of('mailbox_user'), row: { team_id: '2', agent_id: '4' } },
      customer: { count: of('customers'), row: { customer_id: '101', name: 'customer1@example.com', org_id: null } },
      organization: { count: 'SELECT 1', row: { org_id: 'acme', name: 'Acme' } },
      stage: { count: 'SELECT 4', row: { stage_id: '2', label: 'Pending', kind: 'waiting_customer', pauses_sla: true } },
    });
  });
}

describeWithMariadb('the story that a FreeScout was told in MariaDB', (server) => readsTheStory(() => openInMariadb(server(), { tell: tellStory })));
describeWithPostgres('the story that a FreeScout was told in PostgreSQL', (server) => readsTheStory(() => openInPostgres(server(), { tell: tellStory })));
