import { UPDATED_AT } from '../../../canonical/changing';
import type { CanonicalTable } from '../../../canonical/tables';
import { identifier } from '../../../duckdb/sql-text';
import { Problems } from '../../rows/problems';
import { ReadingRemarks } from '../../rows/reading-remarks';
import type { ReadingRules } from '../../rows/rules';
import { textRows } from '../../rows/rows';
import type { ChangedTable, ChangesAsked, ChangesTarget, LoadTarget, SourceChanges } from '../../source';
import { type Stream, streamTable } from '../batches/stream-table';
import type { KeyWords } from './key-ranges';
import { unlessKnown } from './known-bytes';
import { type Marks, type TableMark, UNREAD, watchedBy, writeMarks } from './marks';
import { sweep, type Swept } from './sweep';

/** A table of a database, in one snapshot of it. */
export interface WatchedTable {
  readonly table: CanonicalTable;
  readonly label: string;
  /** What stands after FROM. */
  readonly from: string;
  /** Its rows, or those for which a condition is true. */
  readonly stream: (where: string | null) => Pick<Stream, 'columns' | 'pieces' | 'decoder' | 'buffer'>;
  /** A condition that is true where an instant lies no earlier than another (epoch milliseconds) or is empty; null where the table lacks the column or its type cannot be compared so. */
  readonly since: (column: string, instant: number) => string | null;
  readonly words: KeyWords;
  /** A statement of one row, another one wherever a row of the table differs. */
  readonly digest: string;
  readonly rules: ReadingRules;
  /** What only a full table shows: keys that stand twice and the like. */
  readonly check: (target: LoadTarget, problems: Problems) => Promise<void>;
}

/** One state of a database. */
export interface WatchedState {
  readonly shape: string;
  readonly made: string | null;
  /** Its clock, epoch milliseconds. */
  readonly now: number;
  readonly tables: readonly WatchedTable[];
  /** The rows of a statement, as texts. */
  readonly ask: (sql: string) => Promise<ReadonlyArray<ReadonlyArray<string | null>>>;
}

/** A table without a mark is sent only after its digest has changed, from so many rows on. */
const WORTH_ASKING = 1_000;

/** Reads what changed since the marks into the target, compared by nobody yet. */
export async function readChanges(
  { shape, made, now, tables, ask }: WatchedState,
  target: ChangesTarget,
  marks: Marks,
  asked: ChangesAsked,
  signal: AbortSignal
): Promise<SourceChanges> {
  const problems = new Problems();
  const changed: ChangedTable[] = [];
  const next: Partial<Record<CanonicalTable['name'], TableMark>> = {};
  let rows = 0;
  for (const watched of tables) {
    const { name } = watched.table;
    const mark = marks.tables[name] ?? UNREAD;
    const before = rows;
    const read = async (where: string | null, known: string | null): Promise<string | null> => {
      const stream = watched.stream(where);
      const sent = await unlessKnown(stream.pieces, known);
      if (sent === null) {
        return null;
      }
      rows += await streamTable({ ...watched, ...stream, pieces: sent.pieces }, target, signal, problems, new ReadingRemarks(watched.rules), () => undefined);
      return sent.digest();
    };
    const since = (earlier: number) => (mark.by === null || mark.at === null ? null : watched.since(mark.by, Math.min(mark.at, now) - earlier));
    const where = since(asked.overlapMs);
    /** Reads what a sweep finds besides; says in which ranges keys differ. */
    const readLate = async (late: string): Promise<Swept | null> => {
      await read(`${late} AND NOT ${where ?? ''}`, null);
      const differing = problems.isEmpty ? await sweep(target, watched.table, watched.from, watched.words, ask) : null;
      if (differing) {
        await read(`${differing.serverWhere} AND NOT ${late}`, null);
      }
      return differing;
    };
    const late = asked.sweep ? orEdited(watched, mark, since(asked.overlapMs + asked.lateMs)) : null;
    // a sweep takes what lies in the overlap for read
    const whole = where === null && (mark.rows ?? 0) >= WORTH_ASKING ? JSON.stringify(await ask(watched.digest)) : null;
    if (whole !== null && whole === mark.digest) {
      next[name] = mark;
      continue;
    }
    const digest = await read(where, late === null && where === mark.where ? mark.digest : null);
    const differing = late === null ? null : await readLate(late);
    next[name] = digest === null ? mark : { ...(await markOf(watched, target, mark, where, whole ?? digest)), rows: rows - before };
    if (digest !== null || differing) {
      const calendars = changed.some((one) => one.name === 'calendar') ? [] : await keptCalendars(target);
      await watched.check({ ...target, calendars: [...(target.calendars ?? []), ...calendars] }, problems);
      changed.push({ name, complete: where === null ? 'true' : (differing?.duckdbWhere ?? 'false') });
    }
  }
  problems.throwIfAny();
  return changed.length === 0 ? { kind: 'nothing', marks: null } : { kind: 'rows', marks: writeMarks({ shape, made, tables: next }), tables: changed, rows };
}

/** Later than any row, and an instant in whatever a column of numbers counts. */
const FAR = Date.UTC(2199, 0);

/** A condition, or that a row says when it was edited: in a table in which none did when it was read, and which is watched by another column for that. */
function orEdited({ since }: Pick<WatchedTable, 'since'>, { by }: TableMark, condition: string | null): string | null {
  const unedited = by === UPDATED_AT ? null : since(UPDATED_AT, FAR);
  return condition === null || unedited === null ? condition : `(${condition} OR NOT ${unedited})`;
}

/** How far a table was read whose rows are in the target: all of them, or those that a condition is true for. */
export async function markOf(
  { table, since }: Pick<WatchedTable, 'table' | 'since'>,
  { connection, schema }: Pick<ChangesTarget, 'connection' | 'schema'>,
  before: TableMark,
  where: string | null,
  digest: string | null
): Promise<TableMark> {
  const columns = where === null ? watchedBy(table.name).filter((column) => since(column, 0) !== null) : [before.by ?? ''];
  for (const by of columns) {
    const [[found = null] = []] = await textRows(connection, `SELECT CAST(max(${identifier(by)}) AS VARCHAR) FROM ${schema}.${identifier(table.name)}`);
    const at = Math.max(where === null ? -Infinity : (before.at ?? -Infinity), found === null ? -Infinity : Number(found));
    if (at > -Infinity) {
      return { by, at, where, digest };
    }
  }
  return { by: null, at: null, where, digest };
}

async function keptCalendars({ connection, kept }: ChangesTarget): Promise<string[]> {
  return (await textRows(connection, `SELECT calendar_id FROM ${kept}.calendar`)).map(([id]) => id ?? '');
}
