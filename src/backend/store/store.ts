import type { Connections } from '../duckdb/connections';
import { Database } from './database';
import { prepareFolder, storeFolder } from './folder/store-folder';
import { attachedName, type StoreLease } from './generations';
import { loadError } from './load/load-error';
import type { StoreOptions, StoreState } from './store-options';
import { Upkeep } from './upkeep';

export type { StoreLease } from './generations';
export type { Derive, StoreProgress } from './load/load-parts';
export type { Span, StoreMeta } from './store-meta';
export type { StoreOwner } from './folder/store-folder';
export type { Refresh, StoreOptions, StoreSettings, StoreState } from './store-options';

/** Opens a data source's store: its folder and DuckDB, locked down. Nothing is read or loaded before `start`. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const folder = storeFolder(options.dir, options.owner);
  try {
    await prepareFolder(folder, options.logger);
    const { memoryLimit = '1GB', threads = null, maxTempSize = '20GB', readable = [] } = options.settings;
    return new Store(new Upkeep(folder, await Database.open({ folder, readable, memoryLimit, threads, maxTempSize }), options), options);
  } catch (error) {
    // its cause goes to the log where it is told: every query tries to open it
    throw loadError(error);
  }
}

/** One data source's facts: always a complete state to read, replaced in the background. */
export class Store {
  /** What all who asked for a load wait for, however many they are. */
  private asked: Promise<void> | null = null;

  constructor(
    private readonly upkeep: Upkeep,
    private readonly options: StoreOptions
  ) {}

  /** Where an engine gets its connections to what is leased. */
  get connections(): Connections {
    return this.upkeep.database;
  }

  /** Begins: takes what a former process left, or loads, and then keeps it fresh. */
  start(): void {
    this.upkeep.start();
  }

  state(): StoreState {
    const { generations, status, pace } = this.upkeep;
    const { current } = generations;
    const { phase, isLoading, progress, checkedAt, lastRefresh, refreshes, lastError, failures, waitingForLock } = status.now;
    return {
      phase: current ? 'ready' : phase,
      generation: current?.number ?? null,
      loadedAt: current?.meta.loadedAt ?? null,
      checkedAt: current && checkedAt,
      lastRefresh,
      refreshes,
      progress,
      lastError,
      failures,
      refreshing: current !== null && isLoading,
      nextRefreshAt: pace.nextAt,
      tableRows: current?.meta.tableRows ?? {},
      remarks: current?.meta.remarks ?? [],
      waitingForLock,
    };
  }

  /** The current state for reading; it stays as it is until released. Throws where there is none yet. */
  lease(): StoreLease {
    return this.upkeep.generations.lease();
  }

  /** Waits until there is something to read, at most so many milliseconds; false where that takes longer or the load has failed. Throws the signal's reason. */
  async ready(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    const { generations, status } = this.upkeep;
    await status.changes.until(() => generations.current !== null || status.now.phase === 'failed' || this.upkeep.isClosing, milliseconds, signal);
    return generations.current !== null;
  }

  /**
   * Waits, at most so many milliseconds, for data that is no older than `maxAgeMs`, as long as a refresh that would bring it is
   * due or under way; false where there is nothing to read, as before the first load. Throws the signal's reason.
   */
  async fresh(maxAgeMs: number, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    const { generations, status, pace, now } = this.upkeep;
    await status.changes.until(
      () => {
        const { current } = generations;
        const isComing = status.now.isLoading || pace.isDue(now());
        return this.upkeep.isClosing || (current ? now() - (status.now.checkedAt ?? 0) <= maxAgeMs || !isComing : status.now.phase !== 'empty');
      },
      milliseconds,
      signal
    );
    return generations.current !== null;
  }

  /**
   * Loads as soon as loading then takes no more than half of the time, or joins the load under way; over once that has
   * succeeded or failed. The state tells how, and before that when it will begin.
   */
  refreshNow(): Promise<void> {
    const { pace, now } = this.upkeep;
    pace.asked(now());
    this.upkeep.wake();
    this.asked ??= this.nextLoad().finally(() => (this.asked = null));
    return this.asked;
  }

  /** Says that the file of a lease turned out to be damaged: it is read no more and rebuilt. */
  reportDamage(schema: string): void {
    const { generations, status, pace, now } = this.upkeep;
    const { current } = generations;
    if (current && schema === `${attachedName(current.number)}.main`) {
      this.options.logger.warn('The store’s file is damaged and will be rebuilt.', { generation: current.number });
      generations.replace(null);
      status.lost();
      pace.hurry(now());
      this.upkeep.wake();
    }
  }

  /** Interrupts whatever runs, and lets go of everything. The source is the caller's to close. */
  close(): Promise<void> {
    return this.upkeep.close();
  }

  private async nextLoad(): Promise<void> {
    const { status } = this.upkeep;
    const ended = status.now.loads + 1;
    while (status.now.loads < ended && !this.upkeep.isClosing) {
      await status.changes.next(60_000);
    }
  }
}
