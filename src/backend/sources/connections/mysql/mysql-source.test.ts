import { describeWithMariadb } from '../../../../../tests/servers/describe-with-mariadb';
import { NEVER, testTarget } from '../../testing/target';
import { testDatabase } from './database.fixture';

jest.setTimeout(30_000);

const AMSTERDAM = { rules: { timeZone: 'Europe/Amsterdam', unassignedIds: [] } };

describeWithMariadb('mysql', (server) => {
  const { run, query, source, load } = testDatabase(server);

  it.each<[string, string, string, string]>([
    ['TIMESTAMP, an instant whatever the zones', 'timestamp(3)', "'2026-03-28 13:37:45.123'", '1774684365123'],
    ['DATETIME, in the zone of the database', 'datetime(6)', "'2026-03-28 08:52:45.123999'", '1774684365123'],
    ['DATETIME of an hour that is there twice: the first', 'datetime', "'2026-10-25 02:30:00'", String(Date.UTC(2026, 9, 25, 0, 30))],
    ['DATETIME before 1970', 'datetime(4)', "'1969-12-31 23:59:59.9995'", '-3600001'],
    ['DATETIME long after', 'datetime(6)', "'2999-12-31 23:59:59.999999'", String(Date.UTC(2999, 11, 31, 22, 59, 59, 999))],
    ['DATETIME on a leap day', 'datetime', "'2024-02-29 12:00:00'", String(Date.UTC(2024, 1, 29, 11))],
    ['DATE', 'date', "'2026-03-28'", String(Date.UTC(2026, 2, 27, 23))],
    ['text with an offset', 'varchar(40)', "'2026-03-28T09:52:45.123+02:00'", '1774684365123'],
    ['bigint milliseconds', 'bigint', '1774684365123', '1774684365123'],
    ['bigint unsigned', 'bigint unsigned', '1774684365', '1774684365000'],
    ['int seconds', 'int unsigned', '1774684365', '1774684365000'],
    ['decimal seconds', 'decimal(20, 3)', '1774684365.123', '1774684365123'],
    ['double seconds', 'double', '1774684365.5', '1774684365500'],
  ])('reads an instant from %s', async (_, type, value, expected) => {
    await run(`CREATE TABLE ticket (ticket_id int, created_at ${type})`, `INSERT INTO ticket VALUES (1, ${value})`);
    expect((await load(AMSTERDAM)).ticket).toEqual([expect.objectContaining({ created_at: expected })]);
  });

  it('reads ids, tags, attributes, flags, words and times from whatever holds them', async () => {
    await run(
      `CREATE TABLE \`Ticket\` (\`Ticket_Id\` bigint unsigned, created_at datetime, owner_id uuid, team_id decimal(9, 2), pipeline_id smallint, number char(8), subject mediumtext CHARACTER SET latin1,
        tags longtext, attributes json, is_spam tinyint(1), is_test bit(1), is_deleted bit(8), created_by enum('bot', 'agent'), org_id varbinary(20), closed_at datetime, updated_at timestamp NULL, ignored blob)`,
      `INSERT INTO Ticket VALUES (18446744073709551615, '2026-01-01', '3cdb2ff1-2753-4a83-92e7-5532bf59f0d7', 5.00, 3, 'N1', 'caf\u00e9', '["a","b,c"]', '{ "plan": "gold" }', 1, b'1', 0, 'bot', 'o', '2026-01-02', '2026-01-03', x'ff'),
        (8, '2026-01-02', NULL, 5.50, NULL, NULL, '\u{1F3AB} \\\\', '[]', NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL)`.replace(
        "'\u{1F3AB} \\\\'",
        "'back\\\\slash'"
      ),
      `CREATE TABLE survey (survey_id int, kind varchar(10), scale_min tinyint, scale_max decimal(4,1), score float, has_comment varchar(5), sent_at year)`,
      `INSERT INTO survey VALUES (1, 'csat', 1, 5, 4.5, 'yes', NULL)`,
      `CREATE TABLE calendar (calendar_id int, time_zone varchar(20))`,
      `INSERT INTO calendar VALUES (1, 'UTC')`,
      `CREATE VIEW calendar_hours AS SELECT 1 AS calendar_id, 1 AS weekday, CAST('09:00' AS time) AS start, CAST('24:00' AS time) AS \`end\`, CAST('2026-01-01' AS date) AS valid_from, CAST('2027-01-01' AS datetime) AS valid_to`,
      `CREATE VIEW agent AS SELECT 'a' AS agent_id, '\u{1F600}' AS name`
    );
    expect(await load()).toMatchObject({
      ticket: [
        {
          ticket_id: '18446744073709551615',
          owner_id: '3cdb2ff1-2753-4a83-92e7-5532bf59f0d7',
          team_id: '5',
          pipeline_id: '3',
          number: 'N1',
          subject: 'caf\u00e9',
          tags: ['a', 'b,c'],
          attributes: '{"plan":"gold"}',
          is_spam: true,
          is_test: true,
          is_deleted: false,
          created_by: 'bot',
          org_id: 'o',
          closed_at: String(Date.UTC(2026, 0, 2)),
          updated_at: String(Date.UTC(2026, 0, 2, 18, 15)),
        },
        {
          ticket_id: '8',
          owner_id: null,
          team_id: '5.5',
          subject: 'back\\slash',
          tags: [],
          attributes: null,
          is_spam: false,
          is_test: false,
          created_by: 'customer',
          org_id: null,
        },
      ],
      survey: [{ scale_min: 1, scale_max: 5, score: 4.5, has_comment: true }],
      calendar_hours: [{ start: '09:00', end: '24:00', valid_from: '2026-01-01', valid_to: '2027-01-01' }],
      agent: [{ name: '\u{1F600}', active: true, is_bot: false }],
    });
  });

  it('takes a date of zeros for none, and refuses one that is zero in part', async () => {
    await run(
      "SET SESSION sql_mode = ''",
      'CREATE TABLE ticket (ticket_id int, created_at datetime, closed_at datetime, updated_at timestamp NULL)',
      "INSERT INTO ticket VALUES (1, '2026-01-01', '0000-00-00 00:00:00', '0000-00-00 00:00:00')",
      'CREATE TABLE calendar_exception (calendar_id int, date date, kind varchar(10))'
    );
    expect((await load()).ticket).toEqual([expect.objectContaining({ closed_at: null, updated_at: null })]);
    await run(
      "INSERT INTO ticket VALUES (2, '2026-01-00 10:00:00', NULL, NULL), (3, '0000-00-00', NULL, NULL)",
      "INSERT INTO calendar_exception VALUES (1, '2026-00-03', 'holiday')"
    );
    await expect(load()).rejects.toMatchObject({
      category: 'schema',
      message: expect.stringContaining('table "ticket", ticket_id "2", column "created_at": "2026-01-00 10:00:00" is no date.') as unknown,
    });
  });

  it('keeps every row, text and null over several batches, and tells its progress', async () => {
    const rows = 130_001;
    await run(
      "CREATE TABLE ticket AS SELECT 'T' AS ticket_id, now() AS created_at, '\u00e9' AS subject",
      `CREATE TABLE message AS SELECT concat('m', seq) AS message_id, concat(repeat('\u00fc', seq % 23), seq) AS ticket_id, CAST('2020-01-01' AS datetime(3)) + INTERVAL seq * 1001000 MICROSECOND AS sent_at,
        CASE WHEN seq % 7 > 0 THEN concat('a', seq) END AS author_id, 'agent' AS author_kind, seq % 3 = 0 AS handover FROM seq_1_to_${rows}`,
      'ANALYZE TABLE message'
    );
    const target = await testTarget();
    const seen: Array<{ table: string; rows: number; total: number | null }> = [];
    await source().load(target, NEVER, (progress) => seen.push(progress));
    const reader = await target.connection.runAndReadAll(`
      WITH m AS (SELECT *, CAST(substr(message_id, 2) AS INTEGER) AS i FROM ${target.schema}.message)
      SELECT CAST(count(DISTINCT i) AS VARCHAR), CAST(count(*) FILTER (WHERE ticket_id = repeat('\u00fc', i % 23) || i AND sent_at = 1577836800000 + i::BIGINT * 1001
        AND author_id IS NOT DISTINCT FROM (CASE WHEN i % 7 > 0 THEN 'a' || i END) AND handover = (i % 3 = 0) AND author_kind = 'agent' AND visibility = 'public' AND updated_at IS NULL) AS VARCHAR) FROM m`);
    expect(reader.getRows()).toEqual([[String(rows), String(rows)]]);
    const messages = seen.filter(({ table }) => table === 'message');
    expect(messages[0]).toMatchObject({ table: 'message', rows: 0 });
    expect(messages.at(-1)).toEqual({ table: 'message', rows, total: rows });
    expect(messages.length).toBeGreaterThanOrEqual(4);
    target.close();
  });

  it('inspects tables, views and columns', async () => {
    await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at, 1 AS other', 'CREATE VIEW team AS SELECT 1 AS team_id');
    expect(await source().inspect(NEVER)).toEqual([
      { name: 'team', columns: ['team_id'], rows: null },
      { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: expect.any(Number) as unknown },
    ]);
  });

  it('reads one snapshot: what is committed during a load comes with the next', async () => {
    await run('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at', 'CREATE TABLE team AS SELECT 1 AS team_id');
    const target = await testTarget();
    let inserted: Promise<unknown> | null = null;
    await source().load(target, NEVER, () => {
      inserted ??= query('INSERT INTO ticket VALUES (2, now())');
    });
    await inserted;
    expect(await target.rows('ticket')).toHaveLength(1);
    expect((await load()).ticket).toHaveLength(2);
    target.close();
  });

  it('refuses a value of 64 MB by its row, without fetching it; those of 4 MB pass', async () => {
    await run(
      'CREATE TABLE ticket (ticket_id int, created_at datetime, subject longtext, number mediumtext)',
      "INSERT INTO ticket VALUES (1, now(), repeat('x', 4194304), 'N'), (2, now(), repeat('\u00fc', 2097152), NULL)"
    );
    expect((await load()).ticket).toHaveLength(2);
    await run("INSERT INTO ticket VALUES (3, now(), repeat('x', 67108864), 'N')", "INSERT INTO ticket VALUES (4, now(), 'x', repeat('\u00fc', 2097153))");
    const sent = async () => Number((await query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Bytes_sent'"))[0].Value);
    const before = await sent();
    await expect(load()).rejects.toMatchObject({
      name: 'SourceError',
      category: 'schema',
      message: [
        'table "ticket", ticket_id "3", column "subject": 67,108,864 bytes are longer than the 4 MB that a value may have.',
        'table "ticket", ticket_id "4", column "number": 4,194,306 bytes are longer than the 4 MB that a value may have.',
      ].join('\n'),
    });
    // the other row's text of 4 MB, and nothing of that size besides
    expect((await sent()) - before).toBeLessThan(16 * 1024 * 1024);
  });
});
