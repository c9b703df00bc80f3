import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, lstatSync } from 'node:fs';
import { link, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Logger } from '../../log';
import { messageOf } from '../../message-of';
import { putAside } from './store-files';

/** The lock's file in a store's folder. */
export const LOCK_FILE = 'lock.duckdb';

/** Whether DuckDB says that another process has a file open. */
export function isLocked(error: unknown): boolean {
  return /Could not set lock on file|Conflicting lock is held|being used by another process/i.test(messageOf(error));
}

/**
 * One store at a time in a folder, across processes: a tiny DuckDB file held open for writing. DuckDB locks it with the
 * operating system's own file lock, which ends with the process however that dies, so no lock is ever left behind.
 * Nothing else may open the file: on POSIX, closing any handle of it would end the lock.
 */
export class FolderLock {
  /** The system's lock says nothing between two stores of one process. */
  private static readonly held = new Set<string>();

  private constructor(
    private readonly path: string,
    private readonly instance: DuckDBInstance
  ) {}

  /** The lock, or null where somebody else has it or has just removed it or its folder. Throws where the folder cannot be written. */
  static async take(folder: string, logger?: Logger): Promise<FolderLock | null> {
    const real = await realpath(folder).catch(() => null);
    if (real === null) {
      return null;
    }
    const path = join(real, LOCK_FILE);
    if (FolderLock.held.has(path)) {
      return null;
    }
    FolderLock.held.add(path);
    try {
      const instance = await openLock(folder, path, logger);
      if (instance) {
        return new FolderLock(path, instance);
      }
    } catch (error) {
      if (existsSync(real)) {
        FolderLock.held.delete(path);
        throw error;
      }
    }
    FolderLock.held.delete(path);
    return null;
  }

  /** Gives the folder back. */
  release(): void {
    if (FolderLock.held.delete(this.path)) {
      this.instance.closeSync();
    }
  }

  /** Gives the folder back without the lock's file, which goes while it is still held: nobody can take it in between. */
  async discard(): Promise<void> {
    const isGone = await rm(this.path, { force: true }).then(
      () => true,
      () => false
    );
    this.release();
    if (!isGone) {
      // Windows removes no file that is open
      await rm(this.path, { force: true });
    }
  }
}

/** Opens the lock's file, made or made anew where it is broken; null where somebody else holds or removed it. */
async function openLock(folder: string, path: string, logger?: Logger): Promise<DuckDBInstance | null> {
  for (const one of [path, `${path}.wal`]) {
    const aside = await putAside(one);
    if (aside) {
      logger?.warn('Something that is not ours lay in the way in the store’s folder and was put aside: remove it.', { path: aside });
    }
  }
  for (let isAgain = false; ; isAgain = true) {
    if (!existsSync(path)) {
      await createLock(folder, path);
    }
    const seen = identity(path);
    try {
      const instance = await open(path);
      if (seen !== null && seen === identity(path)) {
        return instance;
      }
      instance.closeSync();
      return null;
    } catch (error) {
      if (isLocked(error)) {
        return null;
      }
      if (isAgain || /Permission denied|EACCES|EPERM/.test(messageOf(error))) {
        throw error;
      }
      await removeBroken(folder, path, seen);
    }
  }
}

/** We never leave a broken one; it is put aside in one step, so that no other process's new lock can be lost. */
async function removeBroken(folder: string, path: string, seen: string | null): Promise<void> {
  if (seen === identity(path)) {
    const broken = join(folder, `lock-${process.pid}-broken.tmp`);
    await rename(path, broken);
    await rm(broken, { force: true });
    await rm(`${path}.wal`, { force: true });
  }
}

/** Makes the file elsewhere and links it into place: it is never seen half written, and one that is there is never replaced. */
async function createLock(folder: string, path: string): Promise<void> {
  const fresh = join(folder, `lock-${process.pid}-${Date.now()}.tmp`);
  (await open(fresh)).closeSync();
  try {
    await link(fresh, path);
  } catch (error) {
    if (!existsSync(path)) {
      throw error;
    }
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Which file it is, without opening it; null where there is none. */
function identity(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino} ${found.birthtimeMs}` : null;
}

function open(path: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, { threads: '1', memory_limit: '64MB', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
}
