import { describeWithPostgres } from '../../../../../tests/servers/describe-with-postgres';
import { loadFault, NEVER, testTarget } from '../../testing/target';
import type { SourceError } from '../../source';
import type { PostgresOptions } from './options';
import { createPostgresSource } from './postgres-source';
import { ENDLESS, testSchema } from './schema.fixture';

jest.setTimeout(30_000);

describeWithPostgres('what postgres says is wrong', (server) => {
  const { quoted, run, query, source, options } = testSchema(server);

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
      expect.stringContaining('table "calendar", calendar_id "1", column "time_zone": "Mars" is not an IANA time zone.'),
      'table "team_member": the key team_id "1", agent_id "2", from "2026-01-01T00:00:00.000Z" stands 3 times.',
      'table "ticket", ticket_id "3", column "created_by": "custommer" is not one of customer, agent, bot, system. Did you mean "customer"?',
      'table "ticket", ticket_id "100000", column "created_at": is empty, but it is required.',
      'table "message", message_id "M1", column "ticket_id": is empty, but it is required.',
      'table "message", message_id "M1", column "sent_at": "infinity" is not an instant, such as 2026-03-28T07:52:45.000Z.',
      'table "survey", survey_id "S1", column "scale_min": "one" is not a number.',
    ]);
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
      [
        'a view that fails',
        ['CREATE VIEW ticket AS SELECT 1 / 0 AS ticket_id, now() AS created_at'],
        () => ({}),
        'schema',
        'table "ticket": the database cannot compute a value of it: division by zero (SQLSTATE 22012).',
      ],
      [
        'a view with a cast that fails',
        [`CREATE TABLE t AS SELECT 'x1' AS number`, 'CREATE VIEW ticket AS SELECT number::int AS ticket_id, now() AS created_at FROM t'],
        () => ({}),
        'schema',
        'a text is no value of the type that it is cast to (SQLSTATE 22P02).',
      ],
      [
        'a view whose owner may not read its tables',
        [ticket.replace('ticket', 'hidden'), 'CREATE VIEW ticket AS TABLE hidden', 'CREATE ROLE keeper', 'ALTER VIEW ticket OWNER TO keeper'],
        () => ({}),
        'auth',
        'table "ticket": the user may read it, but not everything that it is made of.',
      ],
      [
        'a user without rights',
        [ticket, `CREATE ROLE reader1 LOGIN PASSWORD 'x'`],
        () => ({ user: 'reader1', password: 'x' }),
        'auth',
        'may not look into the schema',
      ],
      [
        'a database that the user may not connect to',
        ['CREATE DATABASE closed', 'REVOKE CONNECT ON DATABASE closed FROM PUBLIC'],
        () => ({ database: 'closed' }),
        'auth',
        'may not connect to this database',
      ],
      [
        'a user who has no connection left',
        [`CREATE ROLE reader8 LOGIN PASSWORD 'x' CONNECTION LIMIT 0`],
        () => ({ user: 'reader8', password: 'x' }),
        'limit',
        'no connection left',
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
      await grant(`USAGE ON SCHEMA ${quoted()}`);
      await grant('SELECT (ticket_id) ON ticket');
      const reader = { user: 'reader2', password: 'x' };
      expect(await loadFault(source(reader))).toMatchObject({ category: 'auth', message: 'The user may not read "created_at" of the table "ticket".' });
      await grant('SELECT (created_at) ON ticket');
      expect(await source(reader).inspect(NEVER)).toEqual([{ name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null }]);
    });

    it('everything at once that the user lacks, with the statements that give it', async () => {
      await run(
        ticket,
        `CREATE TABLE message AS SELECT 1 AS message_id, 1 AS ticket_id, now() AS sent_at, 'agent' AS author_kind`,
        `CREATE VIEW agent AS SELECT 1 AS agent_id, 'A' AS name`,
        'CREATE TABLE other AS SELECT 1 AS a',
        `CREATE ROLE "Reader 3" LOGIN PASSWORD 'x'`,
        'GRANT SELECT (message_id, ticket_id) ON message TO "Reader 3"'
      );
      const reader = source({ user: 'Reader 3', password: 'x' });
      const refused = await reader.inspect(NEVER).then(
        () => null,
        (error: SourceError) => error
      );
      expect(refused).toMatchObject({
        category: 'auth',
        message: `The user may not look into the schema "${options().schema}", nor read the tables "agent", "ticket", nor read "sent_at", "author_kind" of the table "message".`,
      });
      const [, grants = ''] = /^As the owner of the tables, run: (.*)$/.exec(refused?.hint ?? '') ?? [];
      const given = [
        `USAGE ON SCHEMA ${quoted()}`,
        `SELECT ON ${quoted()}."agent", ${quoted()}."ticket"`,
        `SELECT ("sent_at", "author_kind") ON ${quoted()}."message"`,
      ];
      expect(grants).toBe(given.map((what) => `GRANT ${what} TO "Reader 3";`).join(' '));
      await run(grants);
      expect((await reader.inspect(NEVER)).map(({ name }) => name)).toEqual(['agent', 'ticket', 'message']);
    });

    it('a server that goes away', async () => {
      await run(ENDLESS);
      const target = await testTarget();
      let killed: Promise<unknown> | null = null;
      const loading = source().load(target, NEVER, ({ rows }) => {
        if (rows > 0) {
          killed ??= query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`);
        }
      });
      await expect(loading).rejects.toMatchObject({ name: 'SourceError', category: 'network' });
      await killed;
      target.close();
    });
  });
});
