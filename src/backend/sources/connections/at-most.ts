/** Work that waits for its turn. */
type Waiting = () => void;

/** Runs at most so many pieces of work at once: the others wait, in their order, until their turn has come or their signal aborts. */
export function atMost(places: number): <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result> {
  const waiting = new Set<Waiting>();
  let free = places;
  const turn = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(begin);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(begin);
    });
  };
  const next = (): void => {
    const [begin] = waiting;
    if (begin === undefined) {
      free++;
    } else {
      waiting.delete(begin);
      begin();
    }
  };
  return async (signal, work) => {
    await turn(signal);
    try {
      return await work();
    } finally {
      next();
    }
  };
}
