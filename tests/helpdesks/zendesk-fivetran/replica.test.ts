import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { at } from './desk';
import { openZendesk } from './opened.fixture';

jest.setTimeout(60_000);

describeWithPostgres('a replica of a Zendesk', (server) => {
  it('is read as the layout says that it reads it, and nothing else', async () => {
    const opened = await openZendesk(server(), { more: true });
    try {
      await expectReads(opened.place, 'zendesk-fivetran');
    } finally {
      await opened.close();
    }
  });

  it('needs four tables; Fivetran makes the others where there is something to put into them', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk, place } = opened;
      await desk.ticket(1, at('03-02 12:00:00'), { status: 'open' });
      const needed = ['ticket', 'ticket_comment', 'ticket_field_history', 'user'];
      const others = readTables('zendesk-fivetran').filter((table) => !needed.includes(table));
      await place.run(
        ...others.map((table) => `DROP TABLE IF EXISTS "${table}"`),
        'ALTER TABLE ticket DROP brand_id, DROP custom_status_id, DROP _fivetran_deleted'
      );
      expect(await opened.remarks()).toEqual(
        expect.arrayContaining([
          'The layout "zendesk-fivetran" finds nothing for team here: no groups were replicated.',
          'The layout "zendesk-fivetran" finds nothing for calendar here: no schedules were replicated.',
          'The layout "zendesk-fivetran" finds nothing for chat_session here: no chats were replicated.',
          'The layout "zendesk-fivetran" has nothing for agent_status: Fivetran does not replicate agents’ presence.',
          expect.stringMatching(/cannot tell what hours a schedule had before it was changed/),
        ])
      );
      const rows = await opened.rows();
      expect(rows.ticket).toMatchObject([{ ticket_id: '1', stage_id: 'open', tags: null }]);
      expect(rows.ticket_event.map(({ field }) => field).sort()).toEqual(['stage', 'status']);
      await place.run('DROP TABLE ticket_field_history');
      await expect(opened.remarks()).rejects.toMatchObject({
        category: 'schema',
        message: expect.stringContaining('The layout "zendesk-fivetran" needs the table "ticket_field_history", which is not there.') as string,
      });
    } finally {
      await opened.close();
    }
  });

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/zendesk-fivetran.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT ON([^;]*?)TO grafana_reader;/gm)].flatMap(([, tables]) =>
      tables.split(',').map((table) => table.trim().replaceAll('"', ''))
    );
    expect(granted.sort()).toEqual(readTables('zendesk-fivetran'));
  });

  it('is read with rights to the columns that are read, and no others: no text of a ticket, no address', async () => {
    const opened = await openZendesk(server());
    try {
      await opened.place.run(
        'REVOKE SELECT ON ticket_comment FROM reader',
        'GRANT SELECT (id, ticket_id, user_id, created, public, voice_comment, facebook_comment, tweet, _fivetran_deleted, _fivetran_synced) ON ticket_comment TO reader'
      );
      await opened.desk.ticket(1, at('03-02 12:00:00'));
      expect((await opened.rows()).message).toHaveLength(1);
    } finally {
      await opened.close();
    }
  });
});
