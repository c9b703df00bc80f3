import type { DuckDBConnection } from '@duckdb/node-api';

import type { TableName } from '../../canonical/tables';
import type { ChangedTable } from '../../sources/source';
import { replaceRows } from './replace-rows';
import { changeRowsMeta, type RowsMeta } from './rows-meta';
import { forgetTouched, type Touched, touchedSince } from './touched';
import { logTouched } from './log-touched';

/** What changes are applied to: schemas of one connection. */
interface Schemas {
  /** That of the kept rows, such as `rows_3.main`. */
  readonly rows: string;
  /** That of the rows that were read: canonical tables, of which `tables` may have changed. */
  readonly changes: string;
}

/** What was applied: the rows’ new meta, what that touched, and how many rows were replaced, added or removed. Or why all must be loaded anew. */
export type Applied =
  { readonly kind: 'applied'; readonly meta: RowsMeta; readonly touched: Touched; readonly rows: number } | { readonly kind: 'reload'; readonly why: string };

/** Past this share of all tickets a load is no dearer; fewer than so many are never too many. */
const LARGEST_SHARE = 1 / 5;
const NEVER_TOO_MANY = 1_000;

/**
 * Puts what a source has read into the kept rows, in one transaction: rows that differ are replaced, those that are gone go. `next` is the meta of what was read;
 * what was touched up to the revision `known`, which all facts in use know, is forgotten.
 */
export async function applyChanges(
  connection: DuckDBConnection,
  schemas: Schemas,
  tables: readonly ChangedTable[],
  before: RowsMeta,
  next: Pick<RowsMeta, 'readAt' | 'marks'>,
  known: number
): Promise<Applied> {
  const { rows } = schemas;
  const meta: RowsMeta = { ...before, ...next, revision: before.revision + 1 };
  await connection.run('BEGIN');
  try {
    let replaced = 0;
    const changed: TableName[] = [];
    for (const table of tables) {
      const { found, gone } = await replaceRows(connection, schemas, table);
      if (table.name === 'calendar' && gone > 0) {
        await connection.run('ROLLBACK');
        return { kind: 'reload', why: 'A calendar is gone, which other rows may name.' };
      }
      if (found + gone > 0) {
        changed.push(table.name);
        replaced += found + gone;
        await logTouched(connection, rows, table.name, meta.revision);
      }
    }
    if (changed.length === 0) {
      await connection.run('ROLLBACK');
      return { kind: 'applied', meta: { ...before, ...next }, touched: { kind: 'nothing' }, rows: 0 };
    }
    await changeRowsMeta(connection, rows, meta);
    await forgetTouched(connection, rows, known);
    const touched = await touchedSince(connection, rows, before.revision);
    if (touched.kind === 'some' && touched.ticket > Math.max(NEVER_TOO_MANY, LARGEST_SHARE * (await ticketsIn(connection, rows)))) {
      await connection.run('ROLLBACK');
      return { kind: 'reload', why: `${touched.ticket} tickets have changed.` };
    }
    await connection.run('COMMIT');
    return { kind: 'applied', meta, touched, rows: replaced };
  } catch (error) {
    // a statement that failed may have ended the transaction already
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function ticketsIn(connection: DuckDBConnection, rows: string): Promise<number> {
  return Number((await connection.runAndReadAll(`SELECT count(*) FROM ${rows}.ticket`)).getRows()[0]?.[0] ?? 0);
}
