/** How far a load has come. */
export interface LoadProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** A report that has nothing to show, and the tables that it would need. */
export interface EmptyReport {
  readonly metric: string;
  readonly label: string;
  readonly needs: readonly string[];
}

/** Something worth knowing of the helpdesk, in the backend's English. */
export interface Remark {
  readonly kind: 'lack' | 'warning' | 'unused' | 'note' | 'contradiction' | 'suspicion';
  readonly text: string;
  /** One of the rows that it is about. */
  readonly example?: string;
  /** What mends it, in a line. */
  readonly mend?: string;
}

/** The layout of another helpdesk, whose tables were found. */
export interface Proposal {
  readonly layout: string;
  /** What the tables say of its options. */
  readonly layoutOptions: Readonly<Record<string, string>>;
  readonly label: string;
  readonly remarks: readonly Remark[];
  readonly reportsWithoutData: readonly EmptyReport[];
  /** What is in its way; null where nothing is. */
  readonly problem: string | null;
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
