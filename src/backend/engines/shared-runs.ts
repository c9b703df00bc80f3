import { standBehind } from '../lines';

interface Shared<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  callers: number;
}

/** Runs in flight by key: a second caller of the same key gets the first one's result; a run stops when its last caller has left. */
export class SharedRuns<Result> {
  private readonly runs = new Map<string, Shared<Result>>();

  /** Joins the run of a key, or starts it. Throws the signal's reason as soon as it aborts, whatever the run does. */
  async run(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    signal?.throwIfAborted();
    const shared = this.runs.get(key) ?? this.start(key, signal, start);
    shared.callers++;
    try {
      return await untilAborted(shared.result, signal);
    } finally {
      shared.callers--;
      if (shared.callers === 0) {
        // from here on nobody may join it: it is over, or about to be stopped
        this.forget(key, shared);
        shared.controller.abort();
      }
    }
  }

  /** Stops every run; their callers get the reason. */
  abort(reason: Error): void {
    for (const shared of this.runs.values()) {
      shared.controller.abort(reason);
    }
  }

  private start(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<Result>): Shared<Result> {
    const controller = new AbortController();
    // of many who want it, it is done for the first
    standBehind(controller.signal, signal);
    const shared: Shared<Result> = { result: start(controller.signal), controller, callers: 0 };
    shared.result.then(
      () => this.forget(key, shared),
      () => this.forget(key, shared)
    );
    this.runs.set(key, shared);
    return shared;
  }

  private forget(key: string, shared: Shared<Result>): void {
    if (this.runs.get(key) === shared) {
      this.runs.delete(key);
    }
  }
}

/** A promise's result, or the signal's reason if that aborts first. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) {
    return promise;
  }
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
