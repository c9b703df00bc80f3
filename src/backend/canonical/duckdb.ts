import { identifier } from '../duckdb/sql-text';
import { type CanonicalColumn, type CanonicalTable, CANONICAL_TABLES, type ColumnType, type TableName } from './tables';

/** DuckDB's type of each canonical type. Instants are epoch milliseconds: facts are whole milliseconds, and integers join fastest. */
export const DUCKDB_TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  instant: 'BIGINT',
  date: 'VARCHAR',
  time: 'VARCHAR',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  number: 'DOUBLE',
  tags: 'VARCHAR[]',
  json: 'VARCHAR',
};

/** One column as DuckDB declares it; `isRepeated`: its ids stand in many rows each. */
function declared(column: CanonicalColumn, isRepeated: boolean): string {
  const compression = compressionOf(column, isRepeated);
  return `${identifier(column.name)} ${DUCKDB_TYPES[column.type]}${compression === null ? '' : ` USING COMPRESSION ${compression}`}`;
}

/**
 * How DuckDB is to store a column; null = it finds out, which takes longer than all else that reading a row takes. Ids that stand once are as good as
 * incompressible at that price: they are kept as they are, and found sooner for it. Those that are repeated are found soonest in a dictionary, which has each once;
 * and it holds empty values, which kept apart have the whole column read where one row in thousands is wanted.
 */
function compressionOf({ type, oneOf, oneOfWhere }: CanonicalColumn, isRepeated: boolean): 'uncompressed' | 'dict_fsst' | 'bitpacking' | null {
  switch (type) {
    case 'id':
      return isRepeated ? 'dict_fsst' : 'uncompressed';
    case 'text':
      return oneOf || oneOfWhere ? 'dict_fsst' : null;
    case 'instant':
    case 'integer':
      return 'bitpacking';
    default:
      return null;
  }
}

/** The tables with many rows of a ticket. */
const HISTORIES: readonly TableName[] = ['message', 'ticket_event'];

/** Whether a column's ids stand in many rows each. */
function isRepeated({ name, key }: CanonicalTable, column: string): boolean {
  const isKey = key.length === 1 && key[0] === column;
  return !isKey && (column !== 'ticket_id' || HISTORIES.includes(name));
}

/** `CREATE TABLE` for one canonical table in a schema, such as `staging.main`. */
function createCanonicalTable(table: CanonicalTable, schema: string): string {
  const columns = table.columns.map((column) => declared(column, isRepeated(table, column.name)));
  return `CREATE TABLE ${schema}.${identifier(table.name)} (${columns.join(', ')})`;
}

/** `CREATE TABLE` for all canonical tables. */
export function createCanonicalTables(schema: string): string[] {
  return CANONICAL_TABLES.map((table) => createCanonicalTable(table, schema));
}
