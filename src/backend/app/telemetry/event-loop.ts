import { createHistogram } from 'node:perf_hooks';

/** Milliseconds between two looks at the loop: a shorter delay goes unseen. */
const EVERY = 10;

/** How late the event loop comes to what is due: while it is late, nobody is answered. */
export class EventLoopDelay {
  private readonly delays = createHistogram();
  private last = performance.now();

  constructor() {
    // Node's own monitor forgets, at each reset, what begins right after it
    setInterval(this.look, EVERY).unref();
  }

  /** The given quantiles (0–1) of the delays since the last call, in seconds; 1 is the longest. */
  take(quantiles: readonly number[]): number[] {
    // a collection may come before the timer that a delay kept waiting
    this.look();
    const taken = quantiles.map((quantile) => (quantile === 1 ? this.delays.max : this.delays.percentile(quantile * 100)) / 1e6);
    this.delays.reset();
    return taken;
  }

  private readonly look = (): void => {
    const now = performance.now();
    // in microseconds; a histogram takes no 0
    this.delays.record(Math.max(1, Math.round((now - this.last - EVERY) * 1000)));
    this.last = now;
  };
}
