import { join } from 'node:path';

import { quoted } from '../../src/backend/canonical/duckdb';
import { literal, type Writer } from './writer';

/** The DuckDB file's name in its folder. */
export const DUCKDB_FILE = 'helpdesk.duckdb';

/** One DuckDB file with all tables. */
export function duckdbWriter(folder: string): Writer {
  return async ({ connection, tables }, onTable) => {
    await connection.run(`ATTACH ${literal(join(folder, DUCKDB_FILE))} AS written`);
    for (const { table, sql } of tables) {
      onTable(table.name);
      await connection.run(`CREATE TABLE written.main.${quoted(table.name)} AS ${sql}`);
    }
    await connection.run('DETACH written');
  };
}
