interface Waiting {
  readonly admit: () => void;
}

/** So many at a time, first come first served; a waiting one may give up. */
export class Admission {
  private readonly queue = new Set<Waiting>();
  private admitted = 0;

  constructor(private readonly limit: number) {
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

  /** Waits for a turn; the returned function ends it and may be called again without effect. Throws the signal's reason. */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.admitted < this.limit) {
      this.admitted++;
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
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.queue.delete(waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      this.queue.add(waiting);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  private leave(): void {
    const [next] = this.queue;
    if (next) {
      // the turn is handed over: `admitted` stays as it is
      this.queue.delete(next);
      next.admit();
    } else {
      this.admitted--;
    }
  }
}
