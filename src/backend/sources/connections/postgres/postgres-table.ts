import type { CanonicalTable } from '../../../canonical/tables';

/** One column as PostgreSQL gives it. */
export interface PostgresColumn {
  readonly name: string;
  /** The type's name, that of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
}

/** What a database has of one canonical table. */
export interface PostgresTable {
  readonly table: CanonicalTable;
  /** How messages name it. */
  readonly label: string;
  /** What stands after FROM. */
  readonly from: string;
  readonly columns: readonly PostgresColumn[];
  /** Rows, where the planner has an estimate. */
  readonly rows: number | null;
}
