import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { dirname } from 'node:path';

import { columnProblems } from '../rows/columns';
import { checkTable, explainRows, insertRows } from '../rows/fill';
import { interruptible } from '../rows/interruptible';
import { Problems } from '../rows/problems';
import type { RawTable } from '../rows/raw-table';
import { type FoundTable, type LoadProgress, type LoadTarget, type Source, SourceError } from '../source';
import { csvHeader, csvTable } from './csv';
import { databaseTable, databaseTableNames, databaseTables, withDatabase } from './duckdb-file';
import { type Found, findFiles, type TableFile } from './find-files';
import { parquetColumns, parquetRows, parquetTable } from './parquet';
import { openFault, readFault } from './read-fault';

/** Where the files lie. */
export interface FilesOptions {
  /** A folder of CSV or Parquet files, one a table, or one DuckDB file. */
  readonly path: string;
}

/** One table ready to be read. */
interface Opened {
  readonly raw: RawTable;
  readonly rows: number | null;
  /** What the file calls its columns. */
  readonly names: readonly string[];
  /** Null for the tables of a DuckDB file. */
  readonly file: TableFile | null;
}

/** The helpdesk as a folder of CSV or Parquet files in the canonical layout, or as one DuckDB file. */
export function createFilesSource({ path }: FilesOptions): Source {
  return {
    async inspect(signal) {
      const found = await findFiles(path);
      return withOwnDuckDB(found, signal, (connection) => withTables(connection, found, path, async (tables, problems) => {
        problems.throwIfAny();
        return tables.map(({ raw, rows }): FoundTable => ({ name: raw.table.name, columns: raw.columns.map(({ column }) => column.name), rows }));
      }));
    },
    async load(target, signal, progress) {
      signal.throwIfAborted();
      const found = await findFiles(path);
      await withTables(target.connection, found, path, async (tables, problems) => {
        for (const table of tables) {
          signal.throwIfAborted();
          await loadTable(target, table, signal, progress, problems);
        }
        problems.throwIfAny();
      });
    },
    close: () => Promise.resolve(),
  };
}

async function loadTable(
  target: LoadTarget, { raw, rows, file, names }: Opened, signal: AbortSignal, progress: (progress: LoadProgress) => void, problems: Problems
): Promise<void> {
  progress({ table: raw.table.name, rows: 0, total: rows });
  try {
    const inserted = await insertRows(target, raw, signal);
    if (inserted === null) {
      await explainRows(target, raw, signal, problems);
    } else {
      await checkTable(target, raw, signal, problems);
      progress({ table: raw.table.name, rows: inserted, total: inserted });
    }
  } catch (error) {
    signal.throwIfAborted();
    const fault = file && (await readFault(error, file, names.length));
    if (fault === null) {
      throw openFault(error, raw.label);
    }
    problems.add([fault]);
  }
}

/** Opens what was found while `work` reads it; tables that cannot be read are left out and are among the problems. */
async function withTables<Result>(
  connection: DuckDBConnection, found: Found, path: string, work: (tables: readonly Opened[], problems: Problems) => Promise<Result>
): Promise<Result> {
  const problems = new Problems();
  if (found.kind === 'folder') {
    const tables: Opened[] = [];
    for (const file of found.files) {
      const table = await openFile(connection, file, problems, path);
      if (table) {
        tables.push(table);
      }
    }
    return work(complete(tables, problems), problems);
  }
  let isOpen = false;
  try {
    return await withDatabase(connection, found.path, async (database) => {
      const names = await databaseTableNames(connection, database);
      const tables = await databaseTables(connection, database, names);
      isOpen = true;
      if (!tables.some(({ table }) => table.required)) {
        const list = names.length === 0 ? 'no tables' : names.slice(0, 8).join(', ');
        throw new SourceError('schema', `The DuckDB file "${path}" has ${list}, but no table "ticket".`, 'The canonical tables are expected in its schema main.');
      }
      const opened = tables.map((table) => ({
        raw: databaseTable(found.name, database, table), rows: table.rows, names: table.columns.map(({ name }) => name), file: null,
      }));
      return work(complete(opened, problems), problems);
    });
  } catch (error) {
    throw isOpen ? error : openFault(error, path);
  }
}

/** The tables that have all required columns. */
function complete(tables: readonly Opened[], problems: Problems): Opened[] {
  return tables.filter(({ raw, names }) => {
    const wrong = columnProblems(raw.table, raw.label, names);
    problems.add(wrong);
    return wrong.length === 0;
  });
}

async function openFile(connection: DuckDBConnection, file: TableFile, problems: Problems, path: string): Promise<Opened | null> {
  if (file.format === 'csv') {
    const names = await csvHeader(file.path).catch(() => {
      throw new SourceError('config', `${file.name} cannot be read by the user that runs Grafana.`);
    });
    if (names.length === 0) {
      problems.add([`${file.name} is empty: a header is expected on its first line.`]);
      return null;
    }
    return { raw: csvTable(file, names), rows: null, names, file };
  }
  try {
    const columns = await parquetColumns(connection, file.path);
    return { raw: parquetTable(file, columns), rows: await parquetRows(connection, file.path), names: columns.map(({ name }) => name), file };
  } catch (error) {
    const fault = await readFault(error, file, 0);
    if (fault === null) {
      throw openFault(error, path);
    }
    problems.add([fault]);
    return null;
  }
}

/** Looking needs no store: a small DuckDB of its own that can read these files and nothing else. */
async function withOwnDuckDB<Result>(found: Found, signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const folder = dirname(found.kind === 'database' ? found.path : found.files[0].path);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
  const connection = await instance.connect();
  try {
    await connection.run(`SET allowed_directories = ['${folder.replaceAll("'", "''")}']`);
    await connection.run('SET enable_external_access = false');
    return await interruptible(connection, signal, () => work(connection));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
