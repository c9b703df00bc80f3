import { type BucketFrequency, bucketEdges, isWithinDay } from './buckets';
import { clockAround, type LocalRange, periodShift, previousPeriod, type Range, samePeriodLastYear, type Shift, shiftedRange, wallBack } from './comparison';
import { DAY } from './units';

/** What a period is compared with. */
export type ComparedWith = 'previous_period' | 'previous_year';

/** An earlier range, its buckets, and which of them stands under each current bucket: −1 where none does. */
interface AlignedBuckets {
  readonly range: Range;
  readonly edges: Float64Array;
  readonly under: Int32Array;
}

interface CurrentBuckets {
  readonly range: LocalRange;
  readonly edges: Float64Array;
  readonly frequency: BucketFrequency;
  readonly weekStart: 'monday' | 'sunday' | 'saturday';
}

/** Whole buckets that a shift by weeks or months is made of, so that weeks meet weeks and quarters meet quarters. */
const MONTHS: Partial<Record<BucketFrequency, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The buckets to compare with. Days and what is shorter look back by the calendar: a day that the earlier month or year lacks has nothing
 * under it. Longer buckets look back by whole buckets, at least as far: last year's weeks are 52 weeks earlier.
 */
export function alignedBuckets({ range, edges, frequency, weekStart }: CurrentBuckets, comparedWith: ComparedWith): AlignedBuckets {
  const shift = bucketShift(range, frequency, comparedWith);
  const earlier =
    !isWithinDay(frequency) && frequency !== 'day'
      ? shiftedRange(range, shift)
      : comparedWith === 'previous_year'
        ? samePeriodLastYear(range)
        : previousPeriod(range);
  // the doubled hour has no period before it: a millisecond without rows keeps the buckets whole
  const whole = earlier.fromMs < earlier.toMs ? earlier : { fromMs: earlier.toMs - 1, toMs: earlier.toMs };
  const earlierEdges = bucketEdges({ ...whole, frequency, timeZone: range.timeZone, weekStart });
  return { range: whole, edges: earlierEdges, under: nearest(range, edges, earlierEdges, shift) };
}

function bucketShift(range: LocalRange, frequency: BucketFrequency, comparedWith: ComparedWith): Shift {
  const days = Math.max(1, Math.round((range.toMs - range.fromMs) / DAY));
  const months = MONTHS[frequency];
  if (months !== undefined) {
    return { months: comparedWith === 'previous_year' ? 12 : Math.ceil(monthsOf(range, days) / months) * months };
  }
  if (frequency === 'week') {
    return { days: comparedWith === 'previous_year' ? 52 * 7 : Math.ceil(days / 7) * 7 };
  }
  return comparedWith === 'previous_year' ? { years: 1 } : periodShift(range);
}

/** Months in a range: exact where it is made of whole months, else enough to cover it. */
function monthsOf(range: LocalRange, days: number): number {
  const shift = periodShift(range);
  return 'months' in shift ? shift.months : Math.ceil(days / 31);
}

/** For each current bucket the earlier one that starts nearest to the shifted start on the local clock, each at most once. */
function nearest(range: LocalRange, edges: Float64Array, earlier: Float64Array, shift: Shift): Int32Array {
  const clock = clockAround(range);
  const under = new Int32Array(edges.length - 1).fill(-1);
  let at = 0;
  let used = -1;
  for (let i = 0; i < under.length; i++) {
    const start = wallBack(edges[i], shift, clock);
    const away = (j: number) => Math.abs(clock.wallAt(earlier[j]) - start);
    // half-way between two starts is the later one's: the bucket then begins in the range
    while (at + 2 < earlier.length && (away(at + 1) < away(at) || (away(at + 1) === away(at) && away(at) > 0))) {
      at++;
    }
    if (at !== used && away(at) <= (earlier[at + 1] - earlier[at]) / 2) {
      under[i] = at;
      used = at;
    }
  }
  return under;
}
