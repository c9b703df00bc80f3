import { traitsOf } from '../../../shared/catalog/measures';
import { type BucketFrequency, bucketCount } from '../../calendar/buckets';
import { isCount } from '../is-count';
import { isWholeIn, type Plan } from '../plan';
import type { Answer } from './series';

/** Rows that half of the points of a mean or a rate should rest on. */
const ENOUGH = 10;

/** Buckets that an automatic frequency leaves at least. */
const FEWEST_BUCKETS = 4;

/** What the automatic frequency goes to where too few rows are in a bucket. */
const NEXT: Readonly<Partial<Record<BucketFrequency, BucketFrequency>>> = {
  '15m': '30m',
  '30m': 'hour',
  hour: 'day',
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'year',
};

/** The next longer frequency where the automatic one leaves the median point of a mean or a rate, over all series, too few rows; null where it does not, or the range is too short. */
export function longerFrequency(plan: Plan, { series }: Answer): BucketFrequency | null {
  const { query, metric, frequency, edges, asOfMs, fromMs, toMs } = plan;
  const next = (frequency && NEXT[frequency]) ?? null;
  if (query.frequency !== 'auto' || next === null || edges === null || isCount(plan) || traitsOf(metric.measure).rows !== 'dated') {
    return null;
  }
  const whole = Array.from(edges.subarray(0, -1), (_, bucket) => bucket).filter((bucket) => isWholeIn(plan, edges, bucket) && edges[bucket + 1] <= asOfMs);
  const counts = series.flatMap(({ n }) => whole.map((bucket) => n[bucket] ?? 0)).sort((a, b) => a - b);
  const median = counts[counts.length >> 1] ?? 0;
  const hasAny = series.some(({ n }) => n.some(Boolean));
  // bucketCount counts one more than a range that begins where a bucket does
  return hasAny && median < ENOUGH && bucketCount(fromMs, toMs, next) - 1 >= FEWEST_BUCKETS ? next : null;
}
