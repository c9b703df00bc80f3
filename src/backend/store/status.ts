import type { SourceError } from '../sources/source';
import { Changes } from './changes';
import type { StoreProgress } from './load/load-parts';
import type { Refresh, StoreState } from './store-options';

/** Failed loads that are remembered, for annotations. */
const REMEMBERED = 100;

/** No refresh of a kind yet. */
const NONE = { times: 0, rows: 0, durationMs: 0 };

/** What a store is doing besides being read. */
interface Doing extends Pick<StoreState, 'progress' | 'checkedAt' | 'lastRefresh' | 'refreshes' | 'lastError' | 'failures' | 'waitingForLock'> {
  /** What it has come to where there is no data. */
  readonly phase: Exclude<StoreState['phase'], 'ready'>;
  readonly isLoading: boolean;
  /** How many loads have ended, well or not. */
  readonly loads: number;
}

/** Keeps what a store is doing, for those who ask and those who wait for a change. */
export class Status {
  /** Told of every change but how far a load has come. */
  readonly changes = new Changes();
  private doing: Doing = {
    phase: 'empty',
    isLoading: false,
    loads: 0,
    progress: null,
    checkedAt: null,
    lastRefresh: null,
    refreshes: { full: NONE, increment: NONE, nothing: NONE, failed: 0 },
    lastError: null,
    failures: [],
    waitingForLock: false,
  };

  /** What it is doing at the moment. */
  get now(): Doing {
    return this.doing;
  }

  /** A load begins. */
  loading(): void {
    this.change({ isLoading: true, phase: 'loading' });
  }

  /** A load has come so far. */
  progressed(progress: StoreProgress): void {
    this.doing = { ...this.doing, progress };
  }

  /** A refresh that began at an instant (epoch milliseconds) has succeeded, whether or not it brought something new to read. */
  refreshed(checkedAt: number, lastRefresh: Refresh): void {
    const { kind, rows, durationMs } = lastRefresh;
    const { [kind]: before } = this.doing.refreshes;
    const sum = { times: before.times + 1, rows: before.rows + rows, durationMs: before.durationMs + durationMs };
    this.change({ checkedAt, lastRefresh, lastError: null, refreshes: { ...this.doing.refreshes, [kind]: sum } });
  }

  /** There is something to read that is right as of an instant, epoch milliseconds. */
  checked(checkedAt: number): void {
    this.change({ checkedAt });
  }

  /** The clock was put back by so many milliseconds: what was so long ago is so by the clock that counts now. */
  putBack(milliseconds: number): void {
    const { checkedAt } = this.doing;
    if (milliseconds > 0 && checkedAt !== null) {
      this.checked(checkedAt - milliseconds);
    }
  }

  /** A load, or what comes before the first, has failed at an instant (epoch milliseconds). */
  failed(at: number, error: SourceError): void {
    const { failures, refreshes } = this.doing;
    this.change({
      phase: 'failed',
      lastError: error,
      failures: [...failures.slice(1 - REMEMBERED), { at, error }],
      refreshes: { ...refreshes, failed: refreshes.failed + 1 },
    });
  }

  /** A load has ended, well or not. */
  ended(): void {
    this.change({ isLoading: false, progress: null, loads: this.doing.loads + 1 });
  }

  /** What was read is lost: a load is to bring it back. */
  lost(): void {
    this.change({ phase: 'loading' });
  }

  /** Whether somebody else holds the folder or a file in it. */
  waits(waitingForLock: boolean): void {
    this.change({ waitingForLock });
  }

  private change(change: Partial<Doing>): void {
    this.doing = { ...this.doing, ...change };
    this.changes.happened();
  }
}
