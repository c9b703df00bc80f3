import type { DuckDBConnection } from '@duckdb/node-api';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import { createCanonicalTables } from '../../canonical/duckdb';
import { interruptible } from '../../duckdb/interruptible';
import { text } from '../../duckdb/sql-text';
import type { Remark, Source } from '../../sources/source';
import type { Database } from '../database';
import { extentOf } from './extent';
import { removeFile, storeFile } from '../folder/store-files';
import { type StoreMeta, writeMeta } from '../store-meta';

/** How far a load has come: what it does, how much of that is done, and of how much where that is known. */
export interface StoreProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** Derives facts: reads the canonical tables in one schema and creates fact and dictionary tables in another. */
export type Derive = (
  connection: DuckDBConnection,
  schemas: { readonly staging: string; readonly target: string; readonly nowMs: number },
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
) => Promise<unknown>;

/** What a load needs. */
interface LoadOptions {
  readonly folder: string;
  readonly database: Database;
  readonly source: Source;
  readonly derive: Derive;
  readonly fingerprint: string;
  readonly now: () => number;
}

/** Commits write no log: a file that is not complete is thrown away, never recovered. */
const NO_LOG = '(RECOVERY_MODE no_wal_writes)';

/** Loads one generation: a complete facts file, in place but not attached. Leaves nothing behind where it throws. */
export async function load(generation: number, options: LoadOptions, signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<StoreMeta> {
  const { folder, database } = options;
  const staging = storeFile(folder, 'staging', generation);
  const building = storeFile(folder, 'building', generation);
  const connection = await database.connect();
  try {
    await connection.run(`ATTACH ${text(staging)} AS staging_${generation} ${NO_LOG}`);
    await connection.run(`ATTACH ${text(building)} AS building_${generation} ${NO_LOG}`);
    const meta = await interruptible(connection, signal, () => fill(generation, options, connection, signal, progress));
    await connection.run(`CHECKPOINT building_${generation}`);
    await connection.run(`DETACH building_${generation}`);
    signal.throwIfAborted();
    await rename(building, storeFile(folder, 'facts', generation));
    return meta;
  } finally {
    database.disconnect(connection);
    await cleanUp(database, [`staging_${generation}`, `building_${generation}`], [staging, building]);
  }
}

/** The part that can be interrupted: canonical rows, facts, and the meta that says they are complete. */
async function fill(
  generation: number,
  { folder, source, derive, fingerprint, now }: LoadOptions,
  connection: DuckDBConnection,
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
): Promise<StoreMeta> {
  const loadedAt = now();
  const began = performance.now();
  progress({ step: 'connecting', done: 0, total: null });
  const remarks: Remark[] = [];
  const found = await source.inspect(signal, (remark) => remarks.push(remark));
  const staging = `staging_${generation}`;
  for (const statement of createCanonicalTables(`${staging}.main`)) {
    await connection.run(statement);
  }
  await source.load(
    { connection, schema: `${staging}.main`, folder: join(folder, 'temp') },
    signal,
    ({ table, rows, total }) => progress({ step: `reading ${table}`, done: rows, total }),
    (remark) => remarks.push(remark)
  );
  signal.throwIfAborted();
  // rows of a file that was never checkpointed stay in memory, where the derivation needs room
  await connection.run(`CHECKPOINT ${staging}`);
  const target = `building_${generation}.main`;
  await derive(connection, { staging: `${staging}.main`, target, nowMs: loadedAt }, signal, progress);
  signal.throwIfAborted();
  progress({ step: 'saving', done: 0, total: null });
  const canonical = await extentOf(connection, staging);
  const facts = await extentOf(connection, `building_${generation}`);
  const meta = {
    generation,
    loadedAt,
    durationMs: Math.round(performance.now() - began),
    tableRows: { ...canonical.rows, ...facts.rows },
    spans: facts.spans,
    found,
    remarks,
  };
  await writeMeta(connection, target, fingerprint, meta);
  return meta;
}

/** Detaches on a connection of its own: the load's may be in the middle of a failed transaction. */
async function cleanUp(database: Database, databases: readonly string[], files: readonly string[]): Promise<void> {
  if (database.isClosed) {
    // a load that outlived its store: by now the folder, and files of these names, may be another store's
    return;
  }
  for (const name of databases) {
    // a full disk may fail it, which must neither keep the files that fill the disk nor hide what went wrong first
    await database.run(`DETACH DATABASE IF EXISTS ${name}`).catch(() => undefined);
  }
  for (const file of files) {
    await removeFile(file);
  }
}
