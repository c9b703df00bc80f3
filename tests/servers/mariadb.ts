import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Connection, createConnection } from 'mysql2/promise';

import { until } from '../until';
import { AS_OURSELVES, emptyCluster, findMariadbBinaries } from './mariadb-binaries';
import { freePort, startWatched } from './watched';

/** A running MariaDB of our own, on this machine, with one empty database. */
export interface MariadbServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Who may read the database, and nothing else. */
  readonly user: string;
  readonly password: string;
  /** A connection as one who may everything; the caller ends it. */
  connect(): Promise<Connection>;
  /** Where one of its databases is for the same. */
  urlOf(database: string): string;
  /** The statements that were sent by all but `connect`, as the server's own log has them, in their order. */
  statements(): string[];
  /** Ends the server at once, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again after a crash, with the data that it had. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. It also ends when this process does, however that ends. */
  stop(): Promise<void>;
}

/** How a server differs from the plain one. */
export interface MariadbOptions {
  /** PEM texts, to speak TLS with; `ca` signs clients' certificates. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly ca?: string };
  /** Further settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

const DATABASE = 'helpdesk';
const ADMIN = { user: 'admin', password: 'admin of the tests' };
const READER = { user: 'reader', password: 'pa55-w0rd!of the reader' };

/** One statement a line. */
const INIT = [
  `CREATE DATABASE IF NOT EXISTS ${DATABASE} CHARACTER SET utf8mb4`,
  `CREATE USER IF NOT EXISTS '${ADMIN.user}'@'%' IDENTIFIED BY '${ADMIN.password}'`,
  `GRANT ALL ON *.* TO '${ADMIN.user}'@'%' WITH GRANT OPTION`,
  `CREATE USER IF NOT EXISTS '${READER.user}'@'%' IDENTIFIED BY '${READER.password}'`,
  `GRANT SELECT ON ${DATABASE}.* TO '${READER.user}'@'%'`,
];

/** Durability is of no use to a server that is thrown away, beyond its own crash. */
const THROWAWAY: Readonly<Record<string, string>> = {
  'bind-address': '127.0.0.1',
  'innodb-flush-method': 'nosync',
  'innodb-flush-log-at-trx-commit': '2',
  'innodb-buffer-pool-size': '256M',
  'max-allowed-packet': '256M',
  'default-time-zone': '+05:45',
};

/** Starts a real MariaDB server; throws where there is none. */
export async function startMariadb(options: MariadbOptions = {}): Promise<MariadbServer> {
  const binaries = findMariadbBinaries();
  if ('skip' in binaries) {
    throw new Error(binaries.skip);
  }
  const home = mkdtempSync(join(tmpdir(), 'helpdesk-mariadb-'));
  const inside = (name: string, content?: string): string => {
    if (content !== undefined) {
      writeFileSync(join(home, name), content, { mode: 0o600 });
    }
    return join(home, name);
  };
  cpSync(emptyCluster(binaries), inside('data'), { recursive: true });
  const port = await freePort();
  const { certificate, key, ca } = options.tls ?? {};
  const settings: Record<string, string> = {
    datadir: inside('data'),
    // a server that starts removes what another has in a folder for temporary tables
    tmpdir: home,
    socket: inside('socket'),
    'pid-file': inside('pid'),
    port: String(port),
    'init-file': inside('init.sql', `${INIT.join(';\n')};\n`),
    'general-log': '1',
    'general-log-file': inside('general.log'),
    ...(certificate && key ? { 'ssl-cert': inside('server.crt', certificate), 'ssl-key': inside('server.key', key) } : {}),
    ...(ca ? { 'ssl-ca': inside('ca.crt', ca) } : {}),
    ...THROWAWAY,
    ...options.settings,
  };
  const command = [
    binaries.server,
    '--no-defaults',
    '--skip-name-resolve',
    ...AS_OURSELVES,
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
  ];
  const server = startWatched(command, home);
  const connect = () => createConnection({ host: '127.0.0.1', port, database: DATABASE, ...ADMIN, multipleStatements: true });
  let refusal = '';
  const answers = async (): Promise<boolean> => {
    try {
      await (await connect()).end();
      return true;
    } catch (error) {
      refusal = String(error);
      return false;
    }
  };
  await until(answers, 'the start of MariaDB').catch(async (error: Error) => {
    const log = readFileSync(join(home, 'server.log'), 'utf8');
    await server.stop();
    throw new Error(`${error.message}: ${refusal}\n${log}`);
  });
  return {
    host: '127.0.0.1',
    port,
    database: DATABASE,
    ...READER,
    connect,
    urlOf: (database) => `mysql://${ADMIN.user}:${encodeURIComponent(ADMIN.password)}@127.0.0.1:${port}/${database}`,
    statements: () => statementsOf(readFileSync(join(home, 'general.log'), 'utf8')),
    async crash() {
      server.crash('KILL');
      await until(async () => !(await answers()) && refusal.includes('ECONNREFUSED'), 'the crash of MariaDB');
    },
    async restart() {
      server.restart();
      await until(answers, 'the restart of MariaDB');
    },
    stop: () => server.stop(),
  };
}

/** The statements of a general log: `<time> <connection> Query <text>`, whose further lines have no such beginning. */
function statementsOf(log: string): string[] {
  const entries = log.split(/^(?:\d{6} [ \d]\d:\d\d:\d\d)?\t+ *(?=\d+ [A-Z])/m);
  const admins = new Set<string>();
  return entries.flatMap((entry) => {
    const [, connection = '', command = '', text = ''] = /^(\d+) (Connect|Query|Prepare|Execute|Init DB)\t([^]*)$/.exec(entry) ?? [];
    if (command === 'Connect') {
      text.startsWith(`${ADMIN.user}@`) ? admins.add(connection) : admins.delete(connection);
      return [];
    }
    // a refused login is no statement
    return command === '' || (command === 'Init DB' && text.startsWith('Access denied')) || connection === '' || admins.has(connection)
      ? []
      : [command === 'Query' || command === 'Prepare' ? text.trim() : `${command}: ${text.trim()}`];
  });
}
