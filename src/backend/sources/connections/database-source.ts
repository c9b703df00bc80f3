import { createHash } from 'node:crypto';

import type { TableName } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { CANONICAL_TYPE } from '../rows/column-kind';
import { columnProblems, matchColumns } from '../rows/columns';
import { checkTable } from '../rows/fill';
import { Problems } from '../rows/problems';
import type { RawTable } from '../rows/raw-table';
import { ReadingRemarks } from '../rows/reading-remarks';
import type { ReadingRules } from '../rows/rules';
import { type FoundTable, type LoadTarget, type Remark, type Source, type SourceChanges, SourceError } from '../source';
import { atMost } from './at-most';
import { type Stream, streamTable } from './batches/stream-table';
import type { KeyWords } from './increments/key-ranges';
import { readMarks, type TableMark, UNREAD, writeMarks } from './increments/marks';
import type { DatabaseTable } from './tables/database-table';
import { type Choosing, proposing } from './tables/proposing';
import { markOf, readChanges, type WatchedState } from './increments/read-changes';

/** How one kind of database is read; each sentence of it is a SourceError. */
export interface Database<Session, Found extends DatabaseTable> {
  /** Runs work in one read-only transaction on a connection of its own: everything it reads is one snapshot. */
  readonly withSnapshot: <Result>(signal: AbortSignal, work: (session: Session) => Promise<Result>) => Promise<Result>;
  /** The tables that there are; what else is worth knowing goes to `remark`. */
  readonly find: (session: Session, remark: (remark: Remark) => void) => Promise<readonly Found[]>;
  /** How it is looked at where what there is is not what the layout expects. */
  readonly choosing: Choosing<Session>;
  /** The rows of a table on their way, or those for which a condition is true; nothing is asked before they are read. */
  readonly stream: (session: Session, found: Found, where: string | null) => Pick<Stream, 'columns' | 'pieces' | 'decoder' | 'buffer'>;
  /** How one finds out what changed. */
  readonly watching: Watching<Session, Found>;
}

/** What tells of a kind of database what changed in it. */
export interface Watching<Session, Found> {
  /** Looks at a snapshot, and prepares it for reading tables that were found before: what differs whenever tables or their columns do, and its clock in epoch milliseconds. */
  readonly look: (session: Session) => Promise<{ readonly shape: string; readonly now: number }>;
  /** Throws where a table that was read in this snapshot has been altered, emptied or replaced since it began: what was read of it may not be what it had. */
  readonly steady: (session: Session) => Promise<void>;
  /** The rows of a statement, as texts. */
  readonly ask: (session: Session, sql: string) => Promise<ReadonlyArray<ReadonlyArray<string | null>>>;
  readonly since: (found: Found, column: string, instant: number) => string | null;
  readonly words: (found: Found) => KeyWords;
  readonly digest: (found: Found) => string;
}

/** A helpdesk never has more connections of one data source than these, whatever is asked of it at once: loads, looks and lists. */
const CONNECTIONS = 4;

/** The tables of a database as a source. */
export function databaseSource<Session, Found extends DatabaseTable>(
  { find, choosing, stream, watching, ...database }: Database<Session, Found>,
  rules: ReadingRules
): Source {
  const limited = atMost(CONNECTIONS);
  const withSnapshot: typeof database.withSnapshot = (signal, work) => limited(signal, () => database.withSnapshot(signal, work));
  /** A digest of what tables were made from; null where from nothing. */
  const made = async (session: Session, tables: readonly Found[]): Promise<string | null> => {
    const answers: unknown[] = [];
    for (const sql of new Set(tables.flatMap(({ madeOf = [] }) => madeOf))) {
      answers.push(await watching.ask(session, sql));
    }
    return answers.length === 0 ? null : createHash('md5').update(JSON.stringify(answers)).digest('hex');
  };
  /** What was found last, and in which shape: it need not be found again while that is the same. */
  let known: { readonly shape: string; readonly tables: readonly Found[] } | null = null;
  return {
    inspect: (signal, remark = () => undefined) =>
      withSnapshot(signal, async (session) => {
        try {
          const problems = new Problems();
          const tables = complete(await find(session, remark), problems);
          problems.throwIfAny();
          return tables.map((found): FoundTable => ({
            name: found.table.name,
            columns: matchColumns(found.table, found.columns).map(({ column }) => column.name),
            rows: found.rows,
          }));
        } catch (error) {
          throw error instanceof SourceError ? await proposing(error, session, choosing) : error;
        }
      }),
    load: (target, signal, progress, remark = () => undefined) =>
      withSnapshot(signal, async (session) => {
        const problems = new Problems();
        const read = new Map<ReadingRules, ReadingRemarks>();
        const { shape } = await watching.look(session);
        const tables = complete(await find(session, () => undefined), problems);
        const marks: Array<[TableName, TableMark]> = [];
        for (const found of tables) {
          const table = found.table.name;
          progress({ table, rows: 0, total: found.rows });
          const { rules: how = rules } = found;
          const reading = read.get(how) ?? new ReadingRemarks(how);
          read.set(how, reading);
          const rows = await streamTable({ ...found, ...stream(session, found, null) }, target, signal, problems, reading, (done) =>
            progress({ table, rows: done, total: found.rows && Math.max(found.rows, done) })
          );
          await checkTable(target, filled(found, target, rules), signal, problems);
          const since = (column: string, instant: number): string | null => watching.since(found, column, instant);
          marks.push([table, { ...(await markOf({ ...found, since }, target, UNREAD, null, null)), rows }]);
          progress({ table, rows, total: rows });
        }
        await watching.steady(session);
        problems.throwIfAny();
        [...read.values()].flatMap((one) => one.all()).forEach(remark);
        known = { shape, tables };
        return writeMarks({ shape, made: await made(session, tables), tables: Object.fromEntries(marks) });
      }),
    changes: (target, written, asked, signal) =>
      withSnapshot(signal, async (session): Promise<SourceChanges> => {
        const marks = readMarks(written);
        const { shape, now } = await watching.look(session);
        if (shape !== marks.shape) {
          return { kind: 'reload', why: 'Tables or their columns have changed.' };
        }
        const tables = known?.shape === shape ? known.tables : complete(await find(session, () => undefined), new Problems());
        known = { shape, tables };
        if ((await made(session, tables)) !== marks.made) {
          return { kind: 'reload', why: 'What the layout’s SELECTs are made from has changed.' };
        }
        const state: WatchedState = {
          shape,
          made: marks.made,
          now,
          tables: tables.map((found) => ({
            ...found,
            stream: (where) => stream(session, found, where),
            since: (column, instant) => watching.since(found, column, instant),
            words: watching.words(found),
            digest: watching.digest(found),
            rules: found.rules ?? rules,
            check: (into, problems) => checkTable(into, filled(found, into, rules), signal, problems),
          })),
          ask: (sql) => watching.ask(session, sql),
        };
        const changes = await readChanges(state, target, marks, asked, signal);
        await watching.steady(session);
        return changes;
      }).catch((error: unknown): SourceChanges => {
        // a table elsewhere than the others is not among what was looked at
        if (error instanceof SourceError && error.category === 'schema' && error.cause !== undefined) {
          return { kind: 'reload', why: error.message };
        }
        throw error;
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
