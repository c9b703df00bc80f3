import type { DuckDBConnection } from '@duckdb/node-api';

import type { TableName } from '../canonical/tables';
import type { Proposal as Proposed, Remark as Found } from '../../shared/findings';

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

/** Something worth knowing of a helpdesk, and where. */
export interface Remark extends Found {
  /** The table in which something is unused or that lacks something; null where a whole table is unused. */
  readonly table?: TableName | null;
}

/**
 * Where a source puts the rows that changed since some marks: canonical tables, empty, which it fills as far as they have changed. `kept` is the schema of the
 * rows as they were read last, to compare with.
 */
export interface ChangesTarget extends LoadTarget {
  readonly kept: string;
}

/** How thoroughly a source looks for changes. */
export interface ChangesAsked {
  /** How long before what was read last reading starts again, in milliseconds: so late a row may be committed. */
  readonly overlapMs: number;
  /** Whether to look for rows that are gone, and for those that came later still: by comparing the keys of all rows. */
  readonly sweep: boolean;
  /** How much longer before it reading starts where one sweeps: so late an edit may be committed, which changes no key. */
  readonly lateMs: number;
}

/** What was read of a table that may have changed. */
export interface ChangedTable {
  readonly name: TableName;
  /** Of which rows the target holds all, as a condition in DuckDB’s SQL on canonical rows: kept ones for which it is true and which the target lacks are gone. */
  readonly complete: string;
}

/**
 * What changed in a helpdesk.
 * - `nothing`: it is as it was. `reload`: only a load can tell, for the reason given.
 * - `rows`: the target holds every row that is new or may be another; of those it holds some may be as they were. `rows` is how many it holds.
 * `marks` are those of the state that was looked at; null where they are as they were.
 */
export type SourceChanges =
  | { readonly kind: 'nothing'; readonly marks: string | null }
  | { readonly kind: 'reload'; readonly why: string }
  | { readonly kind: 'rows'; readonly marks: string; readonly tables: readonly ChangedTable[]; readonly rows: number };

/** A helpdesk's database (or folder): the only thing that knows how its rows become canonical rows. Read only. */
export interface Source {
  /** Connects and says which canonical tables it holds, and to `remark` what else is worth knowing; throws a SourceError that says what is wrong and what to do. */
  inspect(signal: AbortSignal, remark?: (remark: Remark) => void): Promise<readonly FoundTable[]>;
  /**
   * Fills the target's canonical tables, complete or not at all (throws), and says to `remark` what only reading shows. Answers marks of the state that it has
   * read, by which `changes` tells what came later: a text that only the source reads; null where it cannot.
   */
  load(target: LoadTarget, signal: AbortSignal, progress: (progress: LoadProgress) => void, remark?: (remark: Remark) => void): Promise<string | null>;
  /** Reads, in one state of the helpdesk, what changed since the marks of a load or of an earlier call; where there is none, only a load tells. Throws as a load does. */
  changes?(target: ChangesTarget, marks: string, asked: ChangesAsked, signal: AbortSignal): Promise<SourceChanges>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** What kind of thing went wrong, so that health can give a hint and a page. */
export type SourceErrorCategory = 'auth' | 'network' | 'tls' | 'timeout' | 'config' | 'schema' | 'limit' | 'internal';

/** The layout that would read what was found, and what of. */
export interface Proposal extends Proposed {
  /** The canonical tables that it fills here; none where it cannot be read yet. */
  readonly tables: readonly TableName[];
}

/** A fault of the source in a user's words: no driver text, host, user or secret in it; its hint, which administrators alone are told, may name the user who lacks a right. The driver's own error is its cause, for the log. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** The layout that would read what is there; null where it is none that is known. */
  readonly proposal: Proposal | null;

  constructor(
    readonly category: SourceErrorCategory,
    message: string,
    readonly hint: string | null = null,
    options: ErrorOptions & { readonly proposal?: Proposal } = {}
  ) {
    super(message, options);
    this.proposal = options.proposal ?? null;
  }
}
