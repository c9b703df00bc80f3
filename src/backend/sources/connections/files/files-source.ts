import { identifier } from '../../../duckdb/sql-text';
import { CANONICAL_TABLES, type TableName } from '../../../canonical/tables';
import { checkTable, explainRows, insertRows } from '../../rows/fill';
import { ReadingRemarks } from '../../rows/reading-remarks';
import type { Problems } from '../../rows/problems';
import { textRows } from '../../rows/rows';
import { PLAIN_RULES, type ReadingRules } from '../../rows/rules';
import { type FoundTable, type LoadProgress, type LoadTarget, type Source, SourceError } from '../../source';
import { within } from '../../within';
import { changedFiles, type Found, findFiles, type NamedFiles, namedFiles } from './find-files';
import { type OpenTable, withTables } from './open-tables';
import { withOwnDuckDB } from './own-duckdb';
import { isReadable, openFault, readFault, viewFault } from './read-fault';
import { withTimeLimit } from './time-limit';

/** Where the files lie. */
export interface FilesOptions {
  /** A folder of CSV or Parquet files, one a table, or one DuckDB file. */
  readonly path: string;
  /** How long reading one table may take, in milliseconds; 10 minutes by default. */
  readonly readTimeoutMs?: number;
  /** How values are read; plainly by default. */
  readonly rules?: ReadingRules;
  /** Tables that are not read, as they come from elsewhere. */
  readonly without?: readonly TableName[];
}

/** What all files are read with. */
type Reading = Required<Pick<FilesOptions, 'path' | 'rules' | 'readTimeoutMs' | 'without'>>;

const READ_TIMEOUT = 600_000;
/** How long the disk may take to say what is there, in milliseconds. */
const LOOK_TIMEOUT = 10_000;
/** How often files that change while they are read are read, at most. */
const ATTEMPTS = 3;

/** The helpdesk as a folder of CSV or Parquet files in the canonical layout, or as one DuckDB file. */
export function createFilesSource({ path, readTimeoutMs = READ_TIMEOUT, rules = PLAIN_RULES, without = [] }: FilesOptions): Source {
  const reading = { path, rules, readTimeoutMs, without };
  return sourceOf(() => findFiles(path), reading);
}

