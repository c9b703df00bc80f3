import { FairQueue } from './fair-queue';
import { lineOfWork } from './lines';

/** Milliseconds of work after which the event loop gets a turn. */
const SLICE = 8;

const waiting = new FairQueue<() => void>();

/**
 * Waits for a turn of the event loop. Of many that wait one goes on in each round, so that together they hold up everybody else no longer
 * than one does; and of each line (that of the signal) one after another, so that who asks much waits for himself.
 */
export function turn(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    waiting.add(lineOfWork(signal), resolve);
    if (waiting.size === 1) {
      setImmediate(next);
    }
  });
}

function next(): void {
  waiting.next()?.();
  if (waiting.size > 0) {
    setImmediate(next);
  }
}

/** Gives a function to await between pieces of work: it waits for a turn when a few milliseconds have passed. Throws the signal's reason. */
export function turns(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began > SLICE) {
      await turn(signal);
      signal?.throwIfAborted();
      began = performance.now();
    }
  };
}

/** Runs work that yields between its pieces to its end, a few milliseconds a turn. Throws the signal's reason. */
export async function inTurns<Result>(work: Generator<void, Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    await turn(signal);
    signal?.throwIfAborted();
    const began = performance.now();
    do {
      const step = work.next();
      if (step.done) {
        return step.value;
      }
    } while (performance.now() - began <= SLICE);
  }
}

/** Runs work that yields between its pieces to its end at once: for tests, and where nobody else waits. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}
