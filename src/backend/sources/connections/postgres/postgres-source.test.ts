import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { NEVER, testTarget } from '../../testing/target';
import { testSchema } from './schema.fixture';

jest.setTimeout(30_000);

describeWithPostgres('postgres', (server) => {
  const { run, query, source, load } = testSchema(server);

  it.each<[string, string, string]>([
    ['timestamptz', `timestamptz '2026-03-28 09:52:45.123999+02'`, '1774684365123'],
    ['timestamp, which is UTC', `timestamp '2026-03-28 07:52:45.123'`, '1774684365123'],
    ['timestamp(0) before 2000', `timestamp(0) '1999-12-31 23:59:59'`, String(Date.UTC(1999, 11, 31, 23, 59, 59))],
    ['before 1970, rounded down', `timestamptz '1969-12-31 23:59:59.9995+00'`, '-1'],
    ['date', `date '2026-03-28'`, '1774656000000'],
    ['text with an offset', `'2026-03-28T09:52:45.123+02:00'::text`, '1774684365123'],
    ['varchar without a zone, which is UTC', `'2026-03-28 07:52:45.123'::varchar(30)`, '1774684365123'],
    ['bigint milliseconds', '1774684365123::bigint', '1774684365123'],
    ['numeric milliseconds', '1774684365123.7::numeric', '1774684365123'],
  ])('reads an instant from %s', async (_, value, expected) => {
    await run(`CREATE VIEW ticket AS SELECT 'T1' AS ticket_id, ${value} AS created_at`);
    expect((await load()).ticket).toEqual([expect.objectContaining({ created_at: expected })]);
  });

  it('reads ids, tags, attributes, flags, words and times from whatever holds them', async () => {
    await run(
      `CREATE TYPE who AS ENUM ('bot', 'agent')`,
      'CREATE DOMAIN flag AS boolean',
      'CREATE DOMAIN code AS varchar(20)',
      `CREATE TABLE "Ticket" ("Ticket_Id" bigint, created_at timestamptz, owner_id uuid, team_id numeric(9, 2), pipeline_id smallint, number char(8),
        tags text[], attributes json, is_spam int, is_test flag, created_by who, org_id code, ignored bytea)`,
      `INSERT INTO "Ticket" VALUES (7, '2026-01-01Z', '3cdb2ff1-2753-4a83-92e7-5532bf59f0d7', 5.00, 3, 'N1', '{a,"b,c"}', '{ "plan": "gold" }', 1, true, 'bot', 'o', '\\xff'),
        (8, '2026-01-02Z', NULL, NULL, NULL, NULL, '{}', 'null', NULL, NULL, NULL, '', NULL)`,
      `CREATE VIEW survey AS SELECT 1 AS survey_id, 'csat' AS kind, 1::smallint AS scale_min, 5::numeric AS scale_max, 4.5::real AS score, 'yes'::text AS has_comment`,
      `CREATE MATERIALIZED VIEW calendar_hours AS SELECT 1 AS calendar_id, 1 AS weekday, time '09:00' AS start, time '24:00' AS "end", date '2026-01-01' AS valid_from, timestamp '2027-01-01' AS valid_to`,
      `CREATE VIEW agent AS SELECT 'a' AS agent_id, '["x"]'::jsonb AS name`
    );
    expect(await load()).toMatchObject({
      ticket: [
        {
          ticket_id: '7',
          owner_id: '3cdb2ff1-2753-4a83-92e7-5532bf59f0d7',
          team_id: '5',
          pipeline_id: '3',
          number: 'N1',
          tags: ['a', 'b,c'],
          attributes: '{"plan":"gold"}',
          is_spam: true,
          is_test: true,
          created_by: 'bot',
          org_id: 'o',
        },
        { ticket_id: '8', owner_id: null, team_id: null, tags: [], attributes: null, is_spam: false, is_test: false, created_by: 'customer', org_id: null },
      ],
      survey: [{ scale_min: 1, scale_max: 5, score: 4.5, has_comment: true }],
      calendar_hours: [{ start: '09:00', end: '24:00', valid_from: '2026-01-01', valid_to: '2027-01-01' }],
      agent: [{ name: '["x"]', active: true, is_bot: false }],
    });
  });

  it('keeps every row, text and null over several batches, and tells its progress', async () => {
    const rows = 130_001;
    await run(
      `CREATE TABLE ticket AS SELECT 'T' AS ticket_id, now() AS created_at, 'é' AS subject`,
      `CREATE TABLE message AS SELECT 'm' || i AS message_id, repeat('ü', i % 23) || i AS ticket_id, timestamptz '2020-01-01Z' + i * interval '1.001 s' AS sent_at,
        CASE WHEN i % 7 > 0 THEN 'a' || i END AS author_id, 'agent' AS author_kind, i % 3 = 0 AS handover FROM generate_series(1, ${rows}) i`,
      'ANALYZE message'
    );
    const target = await testTarget();
    const seen: Array<{ table: string; rows: number; total: number | null }> = [];
    await source().load(target, NEVER, (progress) => seen.push(progress));
    const reader = await target.connection.runAndReadAll(`
      WITH m AS (SELECT *, CAST(substr(message_id, 2) AS INTEGER) AS i FROM ${target.schema}.message)
      SELECT CAST(count(DISTINCT i) AS VARCHAR), CAST(count(*) FILTER (WHERE ticket_id = repeat('ü', i % 23) || i AND sent_at = 1577836800000 + i::BIGINT * 1001
        AND author_id IS NOT DISTINCT FROM (CASE WHEN i % 7 > 0 THEN 'a' || i END) AND handover = (i % 3 = 0) AND author_kind = 'agent' AND visibility = 'public' AND updated_at IS NULL) AS VARCHAR) FROM m`);
    expect(reader.getRows()).toEqual([[String(rows), String(rows)]]);
    const messages = seen.filter(({ table }) => table === 'message');
    expect(messages[0]).toEqual({ table: 'message', rows: 0, total: rows });
    expect(messages.at(-1)).toEqual({ table: 'message', rows, total: rows });
    expect(messages.length).toBeGreaterThanOrEqual(4);
    target.close();
  });

  it('inspects tables, views, columns and estimates', async () => {
    await run(
      'CREATE TABLE ticket AS SELECT i AS ticket_id, now() AS created_at, 1 AS other FROM generate_series(1, 50) i',
      'ANALYZE ticket',
      'CREATE VIEW team AS SELECT 1 AS team_id'
    );
    expect(await source().inspect(NEVER)).toEqual([
      { name: 'team', columns: ['team_id'], rows: null },
      { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: 50 },
    ]);
  });

  it('reads one snapshot: what is committed during a load comes with the next', async () => {
    await run(`CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at`, `CREATE TABLE team AS SELECT 1 AS team_id`);
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
});
