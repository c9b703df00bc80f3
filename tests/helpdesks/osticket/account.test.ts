import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { openOsticket, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

describeWithMariadb('an osTicket database', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openOsticket(server(), (desk) => desk.open(1, '03-02 12:00:00'));
  });
  afterEach(() => opened.close());

  it('says what stays empty before anything is loaded', async () => {
    expect(await opened.remarks()).toEqual(
      expect.arrayContaining([
        'The layout "osticket" has nothing for survey: osTicket asks for no ratings.',
        'The layout "osticket" has nothing for chat_session: osTicket has no chat.',
        'The layout "osticket" cannot tell tickets that were deleted: their rows are gone.',
        expect.stringContaining('is_spam (osTicket has no mark for it)'),
      ])
    );
  });

  it('that is older than 1.14 is refused by name, whatever else it lacks', async () => {
    await opened.place.run('ALTER TABLE ost_ticket DROP ticket_pid', 'DROP TABLE ost_schedule');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'schema',
      message: 'This osTicket is older than 1.14, the oldest that the layout "osticket" reads: its table "ost_ticket" has no column "ticket_pid".',
    });
  });

  it('that is something else is told what is missing', async () => {
    await opened.place.run('ALTER TABLE ost_thread_event RENAME TO ost_ticket_event');
    await expect(opened.remarks()).rejects.toMatchObject({ message: expect.stringContaining('"ost_thread_event"') as string });
  });

  describe('whose tables begin otherwise', () => {
    beforeEach(async () => {
      const tables = await opened.place.rows<{ name: string }>(`SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`);
      await opened.place.run(...tables.map(({ name }) => `ALTER TABLE ${name} RENAME TO ${name.replace('ost_', 'desk2_')}`));
      await opened.place.grant(readTables('osticket').map((name) => name.replace('ost_', 'desk2_')));
    });

    it('is read where the settings say so', async () => {
      const { ticket, message } = await opened.rows({ layoutOptions: { prefix: 'desk2_' } });
      expect([ticket.length, message.length]).toEqual([1, 1]);
    });

    it('is refused where they do not', async () => {
      await expect(opened.remarks()).rejects.toMatchObject({ message: expect.stringContaining('Did you mean "desk2_ticket_status"?') as string });
      expect(() => opened.source({ layoutOptions: { prefix: 'x; DROP' } })).toThrow(
        'The setting "source.layoutOptions.prefix" is "x; DROP", with which no table’s name begins: it has letters, digits and underscores alone, such as "ost_".'
      );
      expect(() => opened.source({ layoutOptions: { prefx: 'desk2_' } })).toThrow(
        'The layout "osticket" has no option "prefx" ("source.layoutOptions"). Did you mean "prefix"?'
      );
    });
  });

  it('reads what it says that it reads, and nothing else', () => expectReads(opened.place, 'osticket'));

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/osticket.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT(?: \([^)]*\))? ON osticket\.(\w+) TO grafana_reader;/gm)].map(([, table]) => table);
    expect(granted.sort()).toEqual(readTables('osticket'));
  });

  it('is read without osTicket’s settings where the user may not read them: in UTC’s hours, and without holidays', async () => {
    const { place } = opened;
    await place.insert('ost_schedule', { id: 1, flags: 1, name: 'Office' });
    await place.run(`REVOKE SELECT ON ${String(place.source.database)}.ost_config FROM '${place.source.user}'@'%'`);
    expect(await opened.remarks()).toContain(
      'The layout "osticket" finds nothing for calendar_exception here: which holidays hang on which schedule stands in ost_config.'
    );
    expect((await opened.rows()).calendar).toEqual([{ calendar_id: '1', name: 'Office', time_zone: 'UTC' }]);
  });
});
