import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanonicalTables } from '../../canonical/duckdb';
import { identifier } from '../../duckdb/sql-text';
import { CANONICAL_TABLES } from '../../canonical/tables';
import type { LoadTarget, Source } from '../source';

/** A DuckDB in memory with empty canonical tables, for one test. */
interface TestTarget extends LoadTarget {
  readonly connection: DuckDBConnection;
  /** All rows of a table as JSON values, in the order of its key. */
  rows(table: string): Promise<unknown[]>;
  /** All tables that have rows. */
  all(): Promise<Record<string, unknown[]>>;
  close(): void;
}

/** Makes a target; the schema's name needs quotes, as any name might. */
export async function testTarget(): Promise<TestTarget> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  // a plugin may run anywhere
  await connection.run("SET TimeZone = 'America/Caracas'");
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-target-'));
  const schema = 'memory."the staging"';
  await connection.run(`CREATE SCHEMA ${schema}`);
  for (const statement of createCanonicalTables(schema)) {
    await connection.run(statement);
  }
  const rows = async (table: string): Promise<unknown[]> => {
    const order =
      CANONICAL_TABLES.find(({ name }) => name === table)
        ?.key.map(identifier)
        .join(', ') ?? 'ALL';
    const reader = await connection.runAndReadAll(`SELECT * FROM ${schema}.${identifier(table)} ORDER BY ${order}`);
    return reader.getRowObjectsJson();
  };
  return {
    connection,
    schema,
    folder,
    rows,
    all: async () => {
      const tables: Record<string, unknown[]> = {};
      for (const { name } of CANONICAL_TABLES) {
        const found = await rows(name);
        if (found.length > 0) {
          tables[name] = found;
        }
      }
      return tables;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A signal that never aborts. */
export const NEVER = new AbortController().signal;

/** What a source's load says is wrong, or null where it succeeds. */
export async function loadFault(source: Source): Promise<{ readonly message: string; readonly category: string } | null> {
  const target = await testTarget();
  try {
    await source.load(target, NEVER, () => undefined);
    return null;
  } catch (error) {
    return { message: (error as Error).message, category: (error as { category?: string }).category ?? String(error) };
  } finally {
    await source.close();
    target.close();
  }
}
