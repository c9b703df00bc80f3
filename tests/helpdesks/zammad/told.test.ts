import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { POSTGRES } from '../../../src/backend/sources/connections/postgres/flavour';
import { allReads, columnsRead, EVERYTHING } from '../../../src/backend/sources/testing/columns-read';
import { ASKED } from '../../../src/backend/sources/layouts/zammad/selectors';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { placeInPostgres, type PostgresPlace } from '../in-postgres';
import { helpdeskLayout, readTables } from '../read-tables';
import { type Opened, openZammad } from './opened.fixture';

jest.setTimeout(60_000);

describeWithPostgres('a Zammad database', (server) => {
  let opened: Opened;
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await placeInPostgres(server());
    opened = await openZammad(place, []);
  });
  afterEach(() => opened.close());

  it('says what stays empty before anything is loaded', async () => {
    expect(await opened.remarks()).toEqual(
      expect.arrayContaining([
        'The layout "zammad" has nothing for survey: Zammad asks for no ratings.',
        'The layout "zammad" has nothing for chat_session: Zammad’s chats have no tickets.',
        'The layout "zammad" has nothing for agent_status: Zammad keeps no history of who was there.',
        expect.stringMatching(/^The layout "zammad" cannot tell what happened before tickets were imported: /),
        expect.stringMatching(/^The layout "zammad" cannot tell which SLA a ticket had before: /),
        expect.stringContaining('is_spam (Zammad has no mark for it)'),
      ])
    );
  });

  it('that is older than 5.0 is refused by name', async () => {
    await place.run('ALTER TABLE slas DROP response_time');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'schema',
      message: 'This Zammad is older than 5.0, the oldest that the layout "zammad" reads: its table "slas" has no column "response_time".',
    });
  });

  it('reads what it says that it reads, and nothing else', async () => {
    const condition = JSON.stringify({
      ...Object.fromEntries(ASKED.map((column) => [`ticket.${column}`, { operator: 'is', value: '1' }])),
      'ticket.tags': { operator: 'contains one', value: 'x' },
    });
    const documents = (name: string) => (name === 'slas' ? [{ id: '1', name: 'x', condition }] : []);
    for (const [table, from] of Object.entries(helpdeskLayout('zammad').tables)) {
      if (!('none' in from)) {
        expect([table, await columnsRead(place.admin, from.select(POSTGRES, { ...EVERYTHING, documents }))]).toEqual([table, allReads(from)]);
      }
    }
    for (const [name, from] of Object.entries(helpdeskLayout('zammad').documents ?? {})) {
      expect([name, await columnsRead(place.admin, from.select(POSTGRES, EVERYTHING))]).toEqual([name, allReads(from)]);
    }
  });

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/zammad.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT ON([^;]*?)TO grafana_reader;/gm)].flatMap(([, tables]) => tables.split(',').map((table) => table.trim()));
    expect(granted.sort()).toEqual(readTables('zammad'));
  });

  it('names all that the user may not read at once, its documents too', async () => {
    await place.run('REVOKE SELECT ON tickets, calendars, object_lookups FROM reader');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'auth',
      message: 'The user may not read the tables "calendars", "object_lookups", "tickets".',
      hint: expect.stringMatching(/^As the owner of the tables, run: GRANT SELECT ON .*"calendars".* TO "reader";$/) as string,
    });
  });

  it('is read with rights to the columns of users that are read, and no others', async () => {
    await place.run(
      'REVOKE SELECT ON users FROM reader',
      'GRANT SELECT (id, login, firstname, lastname, active, organization_id, updated_at) ON users TO reader'
    );
    expect((await opened.rows()).agent).toHaveLength(3);
  });

  it('says which calendar it cannot read', async () => {
    await opened.desk.insert('calendars', { name: 'Office', timezone: 'UTC', business_hours: 'mon: [' });
    expect(await opened.remarks()).toContainEqual(expect.stringMatching(/^The business hours of calendar-1 cannot be read, so that it has none: /));
    expect((await opened.rows()).calendar).toHaveLength(1);
  });
});
