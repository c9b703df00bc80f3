import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { until } from '../until';
import { findPostgresBinaries, readableByAll } from './postgres-binaries';
import { LOG_PREFIX } from './postgres-log';
import { freePort, type Owner, startWatched } from './watched';

/** A running PostgreSQL of our own, empty, on this machine. The user and the password are those of somebody who may read everything and write nothing. */
export interface PostgresServer {
  /** For its owner, who makes the tables. */
  readonly url: string;
  /** The owner's name. */
  readonly owner: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** What it has written into its log: every statement that it was sent. */
  log(): string;
  /** Ends it at once, as a crash does: what was committed is there when it is started again. */
  crash(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. It also ends when this process does, however that ends. */
  stop(): Promise<void>;
}

/** How a server differs from the plain one. */
export interface PostgresOptions {
  /** A certificate and its key (PEM), to speak TLS with; where there is a `ca`, the reader needs a certificate that it signed. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly ca?: string };
  /** Further lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** There is no PostgreSQL to start on this machine: a reason to skip, not a failure of the code under test. */
export class NoPostgres extends Error {
  override readonly name = 'NoPostgres';
}

const OWNER = 'helpdesk';
const READER = 'helpdesk_reader';
const PASSWORD = 'pa55-w0rd!of the helpdesk';
const DATABASE = 'helpdesk';

/** Durability is of no use to a server that is thrown away. */
const THROWAWAY: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  shared_buffers: '128MB',
  timezone: 'Asia/Kathmandu',
  log_statement: 'all',
  log_line_prefix: LOG_PREFIX,
};

/** Starts a real PostgreSQL server from the binaries in node_modules; throws NoPostgres where there are none. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const binaries = findPostgresBinaries();
  if ('skip' in binaries) {
    throw new NoPostgres(binaries.skip);
  }
  // PostgreSQL refuses to run as root
  const owner = process.getuid?.() === 0 ? nobody() : {};
  const native = 'uid' in owner ? readableByAll(binaries.native) : binaries.native;
  const home = await createCluster(native, owner, options);
  const data = join(home, 'data');

  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const server = startWatched([join(native, 'bin', 'postgres'), '-D', data, '-p', String(port)], home, owner);
    const log = (): string => readFileSync(join(home, 'server.log'), 'utf8');
    try {
      await createDatabase(port);
      return {
        url: `postgres://${OWNER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${DATABASE}`,
        owner: OWNER,
        host: '127.0.0.1',
        port,
        user: READER,
        password: PASSWORD,
        database: DATABASE,
        log,
        async crash() {
          server.crash('QUIT');
          await until(async () => (await refusal(port, DATABASE)).includes('ECONNREFUSED'), 'the crash');
        },
        async restart() {
          server.restart();
          await until(async () => (await refusal(port, DATABASE)) === '', 'the restart');
        },
        stop: () => server.stop(),
      };
    } catch (error) {
      if (attempt === 3 || !/could not create any TCP\/IP sockets/.test(log())) {
        const said = log();
        await server.stop();
        throw new Error(`PostgreSQL did not start: ${String(error)}\n${said}`);
      }
    }
  }
}

/** The unprivileged user of every Unix. */
function nobody(): Owner {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  if (!line) {
    throw new NoPostgres('PostgreSQL must not run as root, and this machine has no user "nobody"');
  }
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function createCluster(native: string, owner: Owner, options: PostgresOptions): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'helpdesk-pg-'));
  const give = (path: string, mode = 0o600, content?: string): void => {
    if (content !== undefined) {
      writeFileSync(path, content, { mode });
    }
    if (owner.uid !== undefined && owner.gid !== undefined) {
      chownSync(path, owner.uid, owner.gid);
    }
  };
  give(home);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  give(data);
  give(join(home, 'password'), 0o600, PASSWORD);
  await promisify(execFile)(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${join(home, 'password')}`, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...owner, cwd: home, env: {} }
  );
  const settings: Record<string, string> = { ...THROWAWAY, ...options.settings };
  if (options.tls) {
    give(join(data, 'server.crt'), 0o600, options.tls.certificate);
    give(join(data, 'server.key'), 0o600, options.tls.key);
    settings.ssl = 'on';
    if (options.tls.ca) {
      give(join(data, 'ca.crt'), 0o600, options.tls.ca);
      settings.ssl_ca_file = 'ca.crt';
      const rules = [`hostssl all ${READER} all scram-sha-256 clientcert=verify-ca`, `host all ${OWNER} all scram-sha-256`];
      give(join(data, 'pg_hba.conf'), 0o600, `${rules.join('\n')}\n`);
    }
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  give(join(data, 'postgresql.auto.conf'), 0o600, `${lines.join('\n')}\n`);
  return home;
}

/** Waits until the server answers, and makes the database and its reader. */
async function createDatabase(port: number): Promise<void> {
  let said = '';
  const answers = async (): Promise<boolean> => {
    said = await refusal(port, 'postgres');
    return said === '';
  };
  await until(answers, 'the first answer').catch((error: Error) => {
    throw new Error(`${error.message}: ${said}`);
  });
  await asOwner(port, 'postgres', [
    `CREATE DATABASE ${DATABASE}`,
    `CREATE ROLE ${READER} LOGIN PASSWORD '${PASSWORD}'`,
    // SELECT on every table and USAGE of every schema, whenever they are made
    `GRANT pg_read_all_data TO ${READER}`,
  ]);
}

/** Why the server does not answer; empty where it does. */
async function refusal(port: number, database: string): Promise<string> {
  return asOwner(port, database, ['SELECT 1']).then(() => '', String);
}

async function asOwner(port: number, database: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: OWNER, password: PASSWORD, database, ssl: false });
  // a connection that breaks later must not end the process
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
