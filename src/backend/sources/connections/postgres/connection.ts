import type { Socket } from 'node:net';
import { Client } from 'pg';

import { SourceError } from '../../source';
import { GuardedSocket } from '../targets/guarded-socket';
import { type Patience, Watch } from '../watch';
import type { PostgresOptions } from './options';
import { connectError, postgresError } from './postgres-error';
import { Session } from './session';
import { tlsOptions } from './tls';

const STATEMENT_TIMEOUT = 600_000;
const LOCK_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 10_000;
/** Silence is taken for a stall after a fifth of a statement's time, but not before this, in milliseconds. */
const SILENCE = 60_000;
/** When either side first asks whether the other is still there, in milliseconds. */
const KEEP_ALIVE = 30_000;

/**
 * Runs work in one read-only transaction on a connection of its own: everything it reads is one snapshot. Where the signal aborts the
 * connection is cut, and the server ends what it was doing; likewise where it stops answering. Faults come as SourceErrors without host, user or password.
 */
export async function withSnapshot<Result>(options: PostgresOptions, signal: AbortSignal, work: (session: Session) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const socket = new GuardedSocket();
  const client = newClient(options, socket);
  const patience = patienceOf(options);
  const watch = new Watch(socket, patience);
  const session = new Session(client, watch);
  const cut = (): void => void socket.destroy();
  signal.addEventListener('abort', cut, { once: true });
  try {
    await client.connect().catch((error: unknown) => {
      throw connectError(error);
    });
    await session.query(settings(options, patience));
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(session);
    // a connection that merely breaks is a line in the server's log
    await watch.short(client.end()).catch(() => undefined);
    return result;
  } catch (error) {
    if (signal.aborted) {
      throw signal.reason;
    }
    throw error instanceof SourceError ? error : (postgresError(error) ?? error);
  } finally {
    signal.removeEventListener('abort', cut);
    watch.end();
    // the transaction has nothing to commit; a COPY that was left half read ends with its connection
    cut();
  }
}

function newClient(options: PostgresOptions, socket: Socket): Client {
  let client: Client;
  try {
    client = new Client({
      host: options.host,
      port: options.port,
      database: options.database,
      user: options.user,
      // a function keeps the driver from looking into the environment and ~/.pgpass
      password: () => options.password,
      ssl: tlsOptions(options),
      application_name: 'Grafana Helpdesk Metrics',
      connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE,
      stream: () => socket,
    });
  } catch (error) {
    throw connectError(error);
  }
  // a connection that breaks between two statements is seen by the next one
  client.on('error', () => undefined);
  return client;
}

function patienceOf({ statementTimeoutMs = STATEMENT_TIMEOUT, silenceTimeoutMs = Math.max(SILENCE, statementTimeoutMs / 5) }: PostgresOptions): Patience {
  return { statementMs: statementTimeoutMs, silenceMs: silenceTimeoutMs };
}

/** What holds for the whole session, before any other statement. */
function settings({ lockTimeoutMs = LOCK_TIMEOUT, idleTimeoutMs }: PostgresOptions, { statementMs, silenceMs }: Patience): string {
  // where a server knows them: by these it sees that we have gone or are cut off, and keeps neither our snapshot nor its locks
  const ifKnown = {
    client_connection_check_interval: 1_000,
    idle_in_transaction_session_timeout: idleTimeoutMs ?? Math.max(STATEMENT_TIMEOUT, statementMs),
    tcp_keepalives_idle: KEEP_ALIVE / 1000,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 6,
    tcp_user_timeout: silenceMs,
  };
  return [
    'SET default_transaction_read_only = on',
    `SET statement_timeout = ${Math.round(statementMs)}`,
    `SET lock_timeout = ${Math.round(lockTimeoutMs)}`,
    "SET TimeZone = 'UTC'",
    "SET DateStyle = 'ISO, YMD'",
    "SET client_encoding = 'UTF8'",
    `SELECT set_config(s.name, v.value, false) FROM (VALUES ${Object.entries(ifKnown)
      .map(([name, value]) => `('${name}', '${Math.round(value)}')`)
      .join(', ')}) v(name, value) JOIN pg_catalog.pg_settings s ON s.name = v.name`,
  ].join('; ');
}
