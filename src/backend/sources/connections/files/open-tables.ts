import type { DuckDBConnection } from '@duckdb/node-api';

import { columnProblems } from '../../rows/columns';
import { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import { SourceError } from '../../source';
import { csvHeader, csvTable } from './csv';
import { databaseTable, databaseTableNames, databaseTables, withDatabase } from './duckdb-file';
import type { Found, TableFile } from './find-files';
import { parquetColumns, parquetRows, parquetTable } from './parquet';
import { openFault, readFault } from './read-fault';

/** One table ready to be read. */
export interface OpenTable {
  readonly raw: RawTable;
  readonly rows: number | null;
  /** What the file calls its columns. */
  readonly names: readonly string[];
  /** Null for the tables of a DuckDB file. */
  readonly file: TableFile | null;
}

/** Opens what was found while `work` reads it; tables that cannot be read are left out and are among the problems. */
export async function withTables<Result>(
  connection: DuckDBConnection,
  found: Found,
  path: string,
  signal: AbortSignal,
  work: (tables: readonly OpenTable[], problems: Problems) => Promise<Result>
): Promise<Result> {
  const problems = new Problems();
  if (found.kind === 'folder') {
    const tables: OpenTable[] = [];
    for (const file of found.files) {
      const table = await openFile(connection, file, problems, path, signal);
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
      isOpen = true;
      const tables = await databaseTables(connection, found.name, database, names);
      if (!tables.some(({ table }) => table.required)) {
        const list = names.length === 0 ? 'no tables' : names.slice(0, 8).join(', ');
        throw new SourceError(
          'schema',
          `The DuckDB file "${path}" has ${list}, but no table "ticket".`,
          'The canonical tables are expected in its schema main.'
        );
      }
      const opened = tables.map((table) => ({
        raw: databaseTable(found.name, database, table),
        rows: table.rows,
        names: table.columns.map(({ name }) => name),
        file: null,
      }));
      return work(complete(opened, problems), problems);
    });
  } catch (error) {
    throw isOpen ? error : openFault(error, path);
  }
}

/** The tables that have all required columns. */
function complete(tables: readonly OpenTable[], problems: Problems): OpenTable[] {
  return tables.filter(({ raw, names }) => {
    const wrong = columnProblems(raw.table, raw.label, names);
    problems.add(wrong);
    return wrong.length === 0;
  });
}

async function openFile(connection: DuckDBConnection, file: TableFile, problems: Problems, path: string, signal: AbortSignal): Promise<OpenTable | null> {
  if (file.format === 'csv') {
    const names = await csvHeader(file);
    if (names.length === 0) {
      problems.add([`${file.name} is empty: a header is expected on its first line.`]);
      return null;
    }
    return { raw: csvTable(file, names, signal), rows: null, names, file };
  }
  try {
    const columns = await parquetColumns(connection, file.path);
    return { raw: parquetTable(file, columns), rows: await parquetRows(connection, file.path), names: columns.map(({ name }) => name), file };
  } catch (error) {
    const fault = await readFault(error, file, 0, signal);
    if (fault === null) {
      throw openFault(error, path);
    }
    problems.add([fault]);
    return null;
  }
}
