import { describeWithMariadb } from '../../../../tests/servers/describe-with-mariadb';
import { identifier } from '../../sources/connections/mysql/flavour';
import { testDatabase } from '../../sources/connections/mysql/database.fixture';
import { PLAIN_RULES } from '../../sources/rows/rules';
import { asksBeforeItReads, keepsRows, keptForTest } from './increments.fixture';

jest.setTimeout(300_000);

/** Keys in other character sets, and case-insensitive: their bytes count. */
const TABLES = [
  `CREATE TABLE ticket (ticket_id int PRIMARY KEY, created_at timestamp(3) NULL, subject text, requester_id text, updated_at timestamp(3) NULL)`,
  `CREATE TABLE message (message_id bigint PRIMARY KEY, ticket_id int, sent_at datetime(3), author_kind text, kind text, updated_at datetime(3))`,
  `CREATE TABLE ticket_event (event_id uuid PRIMARY KEY, ticket_id int, at timestamp(3) NULL, field text, to_value text)`,
  `CREATE TABLE time_entry (entry_id varchar(40) CHARACTER SET latin1 PRIMARY KEY, ticket_id int, at timestamp(3) NULL, seconds double, updated_at datetime(3))`,
  `CREATE TABLE survey (survey_id int PRIMARY KEY, ticket_id int, kind text, scale_min int, scale_max int, score decimal(5, 2))`,
  `CREATE TABLE customer (customer_id varchar(40) PRIMARY KEY, name text, org_id text)`,
  `CREATE TABLE ticket_sla (ticket_id int, policy_id varchar(40) COLLATE utf8mb4_bin, "from" timestamp(3) NULL, "to" timestamp(3) NULL, updated_at timestamp(3) NULL)`,
  `CREATE TABLE agent_status (agent_id char(40), status text, availability enum('busy', 'away'), "from" datetime(6), "to" datetime(3), updated_at datetime(6), UNIQUE (agent_id, "from"))`,
];

const MANY_CUSTOMERS = `INSERT INTO customer SELECT seq, 'n' || seq, NULL FROM seq_1_to_1500`;

