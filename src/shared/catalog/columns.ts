/** The kinds of column in a table of the store: see the conventions in facts.ts. */
export type StoreType = 'instant' | 'duration' | 'key' | 'integer' | 'number' | 'boolean' | 'bits' | 'text' | 'instants';

/** What the store, a DuckDB, keeps each kind as. */
export const STORED_AS: Readonly<Record<StoreType, string>> = {
  instant: 'BIGINT',
  duration: 'BIGINT',
  key: 'INTEGER',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  bits: 'UTINYINT',
  text: 'VARCHAR',
  instants: 'BIGINT[]',
};

/** A table's columns, in order: each one's kind by its name. */
export type Columns = Readonly<Record<string, StoreType>>;

/** The names of those of a table's columns that are of some kind. */
export type ColumnNames<Table, Type extends StoreType = StoreType> = {
  readonly [Name in keyof Table]: Table[Name] extends Type ? Name & string : never;
}[keyof Table];
