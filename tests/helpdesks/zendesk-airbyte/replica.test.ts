import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { openAirbyte } from './opened.fixture';

jest.setTimeout(60_000);

describeWithPostgres('a replica of a Zendesk by Airbyte', (server) => {
  it('is read as the layout says that it reads it, and nothing else', async () => {
    const opened = await openAirbyte(server());
    try {
      await expectReads(opened.place, 'zendesk-airbyte');
    } finally {
      await opened.close();
    }
  });

  it('needs two streams; what the others would give stays empty, and is said', async () => {
    const others = readTables('zendesk-airbyte').filter((stream) => !['tickets', 'users'].includes(stream));
    const opened = await openAirbyte(server(), others);
    try {
      const { desk, place } = opened;
      await desk.copy('tickets', '03-02 12:00:00', { id: 1, created_at: '2026-03-02T12:00:00Z', status: 'open', requester_id: 31, submitter_id: 31 });
      const remarks = await opened.remarks();
      for (const [table, why] of [
        ['ticket_event', 'the stream ticket_audits is not replicated, and so no history: a ticket’s last close is all that is known'],
        ['survey', 'the stream satisfaction_ratings is not replicated'],
        ['team', 'the stream groups is not replicated'],
        ['calendar', 'the stream schedules is not replicated'],
      ]) {
        expect(remarks).toContain(`The layout "zendesk-airbyte" finds nothing for ${table} here: ${why}.`);
      }
      const rows = await opened.rows();
      expect(rows.ticket).toMatchObject([{ ticket_id: '1', status: 'open', created_by: 'customer', category: null }]);
      expect(rows.message).toBeUndefined();
      await place.run('DROP TABLE users');
      await expect(opened.remarks()).rejects.toMatchObject({ category: 'schema', message: expect.stringContaining('"users"') as string });
    } finally {
      await opened.close();
    }
  });

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/zendesk-airbyte.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT ON([^;]*?)TO grafana_reader;/gm)].flatMap(([, tables]) => tables.split(',').map((table) => table.trim()));
    expect(granted.sort()).toEqual(readTables('zendesk-airbyte'));
  });
});
