import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, utimes } from 'node:fs/promises';
import { join, sep } from 'node:path';

import type { Logger } from '../../log';
import { SourceError } from '../../sources/source';
import { LOCK_FILE } from './folder-lock';

/** Whose store it is: Grafana’s uids are unique within an organization only, and a data source without one goes by its id. */
export interface StoreOwner {
  readonly orgId: number;
  readonly uid: string;
  readonly id: number;
}

/** A text that two owners never share: an id is a number in it, a uid a text. */
export function ownerKey({ orgId, uid, id }: StoreOwner): string {
  return JSON.stringify([orgId, uid === '' ? id : uid]);
}

/**
 * Where a data source's store lives: a part for people, and a digest that alone tells two apart, also where the file system
 * knows no case. The dots keep it apart from folders named by the uid alone, as they once were: those had none.
 */
export function storeFolder(directory: string, owner: StoreOwner): string {
  const readable = owner.uid
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return join(directory, `org${owner.orgId}.${readable}.${digestOf(owner)}`);
}

/** What tells a data source from others where nobody may learn whose it is: the beginning of the digest at the end of its folder's name. */
export function storeLabel(owner: StoreOwner): string {
  return digestOf(owner).slice(0, 8);
}

function digestOf(owner: StoreOwner): string {
  return createHash('sha256').update(ownerKey(owner)).digest('hex').slice(0, 24);
}

/** Whether a path with its links resolved leads into a store: one that is there, of whatever layout, or one that is not there yet. */
export function leadsIntoStore(path: string): boolean {
  return path
    .split(sep)
    .some((name, i, names) => /^org\d+\.[a-z0-9-]*\.[0-9a-f]{24}$/i.test(name) || existsSync([...names.slice(0, i + 1), LOCK_FILE].join(sep)));
}

/** Makes the folder, for Grafana's user alone, and notes that it is in use now. Throws a SourceError where something else lies there. */
export async function prepareFolder(folder: string, logger: Logger): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (
      await lstat(folder).then(
        (found) => !found.isDirectory(),
        () => false
      )
    ) {
      logger.error('What lies where the store’s folder belongs is no folder: remove it.', { path: folder });
      throw new SourceError('config', 'Something that is no folder lies where this data source’s store belongs.', 'Remove it: Grafana’s log names it.');
    }
    throw error;
  }
  // one that is there already; where it is another user's, it stays as that user made it
  await chmod(folder, 0o700).catch(() => undefined);
  await markUsed(folder);
}

/** Notes that a store was used just now: one that nobody uses for long is removed. */
export async function markUsed(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}
