import type { DuckDBConnection } from '@duckdb/node-api';

import { UPDATED_AT } from '../../canonical/changing';
import { canonicalTable } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import type { ChangedTable } from '../../sources/source';

/**
 * The temporary tables that `replaceRows` leaves, for whoever wants to know what they touch: the rows of a table that were found to be new or others,
 * and those that they replaced or that are gone. `is_same`: nothing but `updated_at` differs.
 */
export const FOUND_ROWS = 'temp.found_rows';
export const FORMER_ROWS = 'temp.former_rows';

/** Replaces the kept rows of a table that differ from what was read, adds new ones and removes those that are gone; says how many were found and how many went. */
export async function replaceRows(
  connection: DuckDBConnection,
  { rows, changes }: { readonly rows: string; readonly changes: string },
  { name, complete }: ChangedTable
): Promise<{ readonly found: number; readonly gone: number }> {
  const { key, columns } = canonicalTable(name);
  const kept = `${rows}.${identifier(name)}`;
  const read = `${changes}.${identifier(name)}`;
  // a part of a key may be empty
  const sameKey = (a: string, b: string) => key.map((part) => `${a}.${identifier(part)} IS NOT DISTINCT FROM ${b}.${identifier(part)}`).join(' AND ');
  const differs = (names: readonly string[]) => (names.length === 0 ? 'false' : names.map((one) => `c.${one} IS DISTINCT FROM k.${one}`).join(' OR '));
  const names = columns.map((column) => column.name);
  const values = names.filter((one) => !key.includes(one)).map(identifier);
  const meaning = values.filter((one) => one !== identifier(UPDATED_AT));
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE found_rows AS
    SELECT c.*, k.row_id IS NOT NULL AND NOT (${differs(meaning)}) AS is_same, k AS replaced
    FROM ${read} c LEFT JOIN (SELECT rowid AS row_id, * FROM ${kept}) k ON ${sameKey('k', 'c')}
    WHERE k.row_id IS NULL OR ${differs(values)}`);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE former_rows AS
    SELECT is_same, unnest(replaced) FROM ${FOUND_ROWS} WHERE replaced.row_id IS NOT NULL`);
  if (complete !== 'false') {
    await connection.run(`
      INSERT INTO ${FORMER_ROWS} BY NAME
      SELECT k.*, false AS is_same FROM (SELECT rowid AS row_id, * FROM ${kept} WHERE ${complete}) k ANTI JOIN ${read} c ON ${sameKey('k', 'c')}`);
  }
  const counts = await connection.runAndReadAll(`SELECT count(*), count(replaced.row_id), (SELECT count(*) FROM ${FORMER_ROWS}) FROM ${FOUND_ROWS}`);
  const [[found, replaced, former]] = counts.getRows().map((row) => row.map(Number));
  if (former > 0) {
    await connection.run(`DELETE FROM ${kept} WHERE rowid IN (SELECT row_id FROM ${FORMER_ROWS})`);
  }
  if (found > 0) {
    await connection.run(`INSERT INTO ${kept} BY NAME SELECT ${names.map(identifier).join(', ')} FROM ${FOUND_ROWS}`);
  }
  return { found, gone: former - replaced };
}
