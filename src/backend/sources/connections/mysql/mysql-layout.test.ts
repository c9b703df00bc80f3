import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { CANONICAL_TABLES } from '../../../canonical/tables';
import type { HelpdeskLayout, LayoutSelect } from '../../layouts/layout';
import { PLAIN_RULES } from '../../rows/rules';
import { loadFault, NEVER, testTarget } from '../../testing/target';
import { testDatabase } from './database.fixture';
import { createMysqlSource } from './mysql-source';

jest.setTimeout(30_000);

/** A layout of one table of a helpdesk’s own. */
function layoutOf(select: LayoutSelect<'ticket'>['select']): HelpdeskLayout {
  const none = Object.fromEntries(CANONICAL_TABLES.map(({ name }) => [name, { none: 'it is of no use here' }])) as HelpdeskLayout['tables'];
  return { kind: 'helpdesk', label: 'Things', connections: ['mysql'], version: null, tables: { ...none, ticket: { reads: { things: ['id'] }, select } } };
}

describeWithMariadb('a layout on mysql', (server) => {
  const { run, options } = testDatabase(server);

  const read = async (select: LayoutSelect<'ticket'>['select'], timeZone = 'UTC') => {
    const source = createMysqlSource(options({ rules: { ...PLAIN_RULES, timeZone } }), { name: 'things', layout: layoutOf(select) });
    const target = await testTarget();
    try {
      await source.load(target, NEVER, () => undefined);
      return (await target.all()).ticket;
    } finally {
      target.close();
    }
  };

  it('keeps what columns are, through expressions, WITH and windows: flags, large ids, dates of zeros, texts in several character sets', async () => {
    await run(
      "SET SESSION sql_mode = ''",
      `CREATE TABLE things (id bigint unsigned, opened datetime, closed datetime, touched timestamp(3) NULL, spam tinyint(1), test bit(1),
        name varchar(40) CHARACTER SET latin1, title varchar(40) COLLATE utf8mb4_unicode_ci, kind enum('mail', 'phone'), extra longtext)`,
      `INSERT INTO things VALUES (18446744073709551615, '2026-01-01', '0000-00-00', '2026-01-03', 1, b'0', 'caf\u00e9', '\u{1F3AB}', 'phone', '{"a": {"b": ["x", null, 7]}}'),
        (2, '2026-01-02', '2026-01-02 10:00:00', NULL, 0, b'1', NULL, NULL, NULL, 'no JSON')`
    );
    const tickets = await read(
      (sql) => `
        WITH newest AS (SELECT things.*, row_number() OVER (PARTITION BY id ORDER BY opened DESC) AS n FROM things)
        SELECT id AS ticket_id, opened AS created_at, CASE WHEN n = 1 THEN closed END AS closed_at, coalesce(touched, opened) AS updated_at,
          spam AND NOT test AS is_spam, CASE WHEN test THEN spam END AS is_test, ${sql.text('name')} || ${sql.text('title')} AS subject, kind AS channel,
          ${sql.json('extra', 'a', 'b', 0)} AS category, ${sql.json('extra', 'a', 'b', 1)} AS priority, ${sql.json('extra', 'a', 'b', 2)} AS number,
          CASE WHEN ${sql.same('kind', 'NULL')} THEN 'none' ELSE ${sql.literal("it's \\ ")} END AS owner_id
        FROM newest
        UNION ALL
        SELECT 3, opened, NULL, NULL, FALSE, NULL, ${sql.text("'z'")}, 'chat', NULL, NULL, NULL, NULL FROM things WHERE kind = 'mail'`
    );
    expect(tickets).toEqual([
      expect.objectContaining({
        ticket_id: '18446744073709551615',
        closed_at: null,
        is_spam: true,
        is_test: false,
        subject: 'caf\u00e9\u{1F3AB}',
        channel: 'phone',
        category: 'x',
        priority: null,
        number: '7',
        owner_id: "it's \\",
      }),
      expect.objectContaining({ ticket_id: '2', closed_at: String(Date.UTC(2026, 0, 2, 10)), is_spam: false, is_test: false, subject: null, owner_id: null }),
    ]);
  });

  it('reads a TIMESTAMP as the helpdesk’s own sessions do, whose zone is the server’s', async () => {
    await run(
      'SET SESSION time_zone = @@GLOBAL.time_zone',
      'CREATE TABLE things (id int, opened timestamp NULL, closed timestamp NULL)',
      `INSERT INTO things VALUES (1, '2026-07-01 12:00:00', NULL)`
    );
    const [ticket] = await read(
      (sql) => `SELECT id AS ticket_id, ${sql.shown('opened')} AS created_at, ${sql.shown('closed')} AS closed_at FROM things`,
      'Europe/Amsterdam'
    );
    expect(ticket).toMatchObject({ created_at: String(Date.UTC(2026, 6, 1, 10)), closed_at: null });
  });

  it('that knows its clocks to be UTC’s lets the settings say those of a table that they name', async () => {
    await run(
      'CREATE TABLE things (id int, opened datetime)',
      `INSERT INTO things VALUES (1, '2026-07-01 12:00:00')`,
      'CREATE TABLE shifts (agent_id int, availability varchar(9), "from" datetime)'.replaceAll('"', '`'),
      `INSERT INTO shifts VALUES (1, 'busy', '2026-07-01 12:00:00')`
    );
    const layout: HelpdeskLayout = { ...layoutOf(() => 'SELECT id AS ticket_id, opened AS created_at FROM things'), clocks: 'utc' };
    const rules = { ...PLAIN_RULES, timeZone: 'Europe/Amsterdam' };
    const target = await testTarget();
    const said: string[] = [];
    const source = createMysqlSource(options({ rules, named: { agent_status: 'shifts' } }), { name: 'things', layout });
    await source.load(
      target,
      NEVER,
      () => undefined,
      ({ text }) => said.push(text)
    );
    expect(await target.all()).toMatchObject({
      ticket: [{ created_at: String(Date.UTC(2026, 6, 1, 12)) }],
      agent_status: [{ from: String(Date.UTC(2026, 6, 1, 10)) }],
    });
    expect(said).toEqual([
      'Instants without a time zone are read as UTC, as Things keeps them: ticket.created_at.',
      'Instants without a time zone are read as Europe/Amsterdam, by the setting source.databaseTimeZone: agent_status.from.',
    ]);
    target.close();
  });

  it('cuts no list short: a long one is whole, one that is too long is refused by its row', async () => {
    await run('CREATE TABLE things AS SELECT 1 AS id', 'CREATE TABLE labels AS SELECT seq AS label FROM seq_1_to_200000');
    const listed = (times: number) =>
      layoutOf(
        (sql) => `
          SELECT id AS ticket_id, CURRENT_TIMESTAMP AS created_at,
            (SELECT ${sql.list(sql.text('label'), 'label')} FROM labels WHERE label <= ${100_000 * times}) AS tags
          FROM things`
      );
    const target = await testTarget();
    await createMysqlSource(options(), { name: 'things', layout: listed(1) }).load(target, NEVER, () => undefined);
    expect((await target.connection.runAndReadAll(`SELECT len(tags) FROM ${target.schema}.ticket`)).getRows()).toEqual([[100_000n]]);
    target.close();
    await run('UPDATE labels SET label = label + 10000000000');
    expect(
      await loadFault(
        createMysqlSource(options(), {
          name: 'things',
          layout: layoutOf(
            (sql) => `
          SELECT id AS ticket_id, CURRENT_TIMESTAMP AS created_at, (SELECT ${sql.list(`repeat(${sql.text('label')}, 2)`, 'label')} FROM labels) AS tags FROM things`
          ),
        })
      )
    ).toMatchObject({
      category: 'schema',
      message: expect.stringMatching(/ticket_id "1", column "tags": [0-9,]+ bytes are longer than the 4 MB that a value may have\.$/) as unknown,
    });
  });

  it('is told where texts do not go together', async () => {
    await run(
      'CREATE TABLE things (id int, a varchar(9) COLLATE utf8mb4_unicode_ci, b varchar(9) COLLATE utf8mb4_general_ci)',
      `INSERT INTO things VALUES (1, 'a', 'b')`
    );
    const layout = layoutOf(() => 'SELECT id AS ticket_id, CURRENT_TIMESTAMP AS created_at FROM things WHERE a = b');
    expect(await loadFault(createMysqlSource(options(), { name: 'things', layout }))).toMatchObject({
      category: 'schema',
      message: 'The layout "things" does not fit this database: the SELECT for ticket is refused (error 1267).',
    });
  });
});

describeWithMariadb(
  'a layout on a server that is too old for it',
  (server) => {
    const { run, options } = testDatabase(server);

    it('says which one it takes', async () => {
      await run('CREATE TABLE things (id int)');
      const layout = layoutOf(() => 'SELECT id AS ticket_id, CURRENT_TIMESTAMP AS created_at FROM things');
      expect(await loadFault(createMysqlSource(options(), { name: 'things', layout }))).toMatchObject({
        category: 'schema',
        message: 'A helpdesk’s own tables are read of MySQL 8 or MariaDB 10.2 and later; this is 10.1.48-MariaDB.',
      });
    });
  },
  { settings: { version: '10.1.48-MariaDB' } }
);
