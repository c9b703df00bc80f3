import type { DuckDBConnection } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import { createCanonicalTables } from '../../canonical/duckdb';
import { interruptible } from '../../duckdb/interruptible';
import { text } from '../../duckdb/sql-text';
import type { Remark } from '../../sources/source';
import { storeFile } from '../folder/store-files';
import { type RowsMeta, writeRowsMeta } from '../rows/rows-meta';
import type { StoreMeta } from '../store-meta';
import { buildFacts, NEW_FILE } from './build-facts';
import { cleanUp } from './clean-up';
import type { LoadParts, StoreProgress } from './load-parts';

/** Loads one generation: complete files of rows and of facts, in place but not attached. Leaves nothing behind where it throws. */
export async function load(generation: number, parts: LoadParts, signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<StoreMeta> {
  const { folder, database } = parts;
  const began = performance.now();
  const staging = storeFile(folder, 'staging', generation);
  const building = storeFile(folder, 'building', generation);
  const connection = await database.connect();
  try {
    await connection.run(`ATTACH ${text(staging)} AS staging_${generation} ${NEW_FILE}`);
    const rows = await interruptible(connection, signal, () => readRows(generation, parts, connection, signal, progress));
    const meta = await buildFacts(generation, parts, connection, { database: `staging_${generation}`, meta: rows, began }, signal, progress);
    await connection.run(`DETACH staging_${generation}`);
    await rename(staging, storeFile(folder, 'rows', generation));
    // the commit: rows without facts are removed
    await rename(building, storeFile(folder, 'facts', generation));
    return meta;
  } finally {
    database.disconnect(connection);
    await cleanUp(database, [`staging_${generation}`, `building_${generation}`], [staging, building]);
  }
}

/** Reads all canonical rows, and writes the meta that says they are complete. */
async function readRows(
  generation: number,
  { folder, source, readFingerprint, now }: LoadParts,
  connection: DuckDBConnection,
  signal: AbortSignal,
  progress: (progress: StoreProgress) => void
): Promise<RowsMeta> {
  const loadedAt = now();
  progress({ step: 'connecting', done: 0, total: null });
  const remarks: Remark[] = [];
  const found = await source.inspect(signal, (remark) => remarks.push(remark));
  const schema = `staging_${generation}.main`;
  for (const statement of createCanonicalTables(schema)) {
    await connection.run(statement);
  }
  const marks = await source.load(
    { connection, schema, folder: join(folder, 'temp') },
    signal,
    ({ table, rows, total }) => progress({ step: `reading ${table}`, done: rows, total }),
    (remark) => remarks.push(remark)
  );
  signal.throwIfAborted();
  const meta: RowsMeta = { id: randomUUID(), revision: 0, loadedAt, readAt: loadedAt, marks, found, remarks };
  await writeRowsMeta(connection, schema, readFingerprint, meta);
  // rows of a file that was never checkpointed stay in memory, where the derivation needs room
  await connection.run(`CHECKPOINT staging_${generation}`);
  return meta;
}
