import { FairQueue } from '../fair-queue';
import { lineOfWork } from '../lines';
import { EngineError } from './engine-error';

interface Waiting {
  readonly admit: () => void;
}

/** So many at a time, of each line that waits one after another; a waiting one may give up, and past `mostWaiting` none may wait. */
export class Admission {
  private readonly queue = new FairQueue<Waiting>();
  private admitted = 0;

  constructor(
    private readonly limit: number,
    private readonly mostWaiting = Infinity
  ) {
    if (!Number.isInteger(limit) || limit < 1) {
      throw new Error(`invalid concurrency: ${limit}`);
    }
  }

  /** How many are in. */
  get running(): number {
    return this.admitted;
  }

  /** How many wait. */
  get waiting(): number {
    return this.queue.size;
  }

  /** Waits for a turn; the returned function ends it and may be called again without effect. Throws the signal's reason, or an EngineError (`busy`) where there is no room to wait. */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.admitted < this.limit) {
      this.admitted++;
    } else if (this.queue.size >= this.mostWaiting) {
      throw new EngineError(
        'busy',
        `${this.mostWaiting.toLocaleString('en')} queries wait for this data source already.`,
        'Try again in a moment; if that is so often, let dashboards refresh less often or show fewer panels.'
      );
    } else {
      await this.turn(signal);
    }
    let inside = true;
    return () => {
      if (inside) {
        inside = false;
        this.leave();
      }
    };
  }

  private turn(signal: AbortSignal): Promise<void> {
    const line = lineOfWork(signal);
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.queue.delete(line, waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      this.queue.add(line, waiting);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  private leave(): void {
    const next = this.queue.next();
    if (next) {
      // the turn is handed over: `admitted` stays as it is
      next.admit();
    } else {
      this.admitted--;
    }
  }
}
