import type { EmptyReport, Proposal as Proposed } from '../../shared/findings';

/** How far a load has come. */
export interface LoadProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** The layout of another helpdesk, and what it would leave without data. */
export interface Proposal extends Proposed {
  readonly reportsWithoutData: readonly EmptyReport[];
}

/** What to do about a fault, and where the documentation says more. */
export interface Fault {
  readonly hint: string | null;
  readonly page: string;
  readonly proposal?: Proposal;
}

/** What the backend says of its store. Instants are epoch milliseconds. */
export interface StoreStatus {
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  readonly generation: number | null;
  readonly loadedAt: number | null;
  /** When the helpdesk was last looked at successfully, also where nothing had changed. */
  readonly checkedAt: number | null;
  readonly progress: LoadProgress | null;
  readonly lastError: string | null;
  /** What to do about it; to administrators alone. */
  readonly lastFault?: Fault | null;
  readonly refreshing: boolean;
  readonly nextRefreshAt: number | null;
  readonly waitingForLock: boolean;
}

/** Whose store is watched. Everything rejects where it cannot be asked. */
export interface StatusSource {
  /** Whether there is one: it was saved with a source. */
  readonly hasSource: () => boolean;
  readonly status: () => Promise<StoreStatus>;
  /** Asks for a refresh, for which one has to be an Editor. */
  readonly refresh: () => Promise<StoreStatus>;
}

/** What Grafana says of a request that failed. */
export function messageOf(error: unknown): string {
  const data: unknown = typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string' ? data.message : String(error);
}
