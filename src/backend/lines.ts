import { AsyncLocalStorage } from 'node:async_hooks';

const lines = new AsyncLocalStorage<string>();

/** Does something, and all that follows from it, in somebody’s line: where many wait, each line is served one after another, however many stand in it. */
export function inLine<Result>(line: string, work: () => Result): Result {
  return lines.run(line, work);
}

/** The line in which the present work is done. */
export function presentLine(): string {
  return lines.getStore() ?? '';
}
