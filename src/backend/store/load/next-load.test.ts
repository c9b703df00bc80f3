import { nextRefresh, nextRetry } from './next-load';

const options = { refreshIntervalMs: 600_000, firstRetryMs: 5_000, longestRetryMs: 300_000 };

test('an interval after the start, but no more than half of the time is spent loading', () => {
  expect(nextRefresh(1_000, 20_000, options)).toBe(601_000);
  expect(nextRefresh(1_000, 900_000, options)).toBe(1_801_000);
});

test('pauses double up to the longest, but no more than half of the time is spent on loads that fail', () => {
  expect([1, 2, 3, 6, 7, 50].map((failures) => nextRetry(0, 100, failures, options))).toEqual([5_000, 10_000, 20_000, 160_000, 300_000, 300_000]);
  expect([1, 50].map((failures) => nextRetry(1_000_000, 600_000, failures, options))).toEqual([1_600_000, 1_600_000]);
});
