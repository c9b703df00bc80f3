import { lstat, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from '../../log';
import { FolderLock, LOCK_FILE } from './folder-lock';
import { generationsIn, isFile, removeFile, removeLeftovers, storeFile } from './store-files';

/**
 * Removes the stores of data sources that are gone: those that nobody has used since `olderThan` (epoch milliseconds) and that
 * no process has open. Says which folders went. Whatever is not ours stays.
 */
export async function cleanOrphans(dir: string, olderThan: number, logger?: Logger): Promise<string[]> {
  const removed: string[] = [];
  for (const entry of await readdir(dir, { withFileTypes: true }).catch(() => [])) {
    const folder = join(dir, entry.name);
    try {
      if (entry.isDirectory() && (await isFile(join(folder, LOCK_FILE))) && (await lastUsed(folder)) < olderThan && (await removeStore(folder, olderThan))) {
        removed.push(folder);
      }
    } catch (error) {
      logger?.warn('An orphaned store could not be removed.', { folder, error });
    }
  }
  return removed;
}

/** When a store was last opened, closed or written to. Epoch milliseconds. */
async function lastUsed(folder: string): Promise<number> {
  const paths = [folder, ...(await readdir(folder)).map((name) => join(folder, name))];
  return Math.max(...(await Promise.all(paths.map(async (path) => (await lstat(path)).mtimeMs))));
}

async function removeStore(folder: string, olderThan: number): Promise<boolean> {
  const lock = await FolderLock.take(folder);
  if (!lock) {
    return false;
  }
  try {
    // opened in the meantime, it is wanted
    if ((await lastUsed(folder)) >= olderThan) {
      lock.release();
      return false;
    }
    await removeLeftovers(folder);
    for (const kind of ['facts', 'rows'] as const) {
      for (const generation of await generationsIn(folder, kind)) {
        await removeFile(storeFile(folder, kind, generation));
      }
    }
  } catch (error) {
    lock.release();
    throw error;
  }
  await lock.discard();
  // fails where there is anything that we did not put there: then it stays
  return rmdir(folder).then(
    () => true,
    () => false
  );
}
