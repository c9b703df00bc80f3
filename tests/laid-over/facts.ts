import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanonicalTables } from '../../src/backend/canonical/duckdb';
import { createSource } from '../../src/backend/sources';
import { deriveDelta, type Laid } from '../../src/backend/store/facts/delta/derive-delta';
import { deriveFacts } from '../../src/backend/store/facts/derive';
import type { FactOptions } from '../../src/backend/store/facts/options';
import type { Helpdesk } from '../oracle/model';
import { writeHelpdesk } from '../oracle/write';

const never = new AbortController().signal;
const nothing = () => undefined;

/** How facts are derived: by these settings, as if it were this instant (epoch milliseconds). */
export type How = Omit<FactOptions, 'staging' | 'target' | 'over'>;

/** Of each connection another one to its DuckDB. */
const OTHERS = new WeakMap<DuckDBConnection, DuckDBConnection>();

/** A DuckDB in which each state of a helpdesk gets databases of its own. */
export async function openDuckDb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  OTHERS.set(connection, await instance.connect());
  return connection;
}

/** Reads a helpdesk's rows into a new database, as the store does. */
export async function readRows(connection: DuckDBConnection, helpdesk: Helpdesk, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'laid-over-'));
  const source = createSource({ type: 'files', path: folder });
  try {
    await writeHelpdesk(helpdesk, folder);
    await connection.run(`ATTACH ':memory:' AS ${name}`);
    for (const statement of createCanonicalTables(`${name}.main`)) {
      await connection.run(statement);
    }
    await source.load({ connection, schema: `${name}.main`, folder }, never, nothing);
    return `${name}.main`;
  } finally {
    await source.close();
    await rm(folder, { recursive: true });
  }
}

/** Derives all facts of a state into a new database. */
export async function deriveWhole(connection: DuckDBConnection, rows: string, name: string, how: How): Promise<string> {
  await connection.run(`ATTACH ':memory:' AS ${name}`);
  await deriveFacts(connection, { ...how, staging: rows, target: `${name}.main` }, never, nothing);
  return `${name}.main`;
}

/** Lays the facts of what is in the connection's temporary tables of touched tickets and agents over those of a base, into a new database: by two statements at once, as the store does. */
export async function layOver(
  connection: DuckDBConnection,
  { name, ...places }: { readonly rows: string; readonly base: string; readonly former: string | null; readonly name: string },
  how: How
): Promise<Laid> {
  const other = OTHERS.get(connection);
  const connections = other ? [other] : [];
  const all = async (sql: string) => {
    for (const one of [connection, ...connections]) {
      await one.run(sql);
    }
  };
  await connection.run(`ATTACH ':memory:' AS ${name}; ATTACH ':memory:' AS work`);
  await all('USE work.main');
  try {
    return await deriveDelta(connection, { ...how, ...places, target: name, beside: { connections, work: 'work' } }, never);
  } finally {
    await all('USE memory.main');
    await connection.run('DETACH work');
  }
}
