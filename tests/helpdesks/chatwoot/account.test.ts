import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { readTables } from '../read-tables';
import { expectReads } from '../reads';
import { openChatwoot, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

describeWithPostgres('a Chatwoot database', (server) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openChatwoot(server(), '4.14', []);
  });
  afterEach(() => opened.close());

  it.each<[string, object, string]>([
    ['none is chosen of several', { layoutOptions: {} }, 'This Chatwoot has the accounts 1 (Example), 2 (Another).'],
    [
      'one is chosen that there is not',
      { layoutOptions: { account: '7' } },
      'There is no account "7". This Chatwoot has the accounts 1 (Example), 2 (Another).',
    ],
    [
      'one is chosen that is none',
      { layoutOptions: { account: "1' OR '1'='1" } },
      `There is no account "1' OR '1'='1". This Chatwoot has the accounts 1 (Example), 2 (Another).`,
    ],
  ])('names its accounts where %s', async (_, more, message) => {
    await expect(opened.remarks(more)).rejects.toMatchObject({
      category: 'config',
      message,
      hint: 'Choose one in "source.layoutOptions.account" of the data source’s settings.',
    });
  });

  it('needs no choice where there is one account, and says which it reads', async () => {
    expect(await opened.remarks({ layoutOptions: { account: '2' } })).toContain('The layout "chatwoot" reads the account 2 (Another).');
    await opened.admin.query('DELETE FROM accounts WHERE id = 2');
    expect(await opened.remarks({ layoutOptions: {} })).toContain('The layout "chatwoot" reads the account 1 (Example).');
    await opened.admin.query('DELETE FROM accounts');
    await expect(opened.remarks({ layoutOptions: {} })).rejects.toMatchObject({ message: 'This Chatwoot has no accounts.' });
  });

  it('has no other options, nor have the canonical tables any', () => {
    expect(() => opened.source({ layoutOptions: { acount: '1' } })).toThrow(
      'The layout "chatwoot" has no option "acount" ("source.layoutOptions"). Did you mean "account"?'
    );
    expect(() => opened.source({ layout: 'canonical' })).toThrow('The layout "canonical" has no option "account" ("source.layoutOptions").');
  });

  it('that is older than 4.2 is refused by name, whatever else it lacks', async () => {
    await opened.admin.query('ALTER TABLE inboxes DROP csat_config');
    await opened.admin.query('DROP TABLE csat_survey_responses');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'schema',
      message: 'This Chatwoot is older than 4.2, the oldest that the layout "chatwoot" reads: its table "inboxes" has no column "csat_config".',
    });
  });

  it('that is something else is told what is missing', async () => {
    await opened.admin.query('DROP TABLE inboxes');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'schema',
      message: expect.stringContaining('The layout "chatwoot" needs the table "inboxes", which is not there.') as string,
    });
  });

  it('says what stays empty before anything is loaded', async () => {
    const newest = await opened.remarks();
    expect(newest).toEqual(
      expect.arrayContaining([
        'The layout "chatwoot" has nothing for stage: Chatwoot has no stages.',
        'The layout "chatwoot" has nothing for calendar_exception: Chatwoot keeps no holidays.',
        'The layout "chatwoot" has nothing for time_entry: Chatwoot keeps no time that was worked.',
        'The layout "chatwoot" cannot tell how long a conversation was snoozed: Chatwoot writes it in texts alone.',
        expect.stringMatching(/^The layout "chatwoot" cannot tell transfers, .*: Chatwoot keeps no history of assignees and teams\.$/),
        expect.stringContaining('merged_into_id (Chatwoot merges contacts, not conversations)'),
      ])
    );
    const oldest = await openChatwoot(server(), '4.2', []);
    try {
      expect(await oldest.remarks()).toEqual(
        expect.arrayContaining([
          'The layout "chatwoot" finds nothing for ticket_sla here: SLA policies are of its Enterprise edition.',
          'The layout "chatwoot" finds nothing for agent_status here: only its Enterprise edition keeps what agents set.',
        ])
      );
    } finally {
      await oldest.close();
    }
  });

  it('reads what it says that it reads, and nothing else', () => expectReads(opened.place, 'chatwoot'));

  it('needs the rights that the guide grants, and no others', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/helpdesks/chatwoot.md'), 'utf8');
    const granted = [...guide.matchAll(/^GRANT SELECT ON([^;]*?)TO grafana_reader;/gm)].flatMap(([, tables]) => tables.split(',').map((table) => table.trim()));
    expect(granted.sort()).toEqual(readTables('chatwoot'));
  });

  it('names all that the user may not read at once, with the statements that give the rights', async () => {
    await opened.admin.query('REVOKE SELECT ON accounts, conversations, working_hours, companies FROM reader');
    await expect(opened.remarks()).rejects.toMatchObject({
      category: 'auth',
      message: 'The user may not read the tables "accounts", "conversations", "working_hours", "companies".',
      hint: expect.stringMatching(/^As the owner of the tables, run: GRANT SELECT ON .*"conversations".* TO "reader";$/) as string,
    });
  });

  it('stays empty where the user may not read what only some have, and says how to give the right', async () => {
    await opened.admin.query('REVOKE SELECT ON companies, audits FROM reader');
    const remarks = await opened.remarks();
    expect(remarks).toContain('The layout "chatwoot" finds nothing for agent_status here: the user may not read it.');
    expect(remarks).toContainEqual(expect.stringMatching(/To read it, run as the owner of the tables: GRANT SELECT ON .*"audits".*;$/));
    expect(await opened.rows()).toMatchObject({ agent: expect.any(Array) as unknown[] });
  });

  it('is read with rights to the columns that are read, and no others', async () => {
    await opened.admin.query('REVOKE SELECT ON users FROM reader');
    await opened.admin.query('GRANT SELECT (id, name) ON users TO reader');
    expect((await opened.rows()).agent).toHaveLength(5);
  });
});