/** Single tables as files that the settings name. */
export function createTableFilesSource(
  named: NamedFiles,
  { readTimeoutMs = READ_TIMEOUT, rules = PLAIN_RULES }: Omit<FilesOptions, 'path' | 'without'>
): Source {
  const tables = CANONICAL_TABLES.map(({ name }) => name).filter((name) => named[name] !== undefined);
  const find = () => namedFiles(named);
  const without = CANONICAL_TABLES.map(({ name }) => name).filter((name) => !tables.includes(name));
  const source = sourceOf(find, { path: Object.values(named).join(', '), rules, readTimeoutMs, without });
  return {
    ...source,
    // they are small: one that has changed is read again with the others, and the helpdesk is not
    async changes(target, marks, _asked, signal) {
      if (marksOf(await find()) === marks) {
        return { kind: 'nothing', marks: null };
      }
      const rows = new Map<string, number>();
      const calendars = [...(target.calendars ?? []), ...(await calendarsIn(target.connection, target.kept))];
      const now = await source.load({ ...target, calendars }, signal, (progress) => rows.set(progress.table, progress.rows));
      return {
        kind: 'rows',
        marks: now ?? '',
        tables: tables.map((name) => ({ name, complete: 'true' })),
        rows: [...rows.values()].reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

/** The calendars of the rows that are kept: a file may name them, and none of them may have changed. */
async function calendarsIn(connection: LoadTarget['connection'], schema: string): Promise<string[]> {
  return (await textRows(connection, `SELECT calendar_id FROM ${schema}.calendar`)).flatMap(([id]) => id ?? []);
}

function sourceOf(find: () => Promise<Found>, reading: Reading): Source {
  const { path, rules, readTimeoutMs, without } = reading;
  const look = oneLook(find, path);
  return {
    async inspect(signal, remark) {
      const found = await look(signal);
      return withOwnDuckDB(pathsOf(found), (connection) =>
        withTimeLimit(connection, signal, readTimeoutMs, `"${path}"`, (either) =>
          withTables(found, { connection, path, rules, without, folder: null, signal: either, remark }, async (tables, problems) => {
            problems.throwIfAny();
            return tables.map(({ raw, rows }): FoundTable => ({ name: raw.table.name, columns: raw.columns.map(({ column }) => column.name), rows }));
          })
        )
      );
    },
    async load(target, signal, progress, remark = () => undefined) {
      let changed: readonly string[] = [];
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const found = await look(signal);
        const read = new ReadingRemarks(rules);
        const failed = await loadAll(found, reading, target, signal, progress, read).then(
          () => null,
          (error: unknown) => ({ error })
        );
        signal.throwIfAborted();
        changed = await look(signal).then(
          (now) => changedFiles(found, now),
          () => [...found.states.keys()]
        );
        if (changed.length === 0) {
          if (failed) {
            throw failed.error;
          }
          read.all().forEach(remark);
          return marksOf(found);
        }
        // a file that is half written may look wrong, and worse: right
        await empty(target, without);
      }
      throw new SourceError(
        'config',
        `${listed(changed)} changed while being read, ${ATTEMPTS} times in a row.`,
        'Write files elsewhere, and move them into place when they are complete.'
      );
    },
    // a helpdesk in files is read whole or not at all
    changes: async (_target, marks, _asked, signal) =>
      marksOf(await look(signal)) === marks ? { kind: 'nothing', marks: null } : { kind: 'reload', why: 'The files have changed.' },
    close: () => Promise.resolve(),
  };
}

/** What tells whether the files are as they were: their names, sizes and times. */
function marksOf({ path, states }: Found): string {
  return JSON.stringify([path, ...[...states].sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Looks at the path once at a time: a disk that does not answer holds one thread of the process, however often it is asked. */
function oneLook(find: () => Promise<Found>, path: string): (signal: AbortSignal) => Promise<Found> {
  let underWay: Promise<Found> | null = null;
  return (signal) => {
    underWay ??= find().finally(() => {
      underWay = null;
    });
    return within(underWay, LOOK_TIMEOUT, signal, () => new SourceError('timeout', `The disk of "${path}" does not answer.`));
  };
}

async function loadAll(
  found: Found,
  { path, rules, readTimeoutMs, without }: Reading,
  target: LoadTarget,
  signal: AbortSignal,
  progress: (progress: LoadProgress) => void,
  read: ReadingRemarks
): Promise<void> {
  const { connection, folder } = target;
  await withTables(found, { connection, path, rules, without, folder, signal }, async (tables, problems) => {
    for (const table of tables) {
      await withTimeLimit(connection, signal, readTimeoutMs, table.raw.label, (either) => loadTable(target, table, either, progress, problems, read));
    }
    problems.throwIfAny();
  });
}

async function loadTable(
  target: LoadTarget,
  { raw, rows, file, format }: OpenTable,
  signal: AbortSignal,
  progress: (progress: LoadProgress) => void,
  problems: Problems,
  read: ReadingRemarks
): Promise<void> {
  progress({ table: raw.table.name, rows: 0, total: rows });
  try {
    const inserted = await insertRows(target, raw, signal);
    if (inserted === null) {
      await explainRows(target, raw, signal, problems);
    } else {
      await checkTable(target, raw, signal, problems);
      await read.look(target.connection, raw);
      progress({ table: raw.table.name, rows: inserted, total: inserted });
    }
  } catch (error) {
    signal.throwIfAborted();
    // what can be read is not to blame: then it is the store that could not be written
    if (await isReadable(target.connection, raw)) {
      throw error;
    }
    const fault = file && (await readFault(error, file, format, signal));
    if (fault === null) {
      throw file ? openFault(error, file.name) : viewFault(error, raw.label);
    }
    problems.add([fault]);
  }
}

async function empty({ connection, schema }: LoadTarget, without: readonly TableName[]): Promise<void> {
  for (const { name } of CANONICAL_TABLES.filter((table) => !without.includes(table.name))) {
    await connection.run(`DELETE FROM ${schema}.${identifier(name)}`);
  }
}

/** What must be readable to look at what was found. */
function pathsOf(found: Found): readonly string[] {
  return found.path === '' && found.kind === 'folder' ? found.files.map(({ path }) => path) : [found.path];
}

/** Some names as a subject: `a.csv`, `a.csv and b.csv`, `a.csv and 3 more files`. */
function listed([first, ...more]: readonly string[]): string {
  return more.length === 0 ? first : more.length === 1 ? `${first} and ${more[0]}` : `${first} and ${more.length} more files`;
}
