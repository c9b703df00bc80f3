/** How loads follow one another, in milliseconds. */
export interface ScheduleOptions {
  /** From the start of one load to the start of the next. */
  readonly refreshIntervalMs: number;
  /** The pause after a first failure; it doubles with each further one. */
  readonly firstRetryMs: number;
  /** The longest pause after a failure. */
  readonly longestRetryMs: number;
}

/** When to load again after a load: an interval after its start, but never more than half of the time is spent loading. Epoch milliseconds. */
export function nextRefresh(loadedAt: number, durationMs: number, { refreshIntervalMs }: ScheduleOptions): number {
  return loadedAt + Math.max(refreshIntervalMs, 2 * durationMs);
}

/** When to try again after so many failures in a row. Epoch milliseconds. */
export function nextRetry(failedAt: number, failures: number, { firstRetryMs, longestRetryMs }: ScheduleOptions): number {
  return failedAt + Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
}
