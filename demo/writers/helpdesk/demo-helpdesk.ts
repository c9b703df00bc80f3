/** A table of a helpdesk’s own and the rows of the demo that it tells: a SELECT for DuckDB, over the views `canonical_…` and those of its helpdesk. */
export interface Told {
  readonly table: string;
  readonly select: string;
}

/** The part of the demo over which a metric gives the same numbers, where it does not over all of it. */
export interface Part {
  /** Filters that leave it. */
  readonly filters: readonly object[];
  /** It in words, such as “ratings of one to five stars”. */
  readonly of: string;
  /** Why no more. */
  readonly why: string;
}

/** How the demo is told in a helpdesk’s own tables: as the helpdesk would keep it, as far as it can. */
export interface DemoHelpdesk {
  /** What people call it. */
  readonly label: string;
  /** The statements that make its tables, by the kind of database that it runs on. */
  readonly tables: Readonly<Partial<Record<DatabaseKind, readonly string[]>>>;
  /** What its SELECTs share, by name: SELECTs over the views `canonical_…`, each of which knows those before it. */
  readonly views: Readonly<Record<string, string>>;
  /** Its tables that have rows. */
  readonly told: readonly Told[];
  /** The metrics whose numbers differ from the demo’s, by id, and why: each differs in some view. */
  readonly untold: Readonly<Record<string, string>>;
  /** Those that give the same numbers over a part, by id. Of all others the numbers are the same. */
  readonly partly: Readonly<Record<string, Part>>;
  /** Tables that stand beside these where its own program made them: such a place is never replaced. */
  readonly real: readonly string[];
}

/** A kind of database that can be filled. */
export type DatabaseKind = 'postgres' | 'mysql';
