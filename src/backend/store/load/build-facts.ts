import type { DuckDBConnection } from '@duckdb/node-api';
import { rename } from 'node:fs/promises';

import { CANONICAL_TABLES } from '../../canonical/tables';
import { interruptible } from '../../duckdb/interruptible';
import { text } from '../../duckdb/sql-text';
import { storeFile } from '../folder/store-files';
import type { RowsMeta } from '../rows/rows-meta';
import { type StoreMeta, writeMeta } from '../store-meta';
import { cleanUp } from './clean-up';
import { extentOf, rowsOf } from './extent';
import type { LoadParts, StoreProgress } from './load-parts';
import { sideBySide } from './side-by-side';

/** Commits write no log: a file that is not complete is thrown away, never recovered. Of the newest kind: no older DuckDB reads it, and texts are stored in more ways. */
export const NEW_FILE = "(RECOVERY_MODE no_wal_writes, STORAGE_VERSION 'latest')";

/** Canonical rows that facts are derived from. */
export interface Derived {
  /** The name of the attached database that holds them in its schema `main`. */
  readonly database: string;
  readonly meta: RowsMeta;
  /** When the work on this generation began, as `performance.now()` counts. */
  readonly began: number;
}

/** Derives all facts of one generation into a building file, complete and let go of, but not in place yet; the caller removes it where that fails. */
export async function buildFacts(
  generation: number,
  { folder, database: store, derive, fingerprint }: LoadParts,
  connection: DuckDBConnection,
  { database, meta: rows, began }: Derived,
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
): Promise<StoreMeta> {
  const building = `building_${generation}`;
  await connection.run(`ATTACH ${text(storeFile(folder, 'building', generation))} AS ${building} ${NEW_FILE}`);
  const target = `${building}.main`;
  await sideBySide(store, `work_${generation}`, signal, (first, beside) =>
    derive(first, { staging: `${database}.main`, target, nowMs: rows.readAt, beside }, signal, progress)
  );
  const meta = await interruptible(connection, signal, async () => {
    progress({ step: 'saving', done: 0, total: null });
    const facts = await extentOf(connection, building);
    const canonical = await rowsOf(
      connection,
      database,
      CANONICAL_TABLES.map(({ name }) => name)
    );
    const made: StoreMeta = {
      generation,
      loadedAt: rows.readAt,
      durationMs: Math.round(performance.now() - began),
      tableRows: { ...canonical, ...facts.rows },
      spans: facts.spans,
      rows: { id: rows.id, revision: rows.revision },
      found: rows.found,
      remarks: rows.remarks,
    };
    await writeMeta(connection, target, fingerprint, made);
    return made;
  });
  await connection.run(`CHECKPOINT ${building}`);
  await connection.run(`DETACH ${building}`);
  signal.throwIfAborted();
  return meta;
}

/** Derives one generation from rows that are kept: a complete facts file, in place but not attached. Leaves nothing behind where it throws. */
export async function deriveAnew(
  generation: number,
  parts: LoadParts,
  rows: Derived,
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
): Promise<StoreMeta> {
  const { folder, database } = parts;
  const building = storeFile(folder, 'building', generation);
  const connection = await database.connect();
  try {
    const meta = await buildFacts(generation, parts, connection, rows, signal, progress);
    await rename(building, storeFile(folder, 'facts', generation));
    return meta;
  } finally {
    database.disconnect(connection);
    await cleanUp(database, [`building_${generation}`], [building]);
  }
}
