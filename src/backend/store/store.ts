import type { Connections } from '../duckdb/connections';
import type { SourceError } from '../sources/source';
import { Alarm } from './alarm';
import { attach, type Attached } from './attach';
import { Changes } from './changes';
import { Database } from './database';
import { FolderLock } from './folder/folder-lock';
import { attachedName, type Generation, Generations, type StoreLease } from './generations';
import { load, type StoreProgress } from './load/load';
import { loadError } from './load/load-error';
import { Pace } from './load/pace';
import { generationsIn, nextGeneration, removeFile, removeLeftovers, storeFile } from './folder/store-files';
import { markUsed, prepareFolder, storeFolder } from './folder/store-folder';
import type { StoreMeta } from './store-meta';
import type { StoreOptions, StoreState } from './store-options';

export type { StoreLease } from './generations';
export type { Derive, StoreProgress } from './load/load';
export type { Span, StoreMeta } from './store-meta';
export type { StoreOwner } from './folder/store-folder';
export type { StoreOptions, StoreSettings, StoreState } from './store-options';

/** How often a held lock is tried again, in milliseconds: from the first to the longest, doubling. */
const FIRST_LOCK_MS = 50;
const LONGEST_LOCK_MS = 2_000;
/** How long closing waits for a source that does not heed its signal, in milliseconds: Grafana kills after two seconds. */
const CLOSE_MS = 800;
/** Failed loads that are remembered, for annotations. */
const REMEMBERED = 100;

