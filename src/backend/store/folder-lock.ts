import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { link, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf } from '../engines/duckdb/duckdb-error';

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

  /** The lock, or null where somebody else has it. Throws where the folder cannot be written. */
  static async take(folder: string): Promise<FolderLock | null> {
    const path = join(await realpath(folder), 'lock.duckdb');
    if (FolderLock.held.has(path)) {
      return null;
    }
    FolderLock.held.add(path);
    try {
      return new FolderLock(path, await openLock(folder, path));
    } catch (error) {
      FolderLock.held.delete(path);
      if (isLocked(error)) {
        return null;
      }
      throw error;
    }
  }

  /** Gives the folder back. */
  release(): void {
    if (FolderLock.held.delete(this.path)) {
      this.instance.closeSync();
    }
  }
}

async function openLock(folder: string, path: string): Promise<DuckDBInstance> {
  if (!existsSync(path)) {
    await createLock(folder, path);
  }
  try {
    return await open(path);
  } catch (error) {
    if (isLocked(error)) {
      throw error;
    }
    // we never leave a broken one; put it aside in one step, so that no other process's new lock can be lost
    const broken = join(folder, `lock-${process.pid}-broken.tmp`);
    await rename(path, broken);
    await rm(broken, { force: true });
    await createLock(folder, path);
    return open(path);
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

function open(path: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, { threads: '1', memory_limit: '64MB', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
}
