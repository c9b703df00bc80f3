import { identifier } from '../duckdb/sql-text';
import { type CanonicalColumn, type CanonicalTable, CANONICAL_TABLES, type ColumnType } from './tables';

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

/** One column as DuckDB declares it. */
function declared(column: CanonicalColumn): string {
  const compression = compressionOf(column);
  return `${identifier(column.name)} ${DUCKDB_TYPES[column.type]}${compression === null ? '' : ` USING COMPRESSION ${compression}`}`;
}

/**
 * How DuckDB is to store a column; null = it finds out, which takes longer than all else that reading a row takes. Ids are as good as incompressible at that price:
 * they are kept as they are, and joined faster for it.
 */
function compressionOf({ type, oneOf, oneOfWhere }: CanonicalColumn): 'uncompressed' | 'dictionary' | 'bitpacking' | null {
  switch (type) {
    case 'id':
      return 'uncompressed';
    case 'text':
      return oneOf || oneOfWhere ? 'dictionary' : null;
    case 'instant':
    case 'integer':
      return 'bitpacking';
    default:
      return null;
  }
}

/** `CREATE TABLE` for one canonical table in a schema, such as `staging.main`. */
function createCanonicalTable(table: CanonicalTable, schema: string): string {
  return `CREATE TABLE ${schema}.${identifier(table.name)} (${table.columns.map(declared).join(', ')})`;
}

/** `CREATE TABLE` for all canonical tables. */
export function createCanonicalTables(schema: string): string[] {
  return CANONICAL_TABLES.map((table) => createCanonicalTable(table, schema));
}
