import type { Connection } from 'mysql2/promise';

import { describeWithMariadb } from '../servers/describe-with-mariadb';
import type { MariadbServer } from '../servers/mariadb';
import { until } from '../until';
import type { FaultDesk, FaultHost, FaultWords } from './host';

/** The helpdesk in a MariaDB. */
export const mariadb: FaultHost = {
  name: 'MariaDB',
  describe: (name, define) => describeWithMariadb(name, (server) => define(() => deskOf(server()))),
};

const TABLES = [
  'CREATE TABLE ticket (ticket_id int PRIMARY KEY, created_at timestamp(3) NULL, updated_at timestamp(3) NULL)',
  "INSERT INTO ticket SELECT seq, TIMESTAMP '2026-03-01 00:00:00' + INTERVAL seq MINUTE, now(3) FROM seq_1_to_3000",
  'CREATE TABLE pace (seconds double)',
  'INSERT INTO pace VALUES (0)',
  'CREATE TABLE messages (message_id int PRIMARY KEY, ticket_id int, sent_at timestamp(3) NULL, author_kind varchar(10), updated_at timestamp(3) NULL)',
  "INSERT INTO messages SELECT seq, seq, TIMESTAMP '2026-03-01 00:10:00' + INTERVAL seq MINUTE, 'agent', now(3) FROM seq_1_to_3000",
  // by its LIMIT it is made before the messages are read, once
  'CREATE VIEW message AS SELECT m.* FROM (SELECT sleep(seconds) AS slept FROM pace LIMIT 1) slowly JOIN messages m ON slowly.slept = 0',
];

function deskOf(server: MariadbServer): FaultDesk {
  const { host, port, database, user, password } = server;
  const connected = async (): Promise<Connection> => {
    const connection = await server.connect();
    await connection.query("SET SESSION time_zone = '+00:00'");
    return connection;
  };
  const rows = async (...statements: readonly string[]): Promise<number> => {
    const connection = await connected();
    try {
      let count = 0;
      for (const statement of statements) {
        const [answer] = await connection.query(statement);
        count = Array.isArray(answer) ? answer.length : 0;
      }
      return count;
    } finally {
      await connection.end().catch(() => undefined);
    }
  };
  const run = async (...statements: readonly string[]): Promise<void> => void (await rows(...statements));
  return {
    source: { type: 'mysql', host, port, database, user },
    password,
    make: () => run(...TABLES),
    run,
    lock: async (table) => {
      const connection = await connected();
      await connection.query(`LOCK TABLES ${table} WRITE`);
      return () => connection.end();
    },
    reads: () =>
      until(async () => (await rows(`SELECT 1 FROM information_schema.PROCESSLIST WHERE USER = '${user}' AND STATE = 'User sleep'`)) > 0, 'reading', 60_000),
    crash: () => server.crash(),
    restart: () => server.restart(),
    words: wordsFor(database, user),
  };
}

const wordsFor = (database: string, user: string): FaultWords => ({
  more: (first, last) => [
    `INSERT INTO ticket SELECT seq, '2026-05-01', now(3) FROM seq_${first}_to_${last}`,
    `INSERT INTO messages SELECT seq, seq, '2026-05-01 00:10:00', 'agent', now(3) FROM seq_${first}_to_${last}`,
  ],
  password: (password) => `ALTER USER '${user}'@'%' IDENTIFIED BY '${password}'`,
  crowd: [
    `ALTER USER '${user}'@'%' WITH MAX_USER_CONNECTIONS -1`,
    `ALTER USER '${user}'@'%' WITH MAX_USER_CONNECTIONS 0`,
    /^The user (has no connection left|has reached a limit of its own in the database)\.$/,
  ],
  otherType: [
    ['ALTER TABLE ticket MODIFY created_at varchar(40)', "UPDATE ticket SET created_at = 'soon' WHERE ticket_id = 7"],
    ["UPDATE ticket SET created_at = '2026-03-01 00:07:00' WHERE ticket_id = 7", 'ALTER TABLE ticket MODIFY created_at timestamp(3) NULL'],
  ],
  right: [`REVOKE SELECT ON ${database}.* FROM '${user}'@'%'`, `GRANT SELECT ON ${database}.* TO '${user}'@'%'`, /^The user has no right on this database\.$/],
  messages: ['RENAME TABLE message TO gone', 'RENAME TABLE gone TO message'],
  place: `database "${database}"`,
});
