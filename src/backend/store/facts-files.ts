import type { Logger } from '../log';
import { attach, type Attached } from './attach';
import type { Database } from './database';
import { FolderLock } from './folder/folder-lock';
import { generationsIn, removeFile, removeLeftovers, storeFile } from './folder/store-files';
import { markUsed, prepareFolder } from './folder/store-folder';
import { attachedName, type Generation } from './generations';

/** Tries until it is not null, however long somebody else holds a file; null only when the store is closing. */
export type Patiently = <Result>(attempt: () => Promise<Result | null>) => Promise<Result | null>;

/** A store's folder while it is held, and the files of facts in it: which may be used, and which go. */
export class FactsFiles {
  private lock: FolderLock | null = null;

  constructor(
    readonly folder: string,
    private readonly database: Database,
    private readonly fingerprint: string,
    private readonly logger: Logger,
    private readonly patiently: Patiently
  ) {}

  /** Takes the folder, tidied; false only when the store is closing. */
  async take(): Promise<boolean> {
    this.lock ??= await this.patiently(async () => {
      await prepareFolder(this.folder, this.logger);
      return FolderLock.take(this.folder, this.logger);
    });
    if (!this.lock) {
      return false;
    }
    const left = await removeLeftovers(this.folder);
    if (left.length > 0) {
      this.logger.info('Removed what an unfinished load left behind.', { files: left.join(', ') });
    }
    return true;
  }

  /** Gives `adopt` the newest file that may be used, of whatever age, attached; the others go, and all where there is one in use already. */
  async adoptNewest(hasOne: boolean, adopt: (generation: Generation) => void): Promise<void> {
    let isUsed = hasOne;
    for (const number of await generationsIn(this.folder, 'facts')) {
      const attached = isUsed ? null : await this.attach(number);
      if (attached?.kind === 'attached') {
        isUsed = true;
        adopt({ number, meta: attached.meta });
      } else if (isUsed || attached) {
        this.logger.info('Removed an old store’s file.', { generation: number, why: attached?.why ?? 'there is a newer one' });
        await removeFile(storeFile(this.folder, 'facts', number));
      }
    }
  }

  /** Attaches a file, if it may be used; null only when the store is closing. */
  attach(number: number): Promise<Exclude<Attached, { kind: 'locked' }> | null> {
    return this.patiently(async () => {
      const attached = await attach(this.database, this.folder, number, this.fingerprint);
      return attached.kind === 'locked' ? null : attached;
    });
  }

  /** Lets go of a file that nobody reads any more. */
  async remove({ number }: Generation): Promise<void> {
    try {
      if (!this.database.isClosed) {
        await this.database.run(`DETACH DATABASE IF EXISTS ${attachedName(number)}`);
        await removeFile(storeFile(this.folder, 'facts', number));
      }
    } catch (error) {
      this.logger.warn('An old store’s file could not be removed; the next start will.', { generation: number, error });
    }
  }

  /** Gives the folder back. */
  async release(): Promise<void> {
    if (this.lock) {
      await markUsed(this.folder);
      this.lock.release();
      this.lock = null;
    }
  }
}
