import { identifier } from '../../../duckdb/sql-text';
import { CANONICAL_TYPE } from '../../rows/column-kind';
import { columnProblems, matchColumns } from '../../rows/columns';
import { checkTable } from '../../rows/fill';
import { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import { ReadingRemarks } from '../../rows/reading-remarks';
import { PLAIN_RULES, type ReadingRules } from '../../rows/rules';
import { CANONICAL } from '../../layouts/canonical';
import type { Named } from '../../layouts/layout';
import type { FoundTable, LoadTarget, Remark, Source } from '../../source';
import { streamTable } from '../batches/stream-table';
import { binaryBuffer } from './binary-buffer';
import { canonicalTables } from './canonical-tables';
import { withSnapshot } from './connection';
import { CopyDecoder } from './copy-decoder';
import { copyStatement } from './copy-statement';
import type { PostgresOptions } from './options';
import { layoutTables } from './layout-tables';
import type { PostgresTable } from './postgres-table';
import type { Session } from './session';

/** The helpdesk as tables or views in one schema of a PostgreSQL database: canonical ones, or its own, read by a layout. */
export function createPostgresSource(options: PostgresOptions, { name, layout }: Named = CANONICAL): Source {
  const { schema = 'public', rules = PLAIN_RULES } = options;
  const find = (session: Session, remark: (remark: Remark) => void = () => undefined): Promise<PostgresTable[]> =>
    layout.kind === 'canonical' ? canonicalTables(session, schema, remark) : layoutTables(session, schema, { name, layout }, remark);
  return {
    inspect: (signal, remark) =>
      withSnapshot(options, signal, async (session) => {
        const problems = new Problems();
        const tables = complete(await find(session, remark), problems);
        problems.throwIfAny();
        return tables.map((found): FoundTable => ({
          name: found.table.name,
          columns: matchColumns(found.table, found.columns).map(({ column }) => column.name),
          rows: found.rows,
        }));
      }),
    load: (target, signal, progress, remark = () => undefined) =>
      withSnapshot(options, signal, async (session) => {
        const problems = new Problems();
        const read = new ReadingRemarks(rules);
        for (const found of complete(await find(session), problems)) {
          const table = found.table.name;
          progress({ table, rows: 0, total: found.rows });
          const { sql, columns } = copyStatement(found);
          const stream = { ...found, columns, pieces: session.copy(sql), decoder: new CopyDecoder(), buffer: binaryBuffer };
          const rows = await streamTable(stream, target, signal, problems, read, (done) =>
            progress({ table, rows: done, total: found.rows && Math.max(found.rows, done) })
          );
          await checkTable(target, filled(found, target, rules), signal, problems);
          progress({ table, rows, total: rows });
        }
        problems.throwIfAny();
        read.all().forEach(remark);
        return null;
      }),
    close: () => Promise.resolve(),
  };
}

/** The tables that have all required columns; what the others lack is a problem. */
function complete(tables: readonly PostgresTable[], problems: Problems): PostgresTable[] {
  return tables.filter((found) => {
    const wrong = columnProblems(
      found.table,
      found.label,
      found.columns.map(({ name }) => name)
    );
    problems.add(wrong);
    return wrong.length === 0;
  });
}

/** The canonical table itself, once it is full, as the relation to check. */
function filled(found: PostgresTable, { schema }: LoadTarget, rules: ReadingRules): RawTable {
  return {
    table: found.table,
    label: found.label,
    columns: matchColumns(found.table, found.columns).map(({ column }) => ({ column, name: column.name, type: CANONICAL_TYPE })),
    rules,
    from: `${schema}.${identifier(found.table.name)}`,
  };
}
