import { type Connection, createConnection } from 'mysql2';

import { SourceError } from '../../source';
import { LONGEST_CELL } from '../batches/batch';
import { GuardedSocket } from '../targets/guarded-socket';
import { type Patience, Watch } from '../watch';
import { connectError, mysqlError } from './mysql-error';
import type { MysqlOptions } from './options';
import { Session } from './session';
import { certificateName, tlsOptions } from './tls';

const STATEMENT_TIMEOUT = 600_000;
const LOCK_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 10_000;
/** Silence is taken for a stall after a fifth of a statement's time, but not before this, in milliseconds. */
const SILENCE = 60_000;
/** When we first ask whether the server is still there, in milliseconds. */
const KEEP_ALIVE = 30_000;

/**
 * Runs work in one read-only transaction on a connection of its own: everything it reads is one snapshot. Where the signal aborts the
 * connection is cut, and the server ends what it was doing; likewise where it stops answering. Faults come as SourceErrors without host, user or password.
 */
export async function withSnapshot<Result>(options: MysqlOptions, signal: AbortSignal, work: (session: Session) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const patience = patienceOf(options);
  const socket = new GuardedSocket();
  const watch = new Watch(socket, patience);
  const cut = (): void => void socket.destroy();
  signal.addEventListener('abort', cut, { once: true });
  try {
    const session = new Session(await connected(options, socket), watch);
    await session.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const [{ version }] = await session.query<{ version: string }>('SELECT version() AS version');
    await session.query(settings(options, patience, version));
    await session.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const result = await work(session);
    // a connection that merely breaks is a line in the server's log, and counts for a moment longer
    await session.end().catch(() => undefined);
    return result;
  } catch (error) {
    if (signal.aborted) {
      throw signal.reason;
    }
    throw error instanceof SourceError ? error : (mysqlError(error) ?? error);
  } finally {
    signal.removeEventListener('abort', cut);
    watch.end();
    // the transaction has nothing to commit; a table that was left half read ends with its connection
    cut();
  }
}

async function connected(options: MysqlOptions, socket: GuardedSocket): Promise<Connection> {
  try {
    const { host, port, database, user, password, connectTimeoutMs = CONNECT_TIMEOUT } = options;
    const connection = createConnection({
      // by this the driver checks the certificate; the socket knows where to connect
      host: certificateName(options),
      stream: () => reaching(socket, port, host, certificateName(options)),
      database,
      user,
      password,
      ...tlsOptions(options),
      charset: 'utf8mb4',
      connectTimeout: connectTimeoutMs,
      connectAttributes: { program_name: 'Grafana Helpdesk Metrics' },
      // no file of ours is the server's; a statement is one; and names of functions are no reserved words
      flags: ['-LOCAL_FILES', '-MULTI_STATEMENTS', '-IGNORE_SPACE', '-CLIENT_QUERY_ATTRIBUTES'],
      disableEval: true,
    });
    // a connection that breaks between two statements is seen by the next one
    connection.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
    return connection;
  } catch (error) {
    throw connectError(error);
  }
}

/** Connects a socket; Node finds the name to check in it where it is an address, which the driver does not pass on. */
function reaching(socket: GuardedSocket, port: number, host: string, name: string): GuardedSocket {
  socket.setKeepAlive(true, KEEP_ALIVE).setNoDelay(true).connect(port, host);
  return Object.assign(socket, { _host: name });
}

function patienceOf({ statementTimeoutMs = STATEMENT_TIMEOUT, silenceTimeoutMs = Math.max(SILENCE, statementTimeoutMs / 5) }: MysqlOptions): Patience {
  return { statementMs: statementTimeoutMs, silenceMs: silenceTimeoutMs };
}

/** What holds for the whole session. With these modes the server's SQL is close to the standard's. */
function settings({ lockTimeoutMs = LOCK_TIMEOUT, idleTimeoutMs }: MysqlOptions, { statementMs, silenceMs }: Patience, version: string): string {
  const idle = seconds(idleTimeoutMs ?? Math.max(STATEMENT_TIMEOUT, statementMs));
  const values: Readonly<Record<string, string>> = {
    time_zone: "'+00:00'",
    sql_mode: "'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES'",
    character_set_client: 'utf8mb4',
    character_set_connection: 'utf8mb4',
    character_set_results: 'utf8mb4',
    ...(/mariadb/i.test(version) ? { max_statement_time: String(statementMs / 1000) } : { max_execution_time: String(Math.round(statementMs)) }),
    lock_wait_timeout: String(seconds(lockTimeoutMs)),
    // by these the server sees that we have gone or are cut off, and does not take us for gone while we store what came
    wait_timeout: String(idle),
    net_write_timeout: String(idle),
    net_read_timeout: String(seconds(silenceMs)),
    sql_big_selects: '1',
    // beyond what a value may have: a longer list is refused by its row, where it would be cut short without a word
    group_concat_max_len: String(2 * LONGEST_CELL),
  };
  return `SET ${Object.entries(values)
    .map(([name, value]) => `SESSION ${name} = ${value}`)
    .join(', ')}`;
}

/** The whole seconds of milliseconds, at least one. */
function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
