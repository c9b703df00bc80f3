import type { TableFound } from '../tables/table-found';

/** One column as PostgreSQL gives it. */
export interface PostgresColumn {
  readonly name: string;
  /** The type's name, that of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
}

/** What a PostgreSQL database has of one canonical table. */
export type PostgresTable = TableFound<PostgresColumn>;
