/** How loads follow one another, in milliseconds. */
export interface PaceOptions {
  /** From the start of one load to the start of the next. */
  readonly refreshIntervalMs: number;
  /** The pause after a first failure; it doubles with each further one. */
  readonly firstRetryMs: number;
  /** The longest pause after a failure. */
  readonly longestRetryMs: number;
}

/** When another load may begin after one that began then, so that no more than half of the time is spent loading. Epoch milliseconds. */
export function earliestLoad(beganAt: number, durationMs: number): number {
  return beganAt + 2 * durationMs;
}

/** When to load again after a load: an interval after its start, or as soon as it may. Epoch milliseconds. */
export function nextRefresh(loadedAt: number, durationMs: number, { refreshIntervalMs }: PaceOptions): number {
  return Math.max(loadedAt + refreshIntervalMs, earliestLoad(loadedAt, durationMs));
}

/** When to try again after so many failures in a row, the last of which took so long. Epoch milliseconds. */
export function nextRetry(failedAt: number, durationMs: number, failures: number, { firstRetryMs, longestRetryMs }: PaceOptions): number {
  return Math.max(failedAt + Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)), earliestLoad(failedAt - durationMs, durationMs));
}
