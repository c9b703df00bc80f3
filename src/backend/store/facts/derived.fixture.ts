import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { createCanonicalTables } from '../../canonical/duckdb';
import { deriveFacts } from './derive';
import type { FactOptions } from './options';

/** Where a test's canonical tables and facts are. */
export const OPTIONS: FactOptions = { staging: 'memory.staging', target: 'memory.facts', defaultCalendarId: null, nowMs: Date.parse('2026-03-02T12:00:00Z') };

/** A DuckDB with empty canonical tables, after `fill`, and whatever is derived of them by `derive`. */
export async function derived(fill: readonly string[] = [], options = OPTIONS): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE SCHEMA staging');
  await connection.run('CREATE SCHEMA facts');
  for (const statement of [...createCanonicalTables(OPTIONS.staging), ...fill]) {
    await connection.run(statement);
  }
  await deriveFacts(connection, options, new AbortController().signal, () => undefined);
  return connection;
}
