import { health } from '../../src/backend/app/health';
import { createSource, type SourceOptions } from '../../src/backend/sources';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import { SourceError } from '../../src/backend/sources/source';
import { NEVER } from '../../src/backend/sources/testing/target';
import type { Caller } from '../../src/backend/app/access/caller';
import { HOSTS } from './hosts';
import { tinydesk } from './layout';
import { ADMIN, MAY, Opened } from './opened.fixture';

jest.setTimeout(60_000);

describe.each(HOSTS)('tables of Tinydesk in $name that another layout is to read', (host) => {
  host.describe('through a layout', (open) => {
    let opened: Opened;
    beforeEach(async () => {
      opened = new Opened(await open());
    });
    afterEach(() => opened.close());

    /** What “Save & test” says while a layout is chosen. */
    const test = async (layout: string, caller: Caller = ADMIN) => health(await opened.open(layout), caller, MAY.toMs, NEVER);

    it('are recognised, with their version and what would stay empty, before anything is loaded', async () => {
      const { ok, message, details } = await test('canonical');
      expect(ok).toBe(false);
      expect(message).toMatch(
        /^These are Tinydesk’s tables: choose the layout "tinydesk"\. This Tinydesk says version "2\.10"; the layout "tinydesk" knows 2\.0 to 2\.10\. As they are, the layout "canonical" cannot read them: (The schema .* has no table or view "ticket"|The user may not read the table "ticket")/
      );
      expect(message).toMatch(/ With the layout "tinydesk", \d+ reports will have no data: .*CSAT.* \(needs survey\)/);
      const { proposal } = details as { proposal: { remarks: ReadonlyArray<{ text: string }>; reportsWithoutData: readonly object[] } };
      expect(proposal).toMatchObject({ layout: 'tinydesk', label: 'Tinydesk', problem: null });
      expect(proposal.remarks.map(({ text }) => text)).toContain(
        'The layout "tinydesk" finds nothing for survey here: its module for ratings is not installed.'
      );
      expect(proposal.reportsWithoutData).toContainEqual(expect.objectContaining({ metric: 'csat', needs: ['survey'] }));
    });

    it('are not told to who is no administrator, nor proposed where they are chosen', async () => {
      await expect(test('canonical', { ...ADMIN, role: 'Editor' })).rejects.toThrow(SourceError);
      expect(await test('tinydesk')).toMatchObject({ ok: true });
    });

    it('are recognised where a canonical table is there that is none', async () => {
      await opened.place.run('CREATE TABLE ticket (id int)');
      await opened.place.grant(['ticket']);
      expect((await test('canonical')).message).toMatch(/^These are Tinydesk’s tables: .* table "ticket" has no column "ticket_id", which is required/s);
    });

    it('look like them where a column is missing, and what is in the way is told', async () => {
      await opened.place.run('ALTER TABLE notes DROP COLUMN hidden');
      expect((await test('canonical')).message).toMatch(
        /^These look like Tinydesk’s tables: .*Before it can be read: The layout "tinydesk" needs the column "hidden" of the table "notes", which is not there\./
      );
    });
  });
});

describe.each(HOSTS.filter(({ name }) => name === 'PostgreSQL'))('tables of Tinydesk in $name', (host) => {
  host.describe('that nobody may read yet', (open) => {
    it('are recognised, with the grants that let them be read; and where another helpdesk is chosen', async () => {
      const { source, password, drop } = await open();
      const read = (layout: string) =>
        createSource({ ...source, tls: { mode: 'disable' }, password, layout } as unknown as SourceOptions, { ...LAYOUTS, tinydesk }).inspect(NEVER);
      await expect(read('canonical')).rejects.toThrow(
        /^These are Tinydesk’s tables: .*Before it can be read: The user may not read the tables .*GRANT SELECT ON/
      );
      await expect(read('chatwoot')).rejects.toThrow(/^These are Tinydesk’s tables: choose the layout "tinydesk"\./);
      await drop();
    });
  });
});
