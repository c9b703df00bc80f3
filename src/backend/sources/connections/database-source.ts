import type { CanonicalTable } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { CANONICAL_TYPE } from '../rows/column-kind';
import { columnProblems, matchColumns } from '../rows/columns';
import { checkTable } from '../rows/fill';
import { Problems } from '../rows/problems';
import type { RawTable } from '../rows/raw-table';
import { ReadingRemarks } from '../rows/reading-remarks';
import type { ReadingRules } from '../rows/rules';
import type { FoundTable, LoadTarget, Remark, Source } from '../source';
import { atMost } from './at-most';
import { type Stream, streamTable } from './batches/stream-table';

/** What a database has of one canonical table. */
export interface DatabaseTable {
  readonly table: CanonicalTable;
  /** How messages name it. */
  readonly label: string;
  readonly columns: ReadonlyArray<{ readonly name: string }>;
  /** Rows, where the database has an estimate. */
  readonly rows: number | null;
}

/** How one kind of database is read; each sentence of it is a SourceError. */
export interface Database<Session, Found extends DatabaseTable> {
  /** Runs work in one read-only transaction on a connection of its own: everything it reads is one snapshot. */
  readonly withSnapshot: <Result>(signal: AbortSignal, work: (session: Session) => Promise<Result>) => Promise<Result>;
  /** The tables that there are; what else is worth knowing goes to `remark`. */
  readonly find: (session: Session, remark: (remark: Remark) => void) => Promise<readonly Found[]>;
  /** The rows of a table on their way; nothing is asked before they are read. */
  readonly stream: (session: Session, found: Found) => Pick<Stream, 'columns' | 'pieces' | 'decoder' | 'buffer'>;
}

/** A helpdesk never has more connections of one data source than these, whatever is asked of it at once: loads, looks and lists. */
const CONNECTIONS = 4;

/** The tables of a database as a source. */
export function databaseSource<Session, Found extends DatabaseTable>({ find, stream, ...database }: Database<Session, Found>, rules: ReadingRules): Source {
  const limited = atMost(CONNECTIONS);
  const withSnapshot: typeof database.withSnapshot = (signal, work) => limited(signal, () => database.withSnapshot(signal, work));
  return {
    inspect: (signal, remark = () => undefined) =>
      withSnapshot(signal, async (session) => {
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
      withSnapshot(signal, async (session) => {
        const problems = new Problems();
        const read = new ReadingRemarks(rules);
        for (const found of complete(await find(session, () => undefined), problems)) {
          const table = found.table.name;
          progress({ table, rows: 0, total: found.rows });
          const rows = await streamTable({ ...found, ...stream(session, found) }, target, signal, problems, read, (done) =>
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
function complete<Found extends DatabaseTable>(tables: readonly Found[], problems: Problems): Found[] {
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
function filled(found: DatabaseTable, { schema }: LoadTarget, rules: ReadingRules): RawTable {
  return {
    table: found.table,
    label: found.label,
    columns: matchColumns(found.table, found.columns).map(({ column }) => ({ column, name: column.name, type: CANONICAL_TYPE })),
    rules,
    from: `${schema}.${identifier(found.table.name)}`,
  };
}