describeWithMariadb('increments from MariaDB', (server) => {
  const database = testDatabase(server);
  const kept = keptForTest();
  const { load, increment, differences } = kept;

  beforeEach(() => database.run(`SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT', time_zone = '+00:00'`, ...TABLES));

  it('keep the rows that a load would read, after any sequence of inserts, late rows, edits and deletions', async () => {
    const words = {
      insert: (row: string) => `INSERT IGNORE INTO ${row}`,
      upsert: (row: string, _: string, column: string) => `INSERT INTO ${row} ON DUPLICATE KEY UPDATE ${column} = VALUES(${column})`,
      uuid: (text: string) => `CAST(${text} AS uuid)`,
      later: (instant: string, milliseconds: string) => `${instant} + INTERVAL ${milliseconds} * 1000 MICROSECOND`,
    };
    await keepsRows(database, words, kept, 8);
  });

  it('read the ranges of keys that differ, and no others, with one statement a table', async () => {
    await database.run(
      `INSERT INTO ticket SELECT seq, '2026-01-01', 's', 'c', TIMESTAMP '2026-01-01 00:00:00' + INTERVAL seq SECOND FROM seq_1_to_30000`,
      MANY_CUSTOMERS
    );
    const source = database.source();
    await load(source);
    await database.run('DELETE FROM ticket WHERE ticket_id = 15000', `INSERT INTO ticket VALUES (-5, '2026-01-01', 's', 'c', '2020-01-01')`);
    expect(await increment(source, false)).toMatchObject({ rows: 0 });
    const before = server().statements().length;
    expect(await increment(source, false)).toEqual({ kind: 'nothing', rows: 0 });
    const idle = server().statements().slice(before);
    expect(idle.filter((statement) => statement.startsWith('SELECT') && statement.includes(`\`${database.name()}\`.`))).toHaveLength(TABLES.length);
    expect(await increment(source, true)).toMatchObject({ kind: 'applied', rows: 2 });
    expect(await differences(source)).toEqual({});
    const read = await kept
      .connection()
      .runAndReadAll('SELECT CAST(ticket_id AS INTEGER) // 10000 AS of, count(*) FROM changes.main.ticket GROUP BY ALL ORDER BY ALL');
    // the two ranges, and the minutes of the overlap and of late edits
    expect(read.getRows().map((row) => row.map(Number))).toEqual([
      [0, 10_000],
      [1, 9_999],
      [2, 1_260],
      [3, 1],
    ]);
  });

  it('ask whether a large table without a mark has changed before it is sent', async () => {
    await asksBeforeItReads(database, MANY_CUSTOMERS, kept);
  });

  it('read what has no date of its own, a date of zeros too, each time', async () => {
    await database.run(
      `INSERT INTO ticket VALUES (1, '2026-01-01', 's', 'c', '2026-01-01'), (2, '2026-01-01', 's', 'c', 0), (3, '2026-01-01', 's', 'c', NULL)`
    );
    const source = database.source();
    await load(source);
    await database.run(`UPDATE ticket SET subject = 't' WHERE ticket_id > 1`);
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 2 });
    expect(await differences(source)).toEqual({});
  });

  it.each<[string, string]>([
    ['bigint', '1767225600000'],
    ['int', '1767225600'],
    ['decimal(20, 6)', '1767225600'],
  ])('read what changed by an updated_at that is a number of type %s', async (type, from) => {
    const step = Number(from) / 1767225600;
    const insert = (rows: readonly number[]) =>
      `INSERT INTO ticket VALUES ${rows.map((i) => `(${i}, '2026-01-01', 's', 'c', ${Number(from) + 3600 * step * i})`).join(', ')}`;
    await database.run(
      `ALTER TABLE ticket DROP COLUMN updated_at`,
      `ALTER TABLE ticket ADD COLUMN updated_at ${type}`,
      insert(Array.from({ length: 50 }, (_, i) => i))
    );
    const source = database.source();
    await load(source);
    await database.run(
      `UPDATE ticket SET subject = 't', updated_at = updated_at + ${3600 * step * 60} WHERE ticket_id = 7`,
      insert([50]),
      `INSERT INTO ticket VALUES (51, '2026-01-01', 's', 'c', NULL)`
    );
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 3 });
    // the newest before stands in the overlap
    expect((await kept.connection().runAndReadAll('SELECT count(*) FROM changes.main.ticket')).getRows()).toEqual([[4n]]);
    expect(await differences(source)).toEqual({});
  });

  it.each<[string, string, string]>([
    ['int', '-2000000000', '1'],
    ['int(9) zerofill', '42', '1'],
    ['bigint unsigned', '18446744073709551615', '1'],
    ['mediumint', '-20000', '1'],
    ['varchar(9) CHARACTER SET latin1', `'\u00c9a|B'`, `'x'`],
    ['varchar(9) CHARACTER SET utf16', `'\u{1F3AB}'`, `'x'`],
    ['char(9)', `'a'`, `'x'`],
    ['varbinary(9)', `'\u00e9'`, `'x'`],
    ['uuid', `'3CDB2FF1-2753-4A83-92E7-5532BF59F0D7'`, 'uuid()'],
    [`enum('x', 'Y')`, `'Y'`, `'x'`],
  ])('know a key of type %s again by its digest', async (type, key, other) => {
    await database.run(
      `DROP TABLE time_entry`,
      `CREATE TABLE time_entry (entry_id ${type}, ticket_id int, at timestamp(3) NULL, seconds double)`,
      `INSERT INTO time_entry VALUES (${key}, 1, '2026-01-01', 1), (${other}, 1, '2026-02-01', 1)`
    );
    const source = database.source();
    await load(source);
    expect(await increment(source, true)).toEqual({ kind: 'applied', rows: 0 });
    // the newest row alone, which stands in the overlap
    expect((await kept.connection().runAndReadAll('SELECT count(*) FROM changes.main.time_entry')).getRows()).toEqual([[1n]]);
  });

  it.each<[string, string]>([
    ['datetime(6)', '1969-12-31 23:59:59.123456'],
    ['datetime(6)', '2026-03-28 07:52:45.999999'],
    ['datetime', '2026-01-01'],
    ['timestamp(6)', '2026-03-28 07:52:45.999999'],
  ])('know an instant of type %s in a key again by its digest: %s', async (type, instant) => {
    await database.run(
      `ALTER TABLE agent_status MODIFY "from" ${type}`,
      `INSERT INTO agent_status VALUES ('A', 's', 'busy', '${instant}', NULL, '2026-01-01'), ('b', 's', 'busy', '2026-02-01', NULL, '2026-02-01')`
    );
    const source = database.source({ rules: { ...PLAIN_RULES, timeZone: 'UTC' } });
    await load(source);
    expect(await increment(source, true)).toEqual({ kind: 'applied', rows: 0 });
    expect((await kept.connection().runAndReadAll('SELECT agent_id FROM changes.main.agent_status')).getRows()).toEqual([['b']]);
  });

  it.each<[string, string]>([
    ['a column came', 'ALTER TABLE ticket ADD COLUMN priority text'],
    ['a column has gone', 'ALTER TABLE ticket DROP COLUMN subject'],
    ['a column is of another type', 'ALTER TABLE ticket MODIFY ticket_id bigint'],
    ['a table came', 'CREATE TABLE agent (agent_id text)'],
    ['a table has gone', 'DROP TABLE survey'],
  ])('ask for a load where %s', async (_, change) => {
    const source = database.source();
    await load(source);
    await database.run(change);
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });

  it('ask for a load where a view has another definition, as far as the user may see it', async () => {
    await database.run(`CREATE VIEW agent AS SELECT 'a' AS agent_id WHERE 1 = 1`, `GRANT SHOW VIEW ON ${identifier(database.name())}.* TO ${server().user}`);
    const source = database.source();
    await load(source);
    expect((await increment(source, false)).kind).not.toBe('reload');
    await database.run(`CREATE OR REPLACE VIEW agent AS SELECT 'a' AS agent_id WHERE 1 = 0`);
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });
});
