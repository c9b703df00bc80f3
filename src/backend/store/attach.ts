import type { DuckDBConnection } from '@duckdb/node-api';

import { isDamage } from '../duckdb/is-damage';
import { text } from '../duckdb/sql-text';
import type { Database } from './database';
import { attachedName } from './generations';
import { isLocked } from './folder/folder-lock';
import { fileSize, storeFile } from './folder/store-files';
import { readMeta, type StoreMeta } from './store-meta';

/**
 * - `attached`: complete and ours. `unusable`: torn, of an older version, foreign or made with other settings; it is detached.
 * - `locked`: another process has it open.
 */
export type Attached =
  { readonly kind: 'attached'; readonly meta: StoreMeta } | { readonly kind: 'unusable'; readonly why: string } | { readonly kind: 'locked' };

/** Attaches a facts file, read only, if it may be used. */
export async function attach(database: Database, folder: string, generation: number, fingerprint: string): Promise<Attached> {
  const name = attachedName(generation);
  const connection = await database.connect();
  const path = storeFile(folder, 'facts', generation);
  let why: string;
  try {
    await connection.run(`ATTACH ${text(path)} AS ${name} (READ_ONLY)`);
    const meta = await readMeta(connection, `${name}.main`, fingerprint);
    const whole = (await fileSize(path)) >= (await expectedSize(connection, name));
    if (meta && meta.generation === generation && whole) {
      return { kind: 'attached', meta };
    }
    why = whole ? 'it is of another version or was made with other settings' : 'it is cut short';
  } catch (error) {
    if (isLocked(error)) {
      return { kind: 'locked' };
    }
    why = isDamage(error) ? 'it is damaged' : 'it is not a store of this plugin';
  } finally {
    database.disconnect(connection);
  }
  await database.run(`DETACH DATABASE IF EXISTS ${name}`);
  return { kind: 'unusable', why };
}

/** DuckDB's three header blocks, in bytes. */
const HEADERS = 3 * 4096;

/** How long a file must be to hold all of its blocks: DuckDB itself finds out only when it reads the one that is missing. In bytes. */
export async function expectedSize(connection: DuckDBConnection, name: string): Promise<number> {
  const reader = await connection.runAndReadAll('SELECT total_blocks * block_size FROM pragma_database_size() WHERE database_name = $1', [name]);
  return HEADERS + Number(reader.getRowsJS()[0]?.[0] ?? 0);
}
