import type { DuckDBConnection } from '@duckdb/node-api';

import type { TableName } from '../canonical/tables';

/** Where a source puts the rows it reads: canonical tables, already created and empty, in one DuckDB schema. */
export interface LoadTarget {
  /** A connection of the load's own; the source may use it freely, one statement at a time. */
  readonly connection: DuckDBConnection;
  /** The qualified schema that holds the canonical tables, such as `staging.main`. */
  readonly schema: string;
  /** A folder for what a source must write meanwhile: the connection may read what is in it, and what is left there is lost. Whoever writes makes it. */
  readonly folder: string;
  /** Ids of calendars that rows may name besides those of the helpdesk. */
  readonly calendars?: readonly string[];
}

/** How far a load has come; `total` is null where the source cannot know. */
export interface LoadProgress {
  readonly table: TableName;
  readonly rows: number;
  readonly total: number | null;
}

/** What a source has of one canonical table. */
export interface FoundTable {
  readonly name: TableName;
  /** The canonical columns it has; the others take their defaults. */
  readonly columns: readonly string[];
  /** Rows, where that is known without reading them all. */
  readonly rows: number | null;
}

/** Something worth knowing of a helpdesk that can be read. `lack`: what stays empty. `warning`: what may be wrong. `unused`: what nobody reads. `note`: how it was read. */
export interface Remark {
  readonly kind: 'lack' | 'warning' | 'unused' | 'note';
  readonly text: string;
  /** The table in which something is unused; null where a whole table is. */
  readonly table?: TableName | null;
}

/** A helpdesk's database (or folder): the only thing that knows how its rows become canonical rows. Read only. */
export interface Source {
  /** Connects and says which canonical tables it holds, and to `remark` what else is worth knowing; throws a SourceError that says what is wrong and what to do. */
  inspect(signal: AbortSignal, remark?: (remark: Remark) => void): Promise<readonly FoundTable[]>;
  /** Fills the target's canonical tables, complete or not at all (throws), and says to `remark` what only reading shows. */
  load(target: LoadTarget, signal: AbortSignal, progress: (progress: LoadProgress) => void, remark?: (remark: Remark) => void): Promise<void>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** What kind of thing went wrong, so that health can give a hint and a page. */
export type SourceErrorCategory = 'auth' | 'network' | 'tls' | 'timeout' | 'config' | 'schema' | 'limit' | 'internal';

/** A fault of the source in a user's words: no driver text, host, user or secret in it. The driver's own error is its cause, for the log. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly category: SourceErrorCategory,
    message: string,
    readonly hint: string | null = null,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
