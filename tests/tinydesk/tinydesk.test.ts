import { health } from '../../src/backend/app/health';
import type { Caller } from '../../src/backend/app/access/caller';
import { resource } from '../../src/backend/app/resources/resources';
import { createSource } from '../../src/backend/sources';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import type { LayoutSelect } from '../../src/backend/sources/layouts/layout';
import { allReads, EVERYTHING } from '../../src/backend/sources/testing/columns-read';
import { NEVER } from '../../src/backend/sources/testing/target';
import { HOSTS } from './hosts';
import { tinydesk } from './layout';
import { ADMIN, CONTEXT, Opened } from './opened.fixture';

const VIEWER: Caller = { kind: 'person', role: 'Viewer', alert: false };

jest.setTimeout(60_000);

HOSTS.forEach((host) =>
  host.describe(`Tinydesk, through a layout on ${host.name}`, (place) => {
    let opened: Opened;
    beforeEach(async () => {
      opened = new Opened(await place());
    });
    afterEach(() => opened.close());
    const run = (...statements: readonly string[]): Promise<void> => opened.place.run(...statements);

    it('is loaded and asked as any other helpdesk', async () => {
      expect(await opened.ask({ metric: 'time_to_first_response', groupBy: ['owner'] })).toEqual([['Ann', 1800.25]]);
      expect(await opened.ask({ metric: 'time_to_close' })).toEqual([[4 * 3600]]);
      expect(await opened.ask({ metric: 'opened', groupBy: ['priority'] })).toEqual([
        ['High', 1],
        ['(none)', 1],
      ]);
      expect(await opened.ask({ kind: 'records', metric: 'closed', columns: ['closed_at', 'subject', 'owner'] })).toEqual([
        [Date.parse('2026-05-04T12:00:00Z'), 'It\'s "broken"', 'Ann'],
        [Date.parse('2026-05-04T10:00:00Z'), 'It\'s "broken"', 'Ann'],
      ]);
    });

    it('gives what its SELECTs say in the words of the database', async () => {
      const { ticket, time_entry: work } = await opened.rows();
      const at = (time: string): string => String(Date.parse(`2026-05-04T${time}Z`));
      expect(ticket).toEqual([
        expect.objectContaining({
          number: '#101',
          created_at: at('08:00:00'),
          closed_at: at('12:00:00'),
          updated_at: at('12:00:00'),
          category: 'printér',
          attributes: '{"plan":"gold"}',
          tags: expect.arrayContaining(['hôtel', 'a "b", c']) as unknown,
        }),
        expect.objectContaining({ number: '#102', closed_at: null, category: null, attributes: '{"plan":null}', tags: null }),
      ]);
      // 02:10 after 02:30 is the second of two; before 03:00 it is the first, and the day before there was one only
      expect(work.map((row) => new Date(Number((row as { at: string }).at)).toISOString().slice(5, 16))).toEqual([
        '10-26T00:30',
        '10-26T01:10',
        '10-26T00:10',
        '10-26T02:00',
        '10-25T00:10',
      ]);
    });

    it('is read by what changed', async () => {
      const more = Array.from({ length: 40 }, (_, i) => `(${200 + i}, 'Case ${200 + i}', 1, 1777000000, 7, 1, NULL, 1777000000)`);
      await run(`INSERT INTO cases VALUES ${more.join(', ')}`);
      const { store } = await opened.desk();
      await run(
        `UPDATE cases SET title = 'Mended', urgency = 1, touched = 1777900000 WHERE id = 101`,
        'INSERT INTO notes VALUES (7, 102, 2, 1777897800, false)',
        `INSERT INTO work VALUES (7, 102, 2, '2026-05-04 12:00:00', 300)`
      );
      await store.refreshNow();
      const { lastRefresh, lastError } = store.state();
      expect([lastRefresh?.kind, lastError]).toEqual(['increment', null]);
      // forty cases, the labels and most notes were not sent anew
      expect(lastRefresh?.rows).toBeLessThan(25);
      expect(await opened.ask({ metric: 'time_to_first_response', groupBy: ['owner'] })).toEqual([
        ['Ann', 1800.25],
        ['(unassigned)', 12600],
      ]);
      expect(await opened.ask({ kind: 'records', metric: 'closed', columns: ['subject', 'priority'], limit: 1 })).toEqual([['Mended', 'Normal']]);
    });

    it('says what stays empty, to administrators: when it is tested, and with the state of the data', async () => {
      await run(...host.showAll(opened.place));
      const { message, remarks } = await opened.test();
      expect(message).toMatch(/^Connected: 2 tickets, 6 messages, /);
      expect(remarks).toEqual(
        expect.arrayContaining([
          'The layout "tinydesk" has nothing for agent_status: Tinydesk keeps no presence.',
          'The layout "tinydesk" finds nothing for survey here: its module for ratings is not installed.',
          'The layout "tinydesk" does not fill customer: org_id, updated_at.',
          expect.stringMatching(/^The layout "tinydesk" does not fill ticket: created_by, channel \(all cases come by mail\), org_id, /),
        ])
      );
      const status = async (caller: Caller) =>
        (
          await resource(
            await opened.desk(),
            caller,
            { context: CONTEXT, method: 'GET', path: 'status', url: '', body: new Uint8Array(), params: new URLSearchParams() },
            NEVER
          )
        ).body as { remarks: ReadonlyArray<{ text: string }> };
      expect((await status(ADMIN)).remarks.map(({ text }) => text)).toEqual(remarks);
      expect((await status(VIEWER)).remarks).toEqual([]);
    });

    it('reads the table of a module where it is there', async () => {
      await run(host.ratings, 'INSERT INTO ratings VALUES (1, 101, 4, 1777894200)');
      expect(await opened.ask({ metric: 'csat', statistics: ['mean'] })).toEqual([[4]]);
      await run(`REVOKE SELECT ON ratings FROM ${host.readerName}`);
      const remarks: string[] = [];
      await (await opened.desk()).source.inspect(NEVER, ({ text }) => remarks.push(text));
      const grant = `GRANT SELECT ON ${host.tableName(opened.place, 'ratings')} TO ${host.readerName};`;
      expect(remarks).toEqual(expect.arrayContaining(host.unread.map((text) => text.replace('$', grant))));
    });

    it.each<[string, string, string]>([
      ['a table', 'ALTER TABLE cases RENAME TO casses', 'The layout "tinydesk" needs the table "cases", which is not there. Did you mean "casses"?'],
      [
        'a column',
        'ALTER TABLE notes RENAME COLUMN sent TO sent_at',
        'The layout "tinydesk" needs the column "sent" of the table "notes", which is not there. Did you mean "sent_at"?',
      ],
    ])('names %s that it needs and does not find', async (_, change, message) => {
      await run(change, ...host.showAll(opened.place));
      await expect(opened.test()).rejects.toMatchObject({
        category: 'schema',
        message,
        hint: 'The tables of Tinydesk are expected, as it makes them itself: check the database, the schema and the layout in the data source’s settings.',
      });
    });

    it('names what the user may not read', async () => {
      const instance = await opened.open();
      await run(...host.denyPart(opened.place));
      await expect(health(instance, ADMIN, 0, NEVER)).rejects.toMatchObject({
        category: 'auth',
        message: 'The user may not read "works_here" of the table "people".',
        hint: `As ${host.granter}, run: GRANT SELECT (${host.columnName('works_here')}) ON ${host.tableName(opened.place, 'people')} TO ${host.readerName};`,
      });
    });

    it.each<[string, string, RegExp]>([
      [
        'one that is newer',
        `UPDATE about SET value = '2.11.1' WHERE "key" = 'version'`,
        /ago\. .*This Tinydesk is newer than 2\.10, the newest that the layout "tinydesk" knows: its tables say "2\.11\.1"\./,
      ],
      ['none', `DELETE FROM about WHERE "key" = 'version'`, /This Tinydesk does not say its version; the layout "tinydesk" knows 2\.0 to 2\.10\.( |$)/],
    ])('reads on, and says so, where the version is not known: %s', async (_, change, said) => {
      await run(change);
      expect((await opened.test()).message).toMatch(said);
      expect(await opened.ask({ metric: 'opened' })).toEqual([[2]]);
    });

    it('refuses a version that is too old, whatever else it lacks', async () => {
      await run(`UPDATE about SET value = '1.99' WHERE "key" = 'version'`, 'DROP TABLE notes');
      await expect(opened.test()).rejects.toMatchObject({
        category: 'schema',
        message: 'This Tinydesk is older than 2.0, the oldest that the layout "tinydesk" reads: its tables say "1.99".',
      });
    });

    it.each<[string, string, string]>([
      [
        'is refused',
        'SELECT nonsense AS ticket_id FROM cases',
        `The layout "tinydesk" does not fit this database: the SELECT for ticket is refused (${host.noColumn}).`,
      ],
      [
        'misspells a column',
        'SELECT id AS ticket_id, title AS subjct FROM cases',
        'The layout "tinydesk" names a column "subjct" of ticket, which has none of that name. Did you mean "subject"?',
      ],
      ['forgets a required one', 'SELECT id AS ticket_id FROM cases', 'layout "tinydesk", table "ticket" has no column "created_at", which is required.'],
      [
        'gives a wrong value',
        `SELECT id AS ticket_id, ${host.ownInstant('opened')} AS created_at, 'nobody' AS created_by FROM cases WHERE id = 101`,
        'layout "tinydesk", table "ticket", ticket_id "101", column "created_by": "nobody" is not one of customer, agent, bot, system.',
      ],
    ])('a layout whose SELECT %s is told so', async (_, select, message) => {
      const ticket: LayoutSelect<'ticket'> = { ...(tinydesk.tables.ticket as LayoutSelect<'ticket'>), select: () => select };
      const { store } = await opened.open('tinydesk', { ...tinydesk, tables: { ...tinydesk.tables, ticket } });
      await store.ready(20_000, NEVER);
      const { lastError } = store.state();
      expect([lastError?.message, lastError?.category]).toEqual([message, 'schema']);
    });

    it('reads what it says that it reads, and nothing else', async () => {
      await run(host.ratings);
      for (const [table, from] of Object.entries(tinydesk.tables)) {
        if (!('none' in from)) {
          expect([table, await opened.place.columnsRead(from.select(opened.place.flavour, EVERYTHING))]).toEqual([table, allReads(from)]);
        }
      }
    });
  })
);

it('is no layout where the test does not hand it in, nor for files', () => {
  const path = '/nowhere';
  expect(() => createSource({ type: 'files', path, layout: 'tinydsk' }, { ...LAYOUTS, tinydesk })).toThrow(
    'The setting "source.layout" "tinydsk" is no layout.'
  );
  expect(() => createSource({ type: 'files', path, layout: 'tinydesk' }, { ...LAYOUTS, tinydesk })).toThrow(
    'The layout "tinydesk" reads PostgreSQL and MySQL or MariaDB, not files. For files there is: canonical.'
  );
  expect(() => createSource({ type: 'files', path, layout: 'tinydesk' })).toThrow('The setting "source.layout" "tinydesk" is no layout. One of: canonical.');
});
