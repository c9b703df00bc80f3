import type { Logger } from '../log';
import type { Remark, Source, SourceError } from '../sources/source';
import type { Derive, LayOver, StoreProgress } from './load/load-parts';
import type { StoreOwner } from './folder/store-folder';

/** A store's settings. */
export interface StoreSettings {
  /** From the start of one load to the start of the next, in milliseconds. */
  readonly refreshIntervalMs: number;
  /** How long before what was read last the reading of changes starts again, in milliseconds. */
  readonly overlapMs?: number;
  /** From one comparison of all keys to the next, in milliseconds. */
  readonly sweepIntervalMs?: number;
  /** From one load of everything to the next, in milliseconds, where only changes are read in between. */
  readonly fullReloadIntervalMs?: number;
  /** How much memory DuckDB may use, such as `1GB`. */
  readonly memoryLimit?: string;
  /** null = one a core, at most 4. */
  readonly threads?: number | null;
  /** How much may spill to disk, such as `10GB`. */
  readonly maxTempSize?: string;
  /** Folders and database files that the source reads. */
  readonly readable?: readonly string[];
  /** The pause after a first failed load, doubling with each further one, in milliseconds. */
  readonly firstRetryMs?: number;
  /** The longest such pause, in milliseconds. */
  readonly longestRetryMs?: number;
}

/** What a store is made of. */
export interface StoreOptions {
  /** The directory that holds the stores of all data sources. */
  readonly dir: string;
  readonly owner: StoreOwner;
  readonly source: Source;
  readonly derive: Derive;
  /** By default what was touched is derived with all the rest. */
  readonly layOver?: LayOver;
  readonly settings: StoreSettings;
  /** Differs whenever the settings that shape the store's content differ. */
  readonly fingerprint: string;
  /** Differs whenever those settings differ by which rows are read: while it is the same, others only derive other facts from the same rows. */
  readonly readFingerprint: string;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** How a successful refresh read the helpdesk: all of it, what had changed, or nothing, as nothing had. */
export const REFRESH_KINDS = ['full', 'increment', 'nothing'] as const;

/** A refresh that succeeded: the canonical rows that it read, and how long it took in milliseconds. */
export interface Refresh {
  readonly kind: (typeof REFRESH_KINDS)[number];
  readonly rows: number;
  readonly durationMs: number;
}

/** What the refreshes of this process have come to: of each kind how many, their rows and milliseconds; and how many have failed. */
export interface Refreshes extends Readonly<Record<Refresh['kind'], Omit<Refresh, 'kind'> & { readonly times: number }>> {
  readonly failed: number;
}

/** What a store is doing. Instants are epoch milliseconds. */
export interface StoreState {
  /** `empty`: not begun. `loading`: no data yet, the first load runs. `failed`: no data yet, a load failed and will be tried again. `ready`: has data, of any age. */
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  readonly generation: number | null;
  /** When the load of what is read now began. */
  readonly loadedAt: number | null;
  /** When the helpdesk was last looked at successfully, also where nothing had changed: as of then the data is right. By the clock that counts now: before `loadedAt`, where it was put back since. */
  readonly checkedAt: number | null;
  /** The newest refresh of this process that succeeded. */
  readonly lastRefresh: Refresh | null;
  readonly refreshes: Refreshes;
  /** How far the load under way has come. */
  readonly progress: StoreProgress | null;
  /** Why the last load failed; null once one succeeded. */
  readonly lastError: SourceError | null;
  /** The newest failed loads of this process, oldest first. */
  readonly failures: ReadonlyArray<{ readonly at: number; readonly error: SourceError }>;
  /** Whether a load runs while there is data to read. */
  readonly refreshing: boolean;
  readonly nextRefreshAt: number | null;
  readonly tableRows: Readonly<Record<string, number>>;
  /** What the source said of the helpdesk that is read now. */
  readonly remarks: readonly Remark[];
  /** Whether another process (or a store that is still closing) holds the folder or a file in it. */
  readonly waitingForLock: boolean;
}
