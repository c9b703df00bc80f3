import { Client } from 'pg';

import { describeWithPostgres } from '../servers/describe-with-postgres';
import type { PostgresServer } from '../servers/postgres';
import { until } from '../until';
import type { FaultDesk, FaultHost, FaultWords } from './host';

/** The helpdesk in a PostgreSQL. */
export const postgres: FaultHost = {
  name: 'PostgreSQL',
  describe: (name, define) => describeWithPostgres(name, (server) => define(() => deskOf(server()))),
};

const TABLES = [
  `CREATE TABLE ticket AS SELECT i AS ticket_id, timestamptz '2026-03-01Z' + i * interval '1 minute' AS created_at, now() AS updated_at FROM generate_series(1, 3000) i`,
  'CREATE TABLE pace AS SELECT 0::float8 AS seconds',
  `CREATE TABLE messages AS SELECT i AS message_id, i AS ticket_id, timestamptz '2026-03-01Z' + i * interval '1 minute' + interval '10 minutes' AS sent_at, 'agent' AS author_kind,
    now() AS updated_at FROM generate_series(1, 3000) i`,
  'CREATE VIEW message AS SELECT m.* FROM (SELECT pg_sleep(seconds) FROM pace) AS slowly, messages m',
];

/** The helpdesk’s place in a PostgreSQL of one’s own. */
export function deskOf(server: PostgresServer): FaultDesk {
  const { host, port, database, user, password } = server;
  const connected = async (): Promise<Client> => {
    const client = new Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const rows = async (...statements: readonly string[]): Promise<number> => {
    const client = await connected();
    try {
      let count = 0;
      for (const statement of statements) {
        count = (await client.query(statement)).rows.length;
      }
      return count;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const run = async (...statements: readonly string[]): Promise<void> => void (await rows(...statements));
  return {
    source: { type: 'postgres', host, port, database, user },
    password,
    make: () => run(...TABLES),
    run,
    lock: async (table) => {
      const client = await connected();
      await client.query('BEGIN');
      await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      return () => client.end();
    },
    reads: () =>
      until(
        async () => (await rows(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics' AND wait_event = 'PgSleep'`)) > 0,
        'reading',
        60_000
      ),
    crash: () => server.crash(),
    restart: () => server.restart(),
    words: wordsFor(user),
  };
}

const wordsFor = (user: string): FaultWords => ({
  more: (first, last) => [
    `INSERT INTO ticket SELECT i, timestamptz '2026-05-01Z', now() FROM generate_series(${first}, ${last}) i`,
    `INSERT INTO messages SELECT i, i, timestamptz '2026-05-01 00:10Z', 'agent', now() FROM generate_series(${first}, ${last}) i`,
  ],
  password: (password) => `ALTER ROLE ${user} PASSWORD '${password}'`,
  crowd: [`ALTER ROLE ${user} CONNECTION LIMIT 0`, `ALTER ROLE ${user} CONNECTION LIMIT -1`, /^The database has no connection left\.$/],
  otherType: [
    [`ALTER TABLE ticket ALTER created_at TYPE text USING CASE WHEN ticket_id = 7 THEN 'soon' ELSE created_at::text END`],
    [
      `ALTER TABLE ticket ALTER created_at TYPE timestamptz USING CASE WHEN created_at = 'soon' THEN timestamptz '2026-03-01 00:07Z' ELSE created_at::timestamptz END`,
    ],
  ],
  right: [`REVOKE pg_read_all_data FROM ${user}`, `GRANT pg_read_all_data TO ${user}`, /^The user may not read the tables "ticket", "message"\.$/],
  messages: ['ALTER VIEW message RENAME TO gone', 'ALTER VIEW gone RENAME TO message'],
  place: 'schema "public"',
});
