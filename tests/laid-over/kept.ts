import type { DuckDBConnection } from '@duckdb/node-api';

import { createCanonicalTables } from '../../src/backend/canonical/duckdb';
import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { applyChanges } from '../../src/backend/store/rows/apply-changes';
import { type RowsMeta, writeRowsMeta } from '../../src/backend/store/rows/rows-meta';
import type { Touched } from '../../src/backend/store/rows/touched';

/** A helpdesk's rows as a store keeps them: changed by what differs. */
export interface Kept {
  readonly schema: string;
  /** Brings them to the state of a schema of all rows; says what that touched, which is then in the connection's temporary tables. */
  readonly change: (rows: string) => Promise<Touched>;
}

/** Nothing is forgotten of what was touched: the log grows by a few rows. */
const NEVER_KNOWN = -1;

/** Keeps the rows of a schema, in a database of their own. */
export async function keepRows(connection: DuckDBConnection, rows: string): Promise<Kept> {
  const schema = 'kept.main';
  let meta: RowsMeta = { id: 'r', revision: 0, loadedAt: 0, readAt: 0, marks: null, found: [], remarks: [] };
  const load = async (from: string) => {
    const filled = CANONICAL_TABLES.map(({ name }) => `INSERT INTO ${schema}.${name} FROM ${from}.${name}`);
    for (const statement of ['DETACH DATABASE IF EXISTS kept', `ATTACH ':memory:' AS kept`, ...createCanonicalTables(schema), ...filled]) {
      await connection.run(statement);
    }
    await writeRowsMeta(connection, schema, 'f', meta);
  };
  await load(rows);
  return {
    schema,
    change: async (changes) => {
      const tables = CANONICAL_TABLES.map(({ name }) => ({ name, complete: 'true' }));
      const applied = await applyChanges(connection, { rows: schema, changes }, tables, meta, { readAt: 0, marks: null }, NEVER_KNOWN);
      if (applied.kind === 'reload') {
        await load(changes);
        return { kind: 'everything', why: applied.why };
      }
      meta = applied.meta;
      return applied.touched;
    },
  };
}
