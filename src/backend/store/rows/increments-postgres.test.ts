import { describeWithPostgres } from '../../../../tests/servers/describe-with-postgres';
import { waitsForLock } from '../../../../tests/servers/waits-for-lock';
import { testSchema } from '../../sources/connections/postgres/schema.fixture';
import { SourceError } from '../../sources/source';
import { asksBeforeItReads, keepsRows, keptForTest } from './increments.fixture';

jest.setTimeout(300_000);

const TABLES = `
  CREATE TABLE ticket (ticket_id int PRIMARY KEY, created_at timestamptz NOT NULL, subject text, requester_id text, updated_at timestamptz);
  CREATE TABLE message (message_id bigint PRIMARY KEY, ticket_id int, sent_at timestamp, author_kind text, kind text, updated_at timestamp);
  CREATE TABLE ticket_event (event_id uuid PRIMARY KEY, ticket_id int, at timestamptz, field text, to_value text);
  CREATE TABLE time_entry (entry_id text PRIMARY KEY, ticket_id int, at timestamptz, seconds float8, updated_at timestamptz);
  CREATE TABLE survey (survey_id int PRIMARY KEY, ticket_id int, kind text, scale_min int, scale_max int, score numeric);
  CREATE TABLE customer (customer_id text PRIMARY KEY, name text, org_id text);
  CREATE TABLE ticket_sla (ticket_id int, policy_id text, "from" timestamptz, "to" timestamptz, updated_at timestamptz);
  CREATE TABLE agent_status (agent_id text, status text, availability text, "from" timestamptz, "to" timestamptz, updated_at timestamptz, UNIQUE (agent_id, "from"))`;

