import type { BucketFrequency } from '../calendar/buckets';

/** Buckets in the rhythms of a service desk, shortest first: the day and the week by hours or parts of one, the week by day, the year by longer buckets. */
const SEASONS: Readonly<Record<BucketFrequency, readonly number[]>> = {
  '15m': [96, 672],
  '30m': [48, 336],
  hour: [24, 168],
  '2h': [12, 84],
  '4h': [6, 42],
  '6h': [4, 28],
  '12h': [2, 14],
  day: [7],
  week: [52],
  month: [12],
  quarter: [4],
  year: [],
};

/** The rhythms that `length` buckets show at least `times` times. */
export function seasonsIn(frequency: BucketFrequency, length: number, times: number): readonly number[] {
  return SEASONS[frequency].filter((period) => length >= period * times);
}
