/** Waits for a promise so many milliseconds at most; then throws what `late` makes, or the signal's reason where that comes first. What the promise does is not ended. */
export async function within<Result>(promise: Promise<Result>, milliseconds: number, signal: AbortSignal, late: () => Error): Promise<Result> {
  signal.throwIfAborted();
  // whoever is not waited for any more may still fail
  promise.catch(() => undefined);
  return new Promise<Result>((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    };
    const aborted = (): void => {
      done();
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      done();
      reject(late());
    }, milliseconds);
    signal.addEventListener('abort', aborted, { once: true });
    promise.then(resolve, reject).finally(done);
  });
}
