import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { expectByHand } from '../by-hand';
import { saidOf } from '../said';
import { openHubspot, type Opened } from './opened.fixture';
import { EXPECTED, STORY } from './story';

jest.setTimeout(60_000);

describeWithPostgres('the story that HubSpot was told', (server) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openHubspot(server(), STORY);
  });
  afterAll(() => opened.close());

  it('is read as it was', async () => {
    const said = await saidOf(opened);
    expect(
      said.map(({ number, by, first, closes, reopens, close, replies, questions, notes }) => [
        Number(number),
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

  it('says in which stage how long, of the tickets that are closed', async () => {
    const stages = await opened.ask({ metric: 'stage_dwell', groupBy: ['stage'], statistics: ['sum'] });
    // New: all that are closed now, until their first move; Waiting on contact: ticket 4; Waiting on us: ticket 1 since it was opened again; Closed until then
    const fresh = [19_024, 231_600, 84_600, 74_710, 243_000, 1800].reduce((a, b) => a + b);
    expect(new Map(stages.map(([name, seconds]) => [name, seconds]))).toEqual(
      new Map([
        ['New', fresh],
        ['Waiting on contact', 92_690],
        ['Waiting on us', 86_401],
        ['Closed', 66_528],
      ])
    );
  });

  it('says who has it, who closed it and how often it changed hands', async () => {
    expect(await opened.ask({ metric: 'transfers' })).toEqual([[1]]);
    const closers = await opened.ask({ metric: 'closed', groupBy: ['closed_by'] });
    expect(closers.map((row) => [row[0], row[row.length - 1]])).toEqual(expect.arrayContaining([['Bea Beaker', 5]]));
  });

  it('fills each canonical table with as many rows as a SELECT by hand counts', async () => {
    const all = (table: string, where = 'true') => `SELECT count(*) FROM ${table} WHERE ${where}`;
    await expectByHand(opened, {
      ticket: { count: all('ticket'), row: { ticket_id: '3', number: '3', created_by: 'agent', channel: 'phone', subject: 'Question 3', stage_id: '4' } },
      message: {
        count: `SELECT (${all('engagement_email')}) + (${all('engagement_note')}) + (${all('engagement_call')})`,
        row: { ticket_id: '4', author_kind: 'agent', author_id: '10', kind: 'note', visibility: 'internal' },
      },
      ticket_event: { count: all('ticket_property_history'), row: { ticket_id: '1', field: 'stage', to_value: '4', actor_id: '10', actor_kind: 'agent' } },
      pipeline: { count: all('ticket_pipeline'), row: { pipeline_id: '0', label: 'Support Pipeline' } },
      stage: { count: all('ticket_pipeline_stage'), row: { stage_id: '703', pipeline_id: '77', label: 'Returned', kind: 'closed' } },
      agent: {
        count: `SELECT (${all('owner')}) + (${all('users', 'id NOT IN (SELECT active_user_id FROM owner)')})`,
        row: { agent_id: '11', name: 'Cem Cemker' },
      },
      team: { count: all('team'), row: { team_id: '2', name: 'Billing' } },
      team_member: { count: all('owner_team'), row: { team_id: '2', agent_id: '11' } },
      customer: { count: all('contact'), row: { name: 'Ann' } },
      organization: { count: all('company'), row: { org_id: '800', name: 'Zenith' } },
    });
  });
});
