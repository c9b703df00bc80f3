import { Client } from 'pg';

import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { loadFault, NEVER, testTarget } from '../../testing/target';
import { withSnapshot } from './connection';
import type { PostgresOptions } from './options';
import { createPostgresSource } from './postgres-source';

/** A set in the SELECT list streams; one in FROM would be stored first. */
const ENDLESS = 'CREATE VIEW ticket AS SELECT generate_series(1, 2000000000) AS ticket_id, now() AS created_at';

jest.setTimeout(30_000);

describeWithPostgres('postgres', (server) => {
  let schema = '';
  let count = 0;
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: server().url });
    await admin.connect();
  });
  afterAll(() => admin.end());
  beforeEach(async () => {
    schema = `it's "schema" ${++count}`;
    await run(`CREATE SCHEMA "it's ""schema"" ${count}"`, `SET search_path = "it's ""schema"" ${count}"`);
  });

  const run = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };
  const options = (more: Partial<PostgresOptions> = {}): PostgresOptions => {
    const { host, port, user, password, database } = server();
    return { host, port, user, password, database, schema, tls: { mode: 'disable' }, ...more };
  };
  const source = (more: Partial<PostgresOptions> = {}) => createPostgresSource(options(more));
  const load = async (): Promise<Record<string, unknown[]>> => {
    const target = await testTarget();
    try {
      await source().load(target, NEVER, () => undefined);
      return await target.all();
    } finally {
      target.close();
    }
  };
  const sessions = async (): Promise<number> => {
    const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`);
    return rows[0].n;
  };
  const noSessions = async (): Promise<void> => {
    const deadline = Date.now() + 5_000;
    while ((await sessions()) > 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await sessions()).toBe(0);
  };

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

  it('says what is wrong with table, key, column and value', async () => {
    await run(
      `CREATE TABLE ticket AS SELECT i::text AS ticket_id, CASE WHEN i = 100000 THEN NULL ELSE timestamp '2026-01-01' END AS created_at, CASE WHEN i = 3 THEN 'custommer' END AS created_by FROM generate_series(1, 100000) i`,
      `CREATE VIEW message AS SELECT 'M1' AS message_id, NULL::text AS ticket_id, timestamptz 'infinity' AS sent_at, 'agent' AS author_kind`,
      `CREATE VIEW team_member AS SELECT 1 AS team_id, 2 AS agent_id, timestamptz '2026-01-01Z' AS "from" FROM generate_series(1, 3)`,
      `CREATE VIEW survey AS SELECT 'S1' AS survey_id, 'csat' AS kind, 'one' AS scale_min, 5 AS scale_max`,
      `CREATE VIEW calendar AS SELECT 1 AS calendar_id, 'Mars' AS time_zone`,
      `CREATE VIEW agent AS SELECT 1 AS agentid`
    );
    const fault = await loadFault(source());
    expect(fault?.category).toBe('schema');
    expect(fault?.message.split('\n')).toEqual([
      'table "agent" has no column "agent_id", which is required. It has "agentid": did you mean "agent_id"?',
      'table "team_member": the key team_id "1", agent_id "2", from "2026-01-01T00:00:00.000Z" stands 3 times.',
      expect.stringContaining('table "calendar", calendar_id "1", column "time_zone": "Mars" is not an IANA time zone.'),
      'table "ticket", ticket_id "3", column "created_by": "custommer" is not one of customer, agent, bot, system. Did you mean "customer"?',
      'table "ticket", ticket_id "100000", column "created_at": is empty, but it is required.',
      'table "message", message_id "M1", column "ticket_id": is empty, but it is required.',
      'table "message", message_id "M1", column "sent_at": "infinity" is not an instant, such as 2026-03-28T07:52:45.000Z.',
      'table "survey", survey_id "S1", column "scale_min": "one" is not a number.',
    ]);
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
      inserted ??= admin.query('INSERT INTO ticket VALUES (2, now())');
    });
    await inserted;
    expect(await target.rows('ticket')).toHaveLength(1);
    expect((await load()).ticket).toHaveLength(2);
    target.close();
  });

  it.each(['INSERT INTO ticket VALUES (2)', 'CREATE TABLE other (a int)', 'CREATE TEMP SEQUENCE s', 'SET transaction_read_only = off', 'DROP TABLE ticket'])(
    'cannot write: %s',
    async (statement) => {
      await run('CREATE TABLE ticket (ticket_id int)');
      await expect(
        withSnapshot(options(), NEVER, async (client) => {
          await client.query(`SET search_path = "${schema.replaceAll('"', '""')}"`);
          await client.query('SELECT 1');
          await client.query(statement);
        })
      ).rejects.toThrow(/SQLSTATE 25/);
      expect((await admin.query('SELECT * FROM ticket')).rows).toEqual([]);
    }
  );

  it('cannot write in a transaction of another kind either', async () => {
    await run('CREATE TABLE ticket (ticket_id int)');
    await expect(
      withSnapshot(options(), NEVER, async (client) => {
        await client.query('COMMIT');
        await client.query(`INSERT INTO "${schema.replaceAll('"', '""')}".ticket VALUES (1)`);
      })
    ).rejects.toThrow('SQLSTATE 25006');
  });

  describe('cancels', () => {
    it('while the server sends', async () => {
      await run(ENDLESS);
      const target = await testTarget();
      const abort = new AbortController();
      const loading = source().load(target, abort.signal, ({ rows }) => rows > 0 && abort.abort(new Error('enough')));
      await expect(loading).rejects.toThrow('enough');
      await noSessions();
      // the connection is free of transactions, and may be used again
      await target.connection.run('BEGIN');
      target.close();
    });

    it('while the server thinks', async () => {
      await run('CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT pg_sleep(60)) s');
      const target = await testTarget();
      const abort = new AbortController();
      setTimeout(() => abort.abort(new Error('enough')), 300);
      await expect(source().load(target, abort.signal, () => undefined)).rejects.toThrow('enough');
      await noSessions();
      target.close();
    });

    it('before it starts', async () => {
      await expect(source().inspect(AbortSignal.abort(new Error('never mind')))).rejects.toThrow('never mind');
    });
  });

  describe('says in its own words', () => {
    const ticket = 'CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at';
    it.each<[string, string[], () => Partial<PostgresOptions>, string, string]>([
      ['a wrong password', [], () => ({ password: 'hunter2' }), 'auth', 'refused the user or the password'],
      ['no password', [], () => ({ password: '' }), 'auth', 'password'],
      ['an unknown user', [], () => ({ user: 'mallory' }), 'auth', 'refused the user or the password'],
      ['an unknown database', [], () => ({ database: 'elsewhere' }), 'config', 'The database does not exist'],
      ['an unknown schema', [], () => ({ schema: 'nowhere' }), 'config', 'The database has no schema "nowhere".'],
      ['a closed port', [], () => ({ port: 1 }), 'network', 'Nothing answers'],
      ['TLS where there is none', [], () => ({ tls: { mode: 'verify-full' } }), 'tls', 'does not speak TLS'],
      ['a certificate that is none', [], () => ({ tls: { mode: 'require', clientCertificate: 'x', clientKey: 'y' } }), 'tls', 'TLS'],
      ['an empty schema', [], () => ({}), 'schema', 'has no table or view "ticket"; it has nothing that the user may see.'],
      ['no tickets', ['CREATE TABLE tickets (a int)'], () => ({}), 'schema', 'it has tickets.'],
      [
        'a slow view',
        ['CREATE VIEW ticket AS SELECT 1 AS ticket_id, now() AS created_at FROM (SELECT pg_sleep(9)) s'],
        () => ({ statementTimeoutMs: 100 }),
        'timeout',
        'longer than the statement timeout',
      ],
      ['a view that fails', ['CREATE VIEW ticket AS SELECT 1 / 0 AS ticket_id, now() AS created_at'], () => ({}), 'internal', 'SQLSTATE 22012'],
      [
        'a user without rights',
        [ticket, `CREATE ROLE reader1 LOGIN PASSWORD 'x'`],
        () => ({ user: 'reader1', password: 'x' }),
        'auth',
        'may not look into the schema',
      ],
    ])('%s', async (_, statements, more, category, message) => {
      await run(...statements);
      const changed = { ...options(), ...more() };
      const fault = await loadFault(createPostgresSource(changed));
      expect(fault).toMatchObject({ category, message: expect.stringContaining(message) as unknown });
      const said = JSON.stringify(fault);
      for (const secret of [server().password, 'hunter2', '127.0.0.1', String(server().port), 'mallory', 'reader1', '1 / 0']) {
        expect(said).not.toContain(secret);
      }
    });

    it('a table that somebody has locked', async () => {
      await run(ticket, 'BEGIN', 'LOCK TABLE ticket');
      const fault = await loadFault(source({ lockTimeoutMs: 100 }));
      await run('ROLLBACK');
      expect(fault).toMatchObject({ category: 'timeout', message: 'A table is locked by somebody else in the database.' });
    });

    it('a column without the right to read it; rights may be given column by column', async () => {
      await run(ticket, `ALTER TABLE ticket ADD COLUMN subject text DEFAULT 'secret'`, `CREATE ROLE reader2 LOGIN PASSWORD 'x'`);
      const grant = (what: string) => run(`GRANT ${what} TO reader2`);
      await grant(`USAGE ON SCHEMA "${schema.replaceAll('"', '""')}"`);
      await grant('SELECT (ticket_id) ON ticket');
      const reader = { user: 'reader2', password: 'x' };
      expect(await loadFault(source(reader))).toMatchObject({ category: 'auth', message: 'The user may not read "created_at" of the table "ticket".' });
      await grant('SELECT (created_at) ON ticket');
      expect(await source(reader).inspect(NEVER)).toEqual([{ name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null }]);
    });

    it('a server that goes away', async () => {
      await run(ENDLESS);
      const target = await testTarget();
      let killed: Promise<unknown> | null = null;
      const loading = source().load(target, NEVER, ({ rows }) => {
        if (rows > 0) {
          killed ??= admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`);
        }
      });
      await expect(loading).rejects.toMatchObject({ name: 'SourceError', category: 'network' });
      await killed;
      target.close();
    });
  });
});
