import type { DuckDBConnection } from '@duckdb/node-api';
import { randomBytes } from 'node:crypto';

import { identifier, text } from '../../../duckdb/sql-text';
import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { matchColumns } from '../../rows/columns';
import { type RawTable, ROW_NUMBER } from '../../rows/raw-table';
import type { ReadingRules } from '../../rows/rules';
import { textRows } from '../../rows/rows';
import type { DescribedColumn } from './parquet';
import { viewFault } from './read-fault';

/** A canonical table or view in an attached DuckDB file. */
interface DatabaseTable {
  readonly table: CanonicalTable;
  /** Its name as the file spells it. */
  readonly name: string;
  readonly columns: readonly DescribedColumn[];
  /** Rows; null for a view, which would have to be run. */
  readonly rows: number | null;
}

/** Attaches a DuckDB file, read only, while `work` runs with the name it got. */
export async function withDatabase<Result>(connection: DuckDBConnection, path: string, work: (database: string) => Promise<Result>): Promise<Result> {
  const name = `helpdesk_${randomBytes(6).toString('hex')}`;
  await connection.run(`ATTACH ${text(path)} AS ${name} (TYPE duckdb, READ_ONLY)`);
  try {
    return await work(name);
  } finally {
    await connection.run(`DETACH ${name}`).catch(() => undefined);
  }
}

/** All tables and views in the main schema of an attached file. */
export async function databaseTableNames(connection: DuckDBConnection, database: string): Promise<string[]> {
  const rows = await textRows(
    connection,
    `SELECT table_name FROM information_schema.tables WHERE table_catalog = ${text(database)} AND table_schema = 'main' ORDER BY table_name`
  );
  return rows.flatMap(([name]) => (name === null ? [] : [name]));
}

/** The canonical tables among the names, with their columns. `file` is what messages call the database. */
export async function databaseTables(connection: DuckDBConnection, file: string, database: string, names: readonly string[]): Promise<DatabaseTable[]> {
  const tables: DatabaseTable[] = [];
  for (const table of CANONICAL_TABLES) {
    const name = names.find((one) => one.toLowerCase() === table.name);
    if (name !== undefined) {
      const place = `${database}.main.${identifier(name)}`;
      const columns = await textRows(connection, `DESCRIBE ${place}`).catch((error: unknown) => {
        throw viewFault(error, labelOf(file, table));
      });
      const [[rows = null] = []] = await textRows(
        connection,
        `SELECT CAST(estimated_size AS VARCHAR) FROM duckdb_tables() WHERE database_name = ${text(database)} AND schema_name = 'main' AND lower(table_name) = ${text(table.name)}`
      );
      tables.push({
        table,
        name,
        columns: columns.map(([column, type]) => ({ name: column ?? '', type: type ?? '' })),
        rows: rows === null ? null : Number(rows),
      });
    }
  }
  return tables;
}

/** A table of an attached file as raw rows. */
export function databaseTable(file: string, database: string, { table, name, columns }: DatabaseTable, rules: ReadingRules): RawTable {
  const place = `${database}.main.${identifier(name)}`;
  return {
    table,
    label: labelOf(file, table),
    columns: matchColumns(table, columns),
    rules,
    from: place,
    numbered: `(SELECT row_number() OVER () AS "${ROW_NUMBER}", * FROM ${place})`,
  };
}

function labelOf(file: string, { name }: CanonicalTable): string {
  return `${file}, table "${name}"`;
}