/** Opens a data source's store: its folder and DuckDB, locked down. Nothing is read or loaded before `start`. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const folder = storeFolder(options.dir, options.owner);
  try {
    await prepareFolder(folder, options.logger);
    const { memoryLimit = '1GB', threads = null, maxTempSize = '20GB', readable = [] } = options.settings;
    return new Store(folder, await Database.open({ folder, readable, memoryLimit, threads, maxTempSize }), options);
  } catch (error) {
    // its cause goes to the log where it is told: every query tries to open it
    throw loadError(error);
  }
}

/** One data source's facts: always a complete state to read, replaced in the background. */
export class Store {
  private readonly generations = new Generations((generation) => {
    this.removing = Promise.all([this.removing, this.remove(generation)]);
  });
  private readonly closing = new AbortController();
  private readonly alarm = new Alarm();
  private readonly changes = new Changes();
  private readonly pace;
  private readonly now: () => number;
  private life: Promise<void> | null = null;
  private removing: Promise<unknown> = Promise.resolve();
  private lock: FolderLock | null = null;
  private phase: 'empty' | 'loading' | 'failed' = 'empty';
  private isLoading = false;
  private loads = 0;
  private failed: StoreState['failures'] = [];
  private progress: StoreProgress | null = null;
  private lastError: SourceError | null = null;
  private waitingForLock = false;
  /** What all who asked for a load wait for, however many they are. */
  private asked: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly database: Database,
    private readonly options: StoreOptions
  ) {
    const { refreshIntervalMs, firstRetryMs = 5_000, longestRetryMs = 300_000 } = options.settings;
    this.pace = new Pace({ refreshIntervalMs, firstRetryMs, longestRetryMs });
    this.now = options.now ?? Date.now;
  }

  /** Where an engine gets its connections to what is leased. */
  get connections(): Connections {
    return this.database;
  }

  /** Begins: takes what a former process left, or loads, and then keeps it fresh. */
  start(): void {
    this.life ??= this.live();
  }

  state(): StoreState {
    const { current } = this.generations;
    return {
      phase: current ? 'ready' : this.phase,
      generation: current?.number ?? null,
      loadedAt: current?.meta.loadedAt ?? null,
      progress: this.progress,
      lastError: this.lastError,
      failures: this.failed,
      refreshing: current !== null && this.isLoading,
      nextRefreshAt: this.pace.nextAt,
      tableRows: current?.meta.tableRows ?? {},
      waitingForLock: this.waitingForLock,
    };
  }

  /** The current state for reading; it stays as it is until released. Throws where there is none yet. */
  lease(): StoreLease {
    return this.generations.lease();
  }

  /** Waits until there is something to read, at most so many milliseconds; false where that takes longer or the load has failed. Throws the signal's reason. */
  async ready(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    await this.changes.until(() => this.generations.current !== null || this.phase === 'failed' || this.closing.signal.aborted, milliseconds, signal);
    return this.generations.current !== null;
  }

  /**
   * Waits, at most so many milliseconds, for data that is no older than `maxAgeMs`, as long as a refresh that would bring it is
   * due or under way; false where there is nothing to read, as before the first load. Throws the signal's reason.
   */
  async fresh(maxAgeMs: number, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    await this.changes.until(
      () => {
        const { current } = this.generations;
        const isComing = this.isLoading || this.pace.isDue(this.now());
        return this.closing.signal.aborted || (current ? this.now() - current.meta.loadedAt <= maxAgeMs || !isComing : this.phase !== 'empty');
      },
      milliseconds,
      signal
    );
    return this.generations.current !== null;
  }

  /**
   * Loads as soon as loading then takes no more than half of the time, or joins the load under way; over once that has
   * succeeded or failed. The state tells how, and before that when it will begin.
   */
  refreshNow(): Promise<void> {
    this.pace.asked(this.now());
    this.alarm.ring();
    this.asked ??= this.nextLoad().finally(() => (this.asked = null));
    return this.asked;
  }

  /** Says that the file of a lease turned out to be damaged: it is read no more and rebuilt. */
  reportDamage(schema: string): void {
    const { current } = this.generations;
    if (current && schema === `${attachedName(current.number)}.main`) {
      this.options.logger.warn('The store’s file is damaged and will be rebuilt.', { generation: current.number });
      this.phase = 'loading';
      this.generations.replace(null);
      this.pace.hurry(this.now());
      this.alarm.ring();
    }
  }

  /** Interrupts whatever runs, and lets go of everything. The source is the caller's to close. */
  async close(): Promise<void> {
    this.closing.abort(new Error('The data source is being closed.'));
    this.alarm.ring();
    this.changes.happened();
    await Promise.race([Promise.all([this.life, this.removing]), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    await this.database.close();
    if (this.lock) {
      await markUsed(this.folder);
      this.lock.release();
      this.lock = null;
    }
  }

  private async live(): Promise<void> {
    let begun = false;
    while (!this.closing.signal.aborted) {
      const wait = this.pace.wait(this.now());
      if (wait > 0) {
        await this.alarm.sleep(wait);
        continue;
      }
      try {
        if (begun) {
          await this.loadOnce();
        } else {
          await this.begin();
          begun = true;
        }
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private async nextLoad(): Promise<void> {
    const ended = this.loads + 1;
    while (this.loads < ended && !this.closing.signal.aborted) {
      await this.changes.next(60_000);
    }
  }

  /** Takes the folder, tidies it, and uses the newest complete facts that are there, of whatever age. */
  private async begin(): Promise<void> {
    const { logger } = this.options;
    this.lock ??= await this.patiently(async () => {
      await prepareFolder(this.folder, logger);
      return FolderLock.take(this.folder, logger);
    });
    if (!this.lock) {
      return;
    }
    const left = await removeLeftovers(this.folder);
    if (left.length > 0) {
      logger.info('Removed what an unfinished load left behind.', { files: left.join(', ') });
    }
    for (const number of await generationsIn(this.folder, 'facts')) {
      const attached = this.generations.current ? null : await this.attach(number);
      if (attached?.kind === 'attached') {
        this.use(number, attached.meta);
      } else if (!this.closing.signal.aborted) {
        logger.info('Removed an old store’s file.', { generation: number, why: attached?.why ?? 'there is a newer one' });
        await removeFile(storeFile(this.folder, 'facts', number));
      }
    }
  }

  /** Attaches a facts file, however long somebody else has it open; null only when closing. */
  private attach(number: number): Promise<Exclude<Attached, { kind: 'locked' }> | null> {
    return this.patiently(async () => {
      const attached = await attach(this.database, this.folder, number, this.options.fingerprint);
      return attached.kind === 'locked' ? null : attached;
    });
  }

  /** Makes an attached generation the one to read. */
  private use(number: number, meta: StoreMeta): void {
    this.generations.replace({ number, meta });
    this.pace.loaded(meta, this.now());
    this.changes.happened();
  }

  /** Tries until it is not null, ever more slowly, while somebody else holds a file; null only when closing. */
  private async patiently<Result>(attempt: () => Promise<Result | null>): Promise<Result | null> {
    for (let pause = FIRST_LOCK_MS; !this.closing.signal.aborted; pause = Math.min(LONGEST_LOCK_MS, 2 * pause)) {
      const result = await attempt();
      this.waitingForLock = result === null;
      this.changes.happened();
      if (result !== null) {
        return result;
      }
      await this.alarm.sleep(pause);
    }
    return null;
  }

  private async loadOnce(): Promise<void> {
    const { source, derive, fingerprint, logger } = this.options;
    const began = this.now();
    this.isLoading = true;
    this.phase = 'loading';
    this.changes.happened();
    try {
      await prepareFolder(this.folder, logger);
      const number = await nextGeneration(this.folder);
      const meta = await load(
        number,
        { folder: this.folder, database: this.database, source, derive, fingerprint, now: this.now },
        this.closing.signal,
        (progress) => {
          this.progress = progress;
        }
      );
      const attached = await this.attach(number);
      if (attached?.kind !== 'attached') {
        throw new Error(`The new store cannot be read: ${attached?.why ?? 'the data source is being closed'}.`);
      }
      this.use(number, meta);
      this.lastError = null;
      logger.info('The store is loaded.', { generation: number, durationMs: meta.durationMs, tickets: meta.tableRows.ticket ?? 0 });
    } catch (error) {
      this.fail(error, this.now() - began);
    } finally {
      this.isLoading = false;
      this.progress = null;
      this.loads++;
      this.changes.happened();
    }
  }

  private fail(error: unknown, tookMs = 0): void {
    if (this.closing.signal.aborted) {
      return;
    }
    this.options.logger.error('A load failed.', { error });
    this.phase = 'failed';
    this.lastError = loadError(error);
    this.failed = [...this.failed.slice(1 - REMEMBERED), { at: this.now(), error: this.lastError }];
    this.pace.failed(this.now(), tookMs);
    this.changes.happened();
  }

  /** Lets go of a generation that nobody reads any more. */
  private async remove({ number }: Generation): Promise<void> {
    try {
      if (!this.database.isClosed) {
        await this.database.run(`DETACH DATABASE IF EXISTS ${attachedName(number)}`);
        await removeFile(storeFile(this.folder, 'facts', number));
      }
    } catch (error) {
      this.options.logger.warn('An old store’s file could not be removed; the next start will.', { generation: number, error });
    }
  }
}
