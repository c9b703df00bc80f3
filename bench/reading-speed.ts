import { createConnection } from 'mysql2';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { progress } from '../scripts/lib/terminal';
import { createMysqlSource } from '../src/backend/sources/connections/mysql/mysql-source';
import { createPostgresSource } from '../src/backend/sources/connections/postgres/postgres-source';
import type { Source } from '../src/backend/sources/source';
import { testTarget } from '../src/backend/sources/testing/target';
import { type MariadbServer, startMariadb } from '../tests/servers/mariadb';
import { findMariadbBinaries } from '../tests/servers/mariadb-binaries';
import { NoPostgres, type PostgresServer, startPostgres } from '../tests/servers/postgres';
import { type Figure, median } from './figures';

const MESSAGES = 1_000_000;
const RUNS = 3;

/** Columns of message by their SQL over a number `n`, in words that both servers know, and the SQL of an instant so many milliseconds after the first. */
const columns = (instant: (milliseconds: string) => string): string =>
  [
    "concat('m', n) AS message_id",
    "concat('t', floor(n / 10)) AS ticket_id",
    `${instant('n * 1001')} AS sent_at`,
    "CASE WHEN mod(n, 7) > 0 THEN concat('a', mod(n, 300)) END AS author_id",
    "CASE WHEN mod(n, 2) = 0 THEN 'customer' ELSE 'agent' END AS author_kind",
    "'public' AS visibility, 'reply' AS kind, 'email' AS channel, mod(n, 30) = 0 AS handover",
    `${instant('n * 1001')} AS updated_at`,
  ].join(', ');

const MYSQL_INSTANT = (milliseconds: string) => `CAST('2020-01-01' AS datetime(3)) + INTERVAL ${milliseconds} * 1000 MICROSECOND`;
const POSTGRES_INSTANT = (milliseconds: string) => `timestamptz '2020-01-01Z' + ${milliseconds} * interval '1 ms'`;

/** How fast messages come out of each database into canonical tables, by the clock and in our CPU time, against its bare driver reading the same rows. */
export async function readingSpeed(): Promise<Figure[]> {
  return [...(await fromPostgres()), ...(await fromMariadb())];
}

async function fromPostgres(): Promise<Figure[]> {
  const server = await startPostgres({ settings: { log_statement: 'none', shared_buffers: '512MB' } }).catch((error: unknown) => {
    if (error instanceof NoPostgres) {
      console.log(`Reading from PostgreSQL is left out: ${error.message}`);
      return null;
    }
    throw error;
  });
  try {
    return server === null ? [] : await speedOf('PostgreSQL', 800_000, await filled(server), () => copied(server));
  } finally {
    await server?.stop();
  }
}

async function fromMariadb(): Promise<Figure[]> {
  const binaries = findMariadbBinaries();
  if ('skip' in binaries) {
    console.log(`Reading from MariaDB is left out: ${binaries.skip}`);
    return [];
  }
  const server = await startMariadb({ settings: { 'general-log': '0' } });
  try {
    const admin = await server.connect();
    await admin.query('CREATE TABLE ticket AS SELECT 1 AS ticket_id, now() AS created_at');
    await admin.query(`CREATE TABLE message AS SELECT ${columns(MYSQL_INSTANT)} FROM (SELECT seq AS n FROM seq_1_to_${MESSAGES}) s`);
    await admin.end();
    return await speedOf('MariaDB', 300_000, createMysqlSource({ ...server, tls: { mode: 'disable' } }), () => selected(server));
  } finally {
    await server.stop();
  }
}

async function filled(server: PostgresServer): Promise<Source> {
  await asOwner(server, async (owner) => {
    await owner.query("CREATE TABLE ticket AS SELECT '1' AS ticket_id, now() AS created_at");
    await owner.query(`CREATE TABLE message AS SELECT ${columns(POSTGRES_INSTANT)} FROM generate_series(1, ${MESSAGES}) AS s(n)`);
    await owner.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${server.user}`);
  });
  return createPostgresSource({ ...server, tls: { mode: 'disable' } });
}

/** All messages as the driver hands them over, and no more. */
function copied(server: PostgresServer): Promise<void> {
  return asOwner(server, async (owner) => {
    for await (const piece of owner.query(copyTo('COPY message TO STDOUT (FORMAT binary)'))) {
      void piece;
    }
  });
}

async function asOwner({ url }: PostgresServer, work: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

async function selected({ host, port, user, password, database }: MariadbServer): Promise<void> {
  const connection = createConnection({ host, port, user, password, database });
  await new Promise<void>((resolve, reject) => {
    connection
      .query({ sql: 'SELECT * FROM message', rowsAsArray: true, typeCast: false })
      .on('result', () => undefined)
      .on('error', reject)
      .on('end', resolve);
  });
  connection.destroy();
}

async function speedOf(name: string, aim: number, source: Source, bare: () => Promise<void>): Promise<Figure[]> {
  const [ours, floor]: [Cost[], Cost[]] = [[], []];
  progress.show(`Reading ${MESSAGES.toLocaleString('en')} messages from ${name}`);
  try {
    for (let run = 0; run < RUNS; run++) {
      const target = await testTarget();
      ours.push(await costOf(() => source.load(target, new AbortController().signal, () => undefined)));
      target.close();
      floor.push(await costOf(bare));
    }
  } finally {
    await source.close();
    progress.end();
  }
  const what = 'its bare driver reading the same rows';
  const figure = (by: keyof Cost, title: string): Figure => {
    const runs = ours.map((cost) => cost[by]);
    const ms = median(runs);
    return {
      name: `${name}: ${MESSAGES.toLocaleString('en')} messages into canonical tables${title}`,
      ms,
      runs,
      target: { ms: (MESSAGES / aim) * 1000 },
      floor: { what: `${what}${title}`, ms: median(floor.map((cost) => cost[by])) },
      note: `${(MESSAGES / ms / 1000).toFixed(2)} M rows a second, aim ${aim / 1e6}`,
    };
  };
  return [figure('ms', ''), { ...figure('cpuMs', ', CPU time'), target: null }];
}

/** By the clock and in this process’s CPU time, milliseconds. */
interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}

async function costOf(action: () => Promise<unknown>): Promise<Cost> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await action();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
}
