import type { Flavour } from '../../layouts/flavour';
import type { Columns } from '../../layouts/layout';

/** A column of a table or view, as a database’s catalogue has it. */
export interface PlaceColumn {
  readonly table: string;
  readonly column: string;
  /** The database’s estimate of the table’s rows; null where it has none. */
  readonly rows: number | null;
  /** Whether the user may read it. */
  readonly may: boolean;
}

/** Where tables stand, a schema or a database, as this user sees it; `Column` is what is known of a column before it is read. */
export interface Place<Column> {
  /** In a message: `schema "public"`. */
  readonly called: string;
  /** The columns of all tables and views that can be seen, by table and in their order. */
  readonly columns: readonly PlaceColumn[];
  /** What the user may not read of some columns, as far as these are there. */
  readonly denied: (wanted: Columns) => Promise<Denials>;
  /** What stands after FROM for a table. */
  readonly from: (table: string) => string;
  /** Some columns of a table or view. */
  readonly columnsOf: (table: string, columns: readonly string[]) => Promise<readonly Column[]>;
}

/** What a user may not do, and who mends that by what. */
export interface Denials {
  /** What it may not do besides, such as `look into the schema "desk"`. */
  readonly deeds: readonly string[];
  readonly tables: readonly Denied[];
  /** Who may give the rights, in a message: “the owner of the tables”. */
  readonly granter: string;
  /** The statements that give the rights. */
  readonly grants: (tables: readonly Denied[]) => readonly string[];
}

/** What a user lacks the right to: a whole table, or some of its columns. */
export interface Denied {
  readonly table: string;
  /** null = all. */
  readonly columns: readonly string[] | null;
  /** Whether the server lets the user not even know that there is such a table: it may not be there. */
  readonly isHidden?: boolean;
}

/** A place whose tables a layout reads. */
export interface LayoutPlace<Column> extends Place<Column> {
  readonly flavour: Flavour;
  /** The rows of a SELECT that is soon answered. */
  readonly ask: (sql: string) => Promise<ReadonlyArray<Record<string, unknown>>>;
  /** The columns that a SELECT gives; it is not run. */
  readonly columnsOfSelect: (sql: string) => Promise<readonly Column[]>;
  /** What the server calls it, where it refused a statement for what stands in it (“SQLSTATE 42703”); null for any other fault. */
  readonly refusal: (error: unknown) => string | null;
}
