import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { at } from './desk';
import { openHubspot, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

const NOON = at('03-02 12:00:00');

describeWithPostgres('a replica of HubSpot', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openHubspot(server());
  });
  afterEach(() => opened.close());

  it('says what stays empty before anything is loaded', async () => {
    expect(await opened.remarks()).toEqual(
      expect.arrayContaining([
        'The layout "hubspot-fivetran" has nothing for sla_target: HubSpot’s SLA goals are not replicated.',
        'The layout "hubspot-fivetran" has nothing for survey: HubSpot’s feedback is not read.',
        'The layout "hubspot-fivetran" has nothing for chat_session: HubSpot’s conversations are not replicated.',
        expect.stringMatching(/^The layout "hubspot-fivetran" cannot tell replies in chats, WhatsApp and Help Desk conversations/),
        expect.stringContaining('tags (HubSpot has none of tickets)'),
      ])
    );
  });

  it('is read without what a portal does not replicate', async () => {
    await opened.place.run(
      'DROP TABLE users, team, owner_team, contact, company, engagement_call, engagement_note',
      'ALTER TABLE ticket_pipeline_stage DROP ticket_state',
      'ALTER TABLE engagement_email DROP property_hs_email_status',
      ...['first_agent_reply_date', 'hs_merged_object_ids', 'hs_ticket_category', 'hubspot_team_id', 'source_type'].map(
        (name) => `ALTER TABLE ticket DROP property_${name}`
      )
    );
    const { desk } = opened;
    await desk.ticket(1, NOON, { source: 'CRM_UI' });
    await desk.email([1], at('03-02 13:00:00'), 'EMAIL', { property_hubspot_owner_id: 10 });
    const { ticket, message, stage, agent, customer = [] } = await opened.rows();
    expect(ticket).toMatchObject([{ ticket_id: '1', created_by: 'agent', channel: null, category: null, team_id: null, merged_into_id: null }]);
    expect([message.length, stage.length, agent.length, customer.length]).toEqual([1, 8, 3, 0]);
    expect(await opened.remarks()).toEqual(
      expect.arrayContaining([
        'The layout "hubspot-fivetran" finds nothing for customer here: its contacts are not replicated.',
        'The layout "hubspot-fivetran" finds nothing for team here: its teams are not replicated.',
      ])
    );
  });

  it('of an older connector is told by the column that it lacks', async () => {
    await opened.place.run('ALTER TABLE ticket_property_history RENAME timestamp_instant TO "timestamp"');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'schema',
      message: expect.stringContaining(
        'The layout "hubspot-fivetran" needs the column "timestamp_instant" of the table "ticket_property_history", which is not there. Did you mean "timestamp"?'
      ) as string,
    });
  });

  it('reads what it says that it reads, and nothing else', () => expectReads(opened.place, 'hubspot-fivetran'));

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/hubspot-fivetran.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT ON([^;]*?)TO grafana_reader;/gm)].flatMap(([, tables]) => tables.split(',').map((table) => table.trim()));
    expect(granted.sort()).toEqual(readTables('hubspot-fivetran'));
  });

  it('names all that the user may not read at once, with the statement that gives the rights', async () => {
    await opened.admin.query('REVOKE SELECT ON ticket, ticket_engagement FROM reader');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'auth',
      message: 'The user may not read the tables "ticket", "ticket_engagement".',
      hint: expect.stringMatching(/^As the owner of the tables, run: GRANT SELECT ON .*"ticket".* TO "reader";$/) as string,
    });
  });

  it('is read with rights to the columns that are read: neither what tickets nor what e-mails say', async () => {
    await opened.desk.ticket(1, NOON, { property_content: 'Secret' });
    await opened.admin.query('REVOKE SELECT ON ticket FROM reader');
    const { rows } = await opened.admin.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute WHERE attrelid = 'ticket'::regclass AND attnum > 0 AND attname <> 'property_content'`
    );
    await opened.admin.query(`GRANT SELECT (${rows[0].columns}) ON ticket TO reader`);
    expect((await opened.rows()).ticket).toHaveLength(1);
  });
});
