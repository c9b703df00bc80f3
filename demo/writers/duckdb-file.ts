import { join } from 'node:path';

import { identifier, text } from '../../src/backend/duckdb/sql-text';
import type { Writer } from './writer';

/** The DuckDB file's name in its folder. */
export const DUCKDB_FILE = 'helpdesk.duckdb';

/** One DuckDB file with all tables. */
export function duckdbWriter(folder: string): Writer {
  return async ({ connection, tables }, onTable) => {
    await connection.run(`ATTACH ${text(join(folder, DUCKDB_FILE))} AS written`);
    for (const { table, sql } of tables) {
      onTable(table.name);
      await connection.run(`CREATE TABLE written.main.${identifier(table.name)} AS ${sql}`);
    }
    await connection.run('DETACH written');
  };
}
