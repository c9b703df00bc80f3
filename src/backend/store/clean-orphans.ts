import { readdir, rmdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from '../host/logger';
import { FolderLock } from './folder-lock';
import { generationsIn, removeFile, removeLeftovers, storeFile, storeFolder } from './store-files';

/**
 * Removes the stores of data sources that are gone: those not among `keepUids` that nothing has written to since `olderThan`
 * (epoch milliseconds) and that no process has open. Says which folders went. Whatever is not ours stays.
 */
export async function cleanOrphans(dir: string, keepUids: readonly string[], olderThan: number, logger?: Logger): Promise<string[]> {
  const keep = new Set(keepUids.map((uid) => storeFolder(dir, uid)));
  const removed: string[] = [];
  for (const entry of await readdir(dir, { withFileTypes: true }).catch(() => [])) {
    const folder = join(dir, entry.name);
    if (!entry.isDirectory() || keep.has(folder)) {
      continue;
    }
    try {
      if ((await isStore(folder)) && (await lastWritten(folder)) < olderThan && (await removeStore(folder))) {
        removed.push(folder);
      }
    } catch (error) {
      logger?.warn('An orphaned store could not be removed.', { folder, error });
    }
  }
  return removed;
}

async function isStore(folder: string): Promise<boolean> {
  return (await readdir(folder)).includes('lock.duckdb');
}

async function lastWritten(folder: string): Promise<number> {
  const times = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return Math.max((await stat(folder)).mtimeMs, ...times);
}

async function removeStore(folder: string): Promise<boolean> {
  const lock = await FolderLock.take(folder);
  if (!lock) {
    return false;
  }
  try {
    await removeLeftovers(folder);
    for (const generation of await generationsIn(folder, 'facts')) {
      await removeFile(storeFile(folder, 'facts', generation));
    }
  } finally {
    lock.release();
  }
  await rm(join(folder, 'lock.duckdb'), { force: true });
  // fails where there is anything that we did not put there: then it stays
  return rmdir(folder).then(() => true, () => false);
}
