import type { DuckDBConnection } from '@duckdb/node-api';

import type { Source } from '../../sources/source';
import type { Database } from '../database';
import type { Beside } from '../facts/options';

/** How far a load has come: what it does, how much of that is done, and of how much where that is known. */
export interface StoreProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** Derives facts: reads the canonical tables in one schema and creates fact and dictionary tables in another. */
export type Derive = (
  connection: DuckDBConnection,
  schemas: { readonly staging: string; readonly target: string; readonly nowMs: number; readonly beside?: Beside },
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
) => Promise<unknown>;

/**
 * Derives the facts of what the connection's temporary tables of touched ids name, and lays them over complete ones: in the target, a database that is attached
 * and empty, the schema `main` then holds complete facts. `whole`: all facts are to be derived instead, for the reason given.
 */
export type LayOver = (
  connection: DuckDBConnection,
  places: {
    /** The schemas of all canonical rows, and of the facts below. */
    readonly rows: string;
    readonly base: string;
    /** The database of what was laid over them before; null = nothing. */
    readonly former: string | null;
    readonly target: string;
    readonly nowMs: number;
    readonly beside?: Beside;
  },
  signal: AbortSignal
) => Promise<{ readonly kind: 'laid' } | { readonly kind: 'whole'; readonly why: string }>;

/** What a load needs. */
export interface LoadParts {
  readonly folder: string;
  readonly database: Database;
  readonly source: Source;
  readonly derive: Derive;
  readonly layOver?: LayOver;
  /** Of the settings that shape the facts, and of those by which rows are read. */
  readonly fingerprint: string;
  readonly readFingerprint: string;
  readonly now: () => number;
}
