import { isDamage } from '../engines/duckdb/duckdb-error';
import { type Database, text } from './database';
import { attachedName } from './generations';
import { isLocked } from './folder-lock';
import { storeFile } from './store-files';
import { readMeta, type StoreMeta } from './store-meta';

/**
 * - `attached`: complete and ours. `unusable`: torn, of an older version, foreign or made with other settings; it is detached.
 * - `locked`: another process has it open.
 */
export type Attached = { readonly kind: 'attached'; readonly meta: StoreMeta } | { readonly kind: 'unusable'; readonly why: string } | { readonly kind: 'locked' };

/** Attaches a facts file, read only, if it may be used. */
export async function attach(database: Database, folder: string, generation: number, fingerprint: string): Promise<Attached> {
  const name = attachedName(generation);
  const connection = await database.connect();
  let why: string;
  try {
    await connection.run(`ATTACH ${text(storeFile(folder, 'facts', generation))} AS ${name} (READ_ONLY)`);
    const meta = await readMeta(connection, `${name}.main`, fingerprint);
    if (meta && meta.generation === generation) {
      return { kind: 'attached', meta };
    }
    why = 'it is of another version or was made with other settings';
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
