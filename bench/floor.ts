import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The same engine, the same file, no plugin: what a question costs at least. */
export interface Floor {
  /** One statement, its rows fetched. */
  ask(sql: string): Promise<void>;
  explain(sql: string): Promise<string>;
  close(): void;
}

/** Opens a copy of a store's newest facts: the backend holds the file itself. */
export async function openFloor(copy: string): Promise<Floor> {
  const instance = await DuckDBInstance.create(copy, { access_mode: 'READ_ONLY' });
  const connection: DuckDBConnection = await instance.connect();
  return {
    ask: async (sql) => void (await connection.runAndReadAll(sql)),
    explain: async (sql) =>
      (await connection.runAndReadAll(`EXPLAIN ANALYZE ${sql}`))
        .getRowsJS()
        .map((row) => String(row[1]))
        .join('\n'),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The newest facts file below a store's directory. */
export function factsFile(directory: string): string {
  const [newest] = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /facts-\d+\.duckdb$/.test(file))
    .sort()
    .reverse();
  if (!newest) {
    throw new Error(`There is no store below ${directory}.`);
  }
  return join(directory, newest);
}
