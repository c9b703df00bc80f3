import { Socket } from 'node:net';
import { Client } from 'pg';

import { SourceError } from '../source';
import type { PostgresOptions } from './options';
import { connectError, postgresError } from './postgres-error';
import { tlsOptions } from './tls';

const STATEMENT_TIMEOUT = 600_000;
const LOCK_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 10_000;

/**
 * Runs work in one read-only transaction on a connection of its own: everything it reads is one snapshot. Where the signal aborts the
 * connection is cut, and the server ends what it was doing. Faults come as SourceErrors without host, user or password.
 */
export async function withSnapshot<Result>(options: PostgresOptions, signal: AbortSignal, work: (client: Client) => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const socket = new Socket();
  const client = newClient(options, socket);
  const cut = (): void => void socket.destroy();
  signal.addEventListener('abort', cut, { once: true });
  try {
    await client.connect().catch((error: unknown) => {
      throw connectError(error);
    });
    await client.query(session(options));
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work(client);
  } catch (error) {
    if (signal.aborted) {
      throw signal.reason;
    }
    throw error instanceof SourceError ? error : (postgresError(error) ?? error);
  } finally {
    signal.removeEventListener('abort', cut);
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
      stream: () => socket,
    });
  } catch (error) {
    throw connectError(error);
  }
  // a connection that breaks between two statements is seen by the next one
  client.on('error', () => undefined);
  return client;
}

/** What holds for the whole session, before any other statement. */
function session({ statementTimeoutMs = STATEMENT_TIMEOUT, lockTimeoutMs = LOCK_TIMEOUT }: PostgresOptions): string {
  return [
    'SET default_transaction_read_only = on',
    `SET statement_timeout = ${Math.round(statementTimeoutMs)}`,
    `SET lock_timeout = ${Math.round(lockTimeoutMs)}`,
    "SET TimeZone = 'UTC'",
    "SET DateStyle = 'ISO, YMD'",
    "SET client_encoding = 'UTF8'",
    // from version 14 on, a server sees by itself that we have gone, even within a long sort
    `SELECT set_config(name, '1s', false) FROM pg_catalog.pg_settings WHERE name = 'client_connection_check_interval'`,
  ].join('; ');
}
