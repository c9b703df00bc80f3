import type { DatabaseTable } from '../tables/database-table';

/** One column as PostgreSQL gives it. */
export interface PostgresColumn {
  readonly name: string;
  /** The type's name, that of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
}

/** What a PostgreSQL database has of one canonical table. */
export interface PostgresTable extends DatabaseTable {
  readonly columns: readonly PostgresColumn[];
}
