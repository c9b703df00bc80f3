import { DUCKDB_TYPES } from '../../../canonical/duckdb';
import { identifier } from '../../../duckdb/sql-text';
import { columnProblems, matchColumns } from '../../rows/columns';
import { checkTable } from '../../rows/fill';
import { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import type { FoundTable, LoadTarget, Source } from '../../source';
import { withSnapshot } from './connection';
import { copyTable, labelOf } from './copy-table';
import type { PostgresOptions } from './options';
import { findTables, type PostgresTable } from './tables';

/** The helpdesk as canonical tables or views in one schema of a PostgreSQL database. */
export function createPostgresSource(options: PostgresOptions): Source {
  const { schema = 'public' } = options;
  return {
    inspect: (signal) =>
      withSnapshot(options, signal, async (session) => {
        const problems = new Problems();
        const tables = complete(await findTables(session, schema), problems);
        problems.throwIfAny();
        return tables.map((found): FoundTable => ({
          name: found.table.name,
          columns: matchColumns(found.table, found.columns).map(({ column }) => column.name),
          rows: found.rows,
        }));
      }),
    load: (target, signal, progress) =>
      withSnapshot(options, signal, async (session) => {
        const problems = new Problems();
        for (const found of complete(await findTables(session, schema), problems)) {
          const { name } = found.table;
          progress({ table: name, rows: 0, total: found.rows });
          const rows = await copyTable(session, schema, found, target, signal, problems, (done) =>
            progress({ table: name, rows: done, total: found.rows && Math.max(found.rows, done) })
          );
          await checkTable(target, filled(found, target), signal, problems);
          progress({ table: name, rows, total: rows });
        }
        problems.throwIfAny();
      }),
    close: () => Promise.resolve(),
  };
}

/** The tables that have all required columns; what the others lack is a problem. */
function complete(tables: readonly PostgresTable[], problems: Problems): PostgresTable[] {
  return tables.filter((found) => {
    const wrong = columnProblems(
      found.table,
      labelOf(found),
      found.columns.map(({ name }) => name)
    );
    problems.add(wrong);
    return wrong.length === 0;
  });
}

/** The canonical table itself, once it is full, as the relation to check. */
function filled(found: PostgresTable, { schema }: LoadTarget): RawTable {
  return {
    table: found.table,
    label: labelOf(found),
    columns: matchColumns(found.table, found.columns).map(({ column }) => ({ column, name: column.name, type: DUCKDB_TYPES[column.type] })),
    from: `${schema}.${identifier(found.table.name)}`,
  };
}
