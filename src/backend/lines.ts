/** In whose line the work of a signal waits: who is done with the signal is done with the line. (An AsyncLocalStorage would cost every promise something.) */
const lines = new WeakMap<AbortSignal, string>();

/** Puts all work that a signal can stop in somebody’s line: where many wait, each line is served one after another, however many stand in it. */
export function standInLine(signal: AbortSignal, line: string): void {
  lines.set(signal, line);
}

/** The line of the work that a signal can stop. */
export function lineOfWork(signal: AbortSignal | undefined): string {
  return (signal && lines.get(signal)) ?? '';
}

/** Gives a signal made of another one the other one's line. */
export function standBehind(made: AbortSignal, signal: AbortSignal | undefined): void {
  const line = signal && lines.get(signal);
  if (line !== undefined) {
    lines.set(made, line);
  }
}
