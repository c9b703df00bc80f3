import type { DatabaseTable } from './database-table';

/** What a database has of one canonical table, with what it knows of each column. */
export interface TableFound<Column> extends Omit<DatabaseTable, 'columns'> {
  readonly columns: readonly Column[];
}
