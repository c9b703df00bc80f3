/** What DuckDB's type of a column means for reading it. `timestamp` and `nanoseconds` are what clocks show, `instant` knows its zone; `canonical` has been read. */
export type ColumnKind =
  'text' | 'boolean' | 'integer' | 'float' | 'decimal' | 'instant' | 'timestamp' | 'nanoseconds' | 'date' | 'time' | 'list' | 'object' | 'canonical' | 'other';

/** The type of a column that holds canonical values already. */
export const CANONICAL_TYPE = 'CANONICAL';

const KINDS: Readonly<Record<string, ColumnKind>> = {
  VARCHAR: 'text',
  JSON: 'text',
  UUID: 'text',
  ENUM: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  FLOAT: 'float',
  DOUBLE: 'float',
  DECIMAL: 'decimal',
  TIMESTAMP: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'instant',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'nanoseconds',
  DATE: 'date',
  TIME: 'time',
  STRUCT: 'object',
  MAP: 'object',
  [CANONICAL_TYPE]: 'canonical',
};

/** The kind of a DuckDB type as DESCRIBE writes it, such as `DECIMAL(18,3)` or `VARCHAR[]`. */
export function columnKind(type: string): ColumnKind {
  if (type.endsWith(']')) {
    return 'list';
  }
  return KINDS[type.replace(/\(.*$/s, '')] ?? 'other';
}
