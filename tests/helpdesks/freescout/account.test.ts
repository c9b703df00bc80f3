import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { openInMariadb, openInPostgres, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

const GUIDE = readFileSync(join(__dirname, '../../../docs/helpdesks/freescout.md'), 'utf8');

/** The same, whatever the server. */
function readsTables(open: (hasModules: boolean) => Promise<Opened>): void {
  it('is read by what the layout says that it reads, and nothing else', async () => {
    const opened = await open(true);
    try {
      await expectReads(opened.place, 'freescout');
    } finally {
      await opened.close();
    }
  });

  describe('without modules', () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open(false);
    });
    afterEach(() => opened.close());

    it('says what stays empty before anything is loaded', async () => {
      expect(await opened.remarks()).toEqual(
        expect.arrayContaining([
          'The layout "freescout" has nothing for sla_target: FreeScout promises nothing; give targets in the settings.',
          'The layout "freescout" finds nothing for survey here: ratings are of its module Satisfaction Ratings.',
          'The layout "freescout" cannot tell conversations that were deleted forever: their rows are gone.',
          expect.stringContaining('priority (FreeScout has none)'),
        ])
      );
    });

    it('that is too old is refused by name, whatever else it lacks', async () => {
      await opened.place.run('ALTER TABLE threads DROP COLUMN imported', 'DROP TABLE emails');
      await expect(opened.remarks()).rejects.toMatchObject({
        category: 'schema',
        message: 'This FreeScout is older than January 2021, the oldest that the layout "freescout" reads: its table "threads" has no column "imported".',
      });
    });

    it('that is something else is told what is missing', async () => {
      await opened.place.run('ALTER TABLE conversations RENAME TO talks');
      await expect(opened.remarks()).rejects.toMatchObject({ message: expect.stringContaining('"conversations"') as string });
    });
  });
}

describeWithMariadb('a FreeScout database in MariaDB', (server) => readsTables((hasModules) => openInMariadb(server(), { hasModules })));
describeWithPostgres('a FreeScout database in PostgreSQL', (server) => readsTables((hasModules) => openInPostgres(server(), { hasModules })));

it('the guide grants the rights that the layout needs, and no others', () => {
  const [mysql, postgres] = [...GUIDE.matchAll(/```sql\n([^]*?)```/g)].map(([, sql]) => sql);
  const granted = (sql: string): string[] =>
    [...sql.matchAll(/^GRANT SELECT(?: \([^)]*\))? ON ([^;]*?) TO grafana_reader;/gm)]
      .flatMap(([, tables]) => tables.split(',').map((table) => table.trim().replace('freescout.', '')))
      .sort();
  expect(granted(mysql)).toEqual(readTables('freescout'));
  expect(granted(postgres)).toEqual(readTables('freescout'));
});