describeWithPostgres('increments from PostgreSQL', (server) => {
  const schema = testSchema(server);
  const kept = keptForTest();
  const { load, increment, differences } = kept;

  beforeEach(() => schema.run(TABLES));

  it('keep the rows that a load would read, after any sequence of inserts, late rows, edits and deletions', async () => {
    const words = {
      insert: (row: string) => `INSERT INTO ${row} ON CONFLICT DO NOTHING`,
      upsert: (row: string, key: string, column: string) => `INSERT INTO ${row} ON CONFLICT (${key}) DO UPDATE SET ${column} = EXCLUDED.${column}`,
      uuid: (text: string) => `${text}::uuid`,
      later: (instant: string, milliseconds: string) => `${instant} + ${milliseconds} * interval '1ms'`,
    };
    await keepsRows(schema, words, kept, 25);
  });

  it('read the ranges of keys that differ, and no others', async () => {
    await schema.run(`INSERT INTO ticket SELECT i, '2026-01-01', 's', 'c', '2026-01-01'::timestamp + i * interval '1s' FROM generate_series(1, 30000) i`);
    const source = schema.source();
    await load(source);
    await schema.run(`DELETE FROM ticket WHERE ticket_id = 15000`, `INSERT INTO ticket VALUES (-5, '2026-01-01', 's', 'c', '2020-01-01')`);
    expect(await increment(source, false)).toMatchObject({ rows: 0 });
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
    await asksBeforeItReads(schema, `INSERT INTO customer SELECT i, 'n' || i, NULL FROM generate_series(1, 1500) i`, kept);
  });

  it('read an edit that was committed later than the overlap with the next sweep', async () => {
    await schema.run(`INSERT INTO ticket SELECT i, '2026-01-01', 's', 'c', '2026-01-01'::timestamp + i * interval '1 minute' FROM generate_series(1, 60) i`);
    const source = schema.source();
    await load(source);
    // the transaction began seven minutes before the newest that was read
    await schema.run(`UPDATE ticket SET subject = 'late', updated_at = '2026-01-01 00:53' WHERE ticket_id = 3`);
    expect(await increment(source, false)).toMatchObject({ rows: 0 });
    expect(await increment(source, true)).toMatchObject({ kind: 'applied', rows: 1 });
    expect(await differences(source)).toEqual({});
    expect((await kept.connection().runAndReadAll('SELECT count(*) FROM changes.main.ticket')).getRows()).toEqual([[23n]]);
  });

  it('read with the next sweep an edit of a table in which no row had said when it was edited', async () => {
    await schema.run(`INSERT INTO time_entry SELECT i, i, '2026-01-01'::timestamp + i * interval '1 hour', 60 FROM generate_series(1, 60) i`);
    const source = schema.source();
    await load(source);
    await schema.run(`UPDATE time_entry SET seconds = 90, updated_at = '2026-03-01' WHERE entry_id = '3'`);
    expect(await increment(source, true)).toMatchObject({ kind: 'applied', rows: 1 });
    expect(await differences(source)).toEqual({});
  });

  it.each<[string, string]>([
    ['bigint', '1767225600000'],
    ['int', '1767225600'],
    ['numeric(20, 6)', '1767225600'],
    ['float8', '1767225600'],
  ])('read what changed by an updated_at that is a number of type %s', async (type, from) => {
    const step = Number(from) / 1767225600;
    const insert = (rows: readonly number[]) =>
      `INSERT INTO ticket VALUES ${rows.map((i) => `(${i}, '2026-01-01', 's', 'c', ${Number(from) + 3600 * step * i})`).join(', ')}`;
    await schema.run(
      `ALTER TABLE ticket DROP COLUMN updated_at`,
      `ALTER TABLE ticket ADD COLUMN updated_at ${type}`,
      insert(Array.from({ length: 50 }, (_, i) => i))
    );
    const source = schema.source();
    await load(source);
    await schema.run(
      `UPDATE ticket SET subject = 't', updated_at = updated_at + ${3600 * step * 60} WHERE ticket_id = 7`,
      insert([50]),
      `INSERT INTO ticket VALUES (51, '2026-01-01', 's', 'c', NULL)`
    );
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 3 });
    // the newest before stands in the overlap
    expect((await kept.connection().runAndReadAll('SELECT count(*) FROM changes.main.ticket')).getRows()).toEqual([[4n]]);
    expect(await differences(source)).toEqual({});
  });

  it.each<[string, string]>([
    ['a column came', 'ALTER TABLE ticket ADD COLUMN priority text'],
    ['a column has gone', 'ALTER TABLE ticket DROP COLUMN subject'],
    ['a column is of another type', 'ALTER TABLE ticket ALTER COLUMN ticket_id TYPE bigint'],
    ['a table came', 'CREATE TABLE agent (agent_id text)'],
    ['a table has gone', 'DROP TABLE survey'],
  ])('ask for a load where %s', async (_, change) => {
    const source = schema.source();
    await load(source);
    await schema.run(change);
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });

  it('ask for a load where a view has another definition', async () => {
    const view = (where: string) => `CREATE OR REPLACE VIEW agent AS SELECT 'a'::text AS agent_id WHERE ${where}`;
    await schema.run(view('true'));
    const source = schema.source();
    await load(source);
    expect((await increment(source, false)).kind).not.toBe('reload');
    await schema.run(view('false'));
    expect(await increment(source, false)).toEqual({ kind: 'reload', rows: 0 });
  });

  it.each<[string, string, string]>([
    ['a row is not canonical', `INSERT INTO message VALUES (1, 1, '2026-02-01', 'nobody', 'reply', '2026-02-01')`, 'author_kind'],
    ['a key stands twice', `INSERT INTO ticket_sla SELECT 1, 'p', '2026-02-01', NULL, '2026-02-01' FROM generate_series(1, 2)`, 'stands twice'],
  ])('refuse what a load would refuse, where %s, and go on once it is corrected', async (_, wrong, words) => {
    await schema.run(`INSERT INTO ticket VALUES (1, '2026-01-01', 's', 'c', '2026-01-01')`);
    const source = schema.source();
    await load(source);
    await schema.run(wrong);
    await expect(increment(source, false)).rejects.toThrow(words);
    await expect(increment(source, false)).rejects.toThrow(SourceError);
    await schema.run('TRUNCATE message, ticket_sla', `INSERT INTO ticket VALUES (2, '2026-02-01', 's', 'c', '2026-02-01')`);
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 1 });
    expect(await differences(source)).toEqual({});
  });

  it('do not wait for rows from the future to pass', async () => {
    await schema.run(`INSERT INTO ticket VALUES (1, '2026-01-01', 's', 'c', '2999-01-01')`);
    const source = schema.source();
    await load(source);
    await schema.run(`INSERT INTO ticket VALUES (2, '2026-01-01', 's', 'c', now())`);
    expect(await increment(source, false)).toMatchObject({ kind: 'applied', rows: 1 });
  });

  /** Begins something that reads, and alters a table before it is read, but after the snapshot in which it is read. */
  const beforeItIsRead = async <Result>(table: string, altered: string, read: () => Promise<Result>): Promise<Result> => {
    const { isLocked, isDone } = waitsForLock(server(), schema.quoted(), table, altered);
    await isLocked;
    const [result] = await Promise.all([read(), isDone]);
    return result;
  };

  it.each<[string, string, string]>([
    ['was filled anew', 'ticket', 'CREATE TEMP TABLE copy AS TABLE ticket; TRUNCATE ticket; INSERT INTO ticket TABLE copy'],
    ['without a mark was filled anew', 'customer', 'CREATE TEMP TABLE copy AS TABLE customer; TRUNCATE customer; INSERT INTO customer TABLE copy'],
    ['was written anew', 'ticket', `ALTER TABLE ticket ALTER subject TYPE varchar(90) USING subject || ''`],
    ['was replaced', 'customer', 'ALTER TABLE customer RENAME TO old; CREATE TABLE customer AS TABLE old; DROP TABLE old'],
    [
      'lost a column and got it back',
      'customer',
      `CREATE TEMP TABLE copy AS TABLE customer; ALTER TABLE customer DROP name; ALTER TABLE customer ADD name text;
        UPDATE customer c SET name = o.name FROM copy o WHERE o.customer_id = c.customer_id`,
    ],
  ])('and loads read nothing of a snapshot in which a table %s meanwhile', async (_, table, altered) => {
    await schema.run(
      `INSERT INTO customer SELECT i, 'n' || i, NULL FROM generate_series(1, 50) i`,
      `INSERT INTO ticket SELECT i, '2026-01-01', 's', 'c', '2026-01-01'::timestamp + i * interval '1 hour' FROM generate_series(1, 60) i`
    );
    const source = schema.source();
    await expect(beforeItIsRead(table, altered, () => load(source))).rejects.toThrow('A table was changed while it was read.');
    await load(source);
    expect(await differences(source)).toEqual({});
    await expect(beforeItIsRead(table, `DROP TABLE IF EXISTS copy; ${altered}`, () => increment(source, true))).rejects.toThrow(
      'A table was changed while it was read.'
    );
    expect(await differences(source)).toEqual({});
    await load(source);
    await increment(source, true);
    expect(await differences(source)).toEqual({});
  });
});
