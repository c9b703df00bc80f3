import type { DuckDBConnection } from '@duckdb/node-api';

import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { TableName } from '../../../canonical/tables';
import { columnProblems } from '../../rows/columns';
import { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import type { ReadingRules } from '../../rows/rules';
import { columnRemarks, unusedTables } from '../../rows/unused';
import { type Remark, SourceError } from '../../source';
import { csvTable } from './csv';
import { type CsvFormat, csvFormat } from './csv-format';
import { databaseTable, databaseTableNames, databaseTables, withDatabase } from './duckdb-file';
import { copyAsUtf8 } from './encoding';
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
  /** Null for what is no CSV. */
  readonly format: CsvFormat | null;
}

/** What tables are opened with. */
export interface Opening {
  readonly connection: DuckDBConnection;
  /** The path as the settings have it. */
  readonly path: string;
  readonly rules: ReadingRules;
  /** Tables that are left aside, as they come from elsewhere. */
  readonly without: readonly TableName[];
  /** Where files may be copied to in another encoding; null for a mere look, which reads no rows. */
  readonly folder: string | null;
  readonly signal: AbortSignal;
  readonly remark?: (remark: Remark) => void;
}

/** Opens what was found while `work` reads it; tables that cannot be read are left out and are among the problems. */
export async function withTables<Result>(
  found: Found,
  opening: Opening,
  work: (tables: readonly OpenTable[], problems: Problems) => Promise<Result>
): Promise<Result> {
  const problems = new Problems();
  return found.kind === 'folder' ? ofFolder(found, opening, problems, work) : ofDatabase(found, opening, problems, work);
}

async function ofFolder<Result>(
  { files, others }: Found & { readonly kind: 'folder' },
  opening: Opening,
  problems: Problems,
  work: (tables: readonly OpenTable[], problems: Problems) => Promise<Result>
): Promise<Result> {
  const copies: string[] = [];
  try {
    const tables: OpenTable[] = [];
    for (const file of files.filter(({ table }) => !opening.without.includes(table.name))) {
      const table = await openFile(file, opening, problems, copies);
      if (table) {
        tables.push(table);
      }
    }
    const unused = unusedTables(
      'file',
      others,
      files.map(({ table }) => table)
    );
    return await work(complete(tables, problems, opening, unused), problems);
  } finally {
    for (const copy of copies) {
      await rm(copy, { force: true });
    }
  }
}

async function ofDatabase<Result>(
  found: Found & { readonly kind: 'database' },
  opening: Opening,
  problems: Problems,
  work: (tables: readonly OpenTable[], problems: Problems) => Promise<Result>
): Promise<Result> {
  const { connection, path, rules } = opening;
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
      const wanted = tables.filter(({ table }) => !opening.without.includes(table.name));
      const opened = wanted.map((table) => ({
        raw: databaseTable(found.name, database, table, rules),
        rows: table.rows,
        names: table.columns.map(({ name }) => name),
        file: null,
        format: null,
      }));
      const others = names.filter((name) => !tables.some((table) => table.name === name));
      const unused = unusedTables(
        'table',
        others,
        tables.map(({ table }) => table)
      );
      return work(complete(opened, problems, opening, unused), problems);
    });
  } catch (error) {
    throw isOpen ? error : openFault(error, path);
  }
}

/** The tables that have all required columns. */
function complete(tables: readonly OpenTable[], problems: Problems, { remark = () => undefined }: Opening, others: Remark | null): OpenTable[] {
  const opened = tables.filter(({ raw, names, format }) => {
    const wrong = columnProblems(raw.table, raw.label, names, format?.firstLine);
    problems.add(wrong);
    return wrong.length === 0;
  });
  for (const said of [others, ...opened.flatMap(({ raw, names }) => columnRemarks(raw.table, raw.label, names))]) {
    if (said) {
      remark(said);
    }
  }
  return opened;
}

async function openFile(
  file: TableFile,
  { connection, path, rules, folder, signal }: Opening,
  problems: Problems,
  copies: string[]
): Promise<OpenTable | null> {
  if (file.format === 'csv') {
    const format = await csvFormat(file);
    const names = format.header;
    if (names.length === 0) {
      problems.add([`${file.name} is empty: a header is expected on its first line.`]);
      return null;
    }
    if (format.encoding === 'utf-8' || folder === null) {
      return { raw: csvTable(file, format, rules, signal), rows: null, names, file, format };
    }
    const copy = { ...file, path: join(folder, `${randomUUID()}.csv`) };
    copies.push(copy.path);
    await mkdir(folder, { recursive: true });
    if (!(await isCopied(copyAsUtf8(file.path, format.encoding, copy.path, signal)))) {
      problems.add([`${file.name} begins as UTF-16 does, but is not UTF-16 throughout: save it as UTF-8.`]);
      return null;
    }
    return { raw: csvTable(copy, format, rules, signal), rows: null, names, file: copy, format };
  }
  try {
    const columns = await parquetColumns(connection, file.path);
    const names = columns.map(({ name }) => name);
    return { raw: parquetTable(file, columns, rules), rows: await parquetRows(connection, file.path), names, file, format: null };
  } catch (error) {
    const fault = await readFault(error, file, null, signal);
    if (fault === null) {
      throw openFault(error, path);
    }
    problems.add([fault]);
    return null;
  }
}

/** Whether a copy could be written; false where a letter is of no encoding. */
async function isCopied(copying: Promise<void>): Promise<boolean> {
  try {
    await copying;
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return false;
    }
    throw error;
  }
}
