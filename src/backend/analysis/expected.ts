import { mean, median } from 'simple-statistics';

import type { BucketFrequency } from '../calendar/buckets';
import { seasonsIn } from './season';

/** Where a series was to be expected, and which of its points lie outside. One value a bucket. */
interface Expected {
  readonly low: ReadonlyArray<number | null>;
  readonly high: ReadonlyArray<number | null>;
  /** The values outside the band, null elsewhere. */
  readonly outside: ReadonlyArray<number | null>;
}

/** Fewer values say nothing of what is usual. */
const LEAST_VALUES = 10;

/** A rhythm must be seen this often before it is believed. */
const TIMES = 3;

/** Half the width of the band in standard deviations, as far as medians estimate them: about 1 usual value in 2,000 lies outside. */
const WIDTH = 3.5;

/** Buckets between two yields: medians of a week of hours take some milliseconds. */
const PIECE = 100;

/** Median absolute deviation → standard deviation, for normally spread values. */
const MAD_TO_SIGMA = 1.4826;

/**
 * A robust seasonal band: a running median over whole seasons for the level, the median of each phase for the rhythm, the median
 * absolute deviation for the spread. Medians, so that the anomalies themselves do not widen it. Null with fewer than LEAST_VALUES values
 * or where nothing varies. The work yields between its pieces.
 */
export function* expected(
  values: ReadonlyArray<number | null>,
  frequency: BucketFrequency,
  bounds: { readonly min: number; readonly max: number }
): Generator<void, Expected | null> {
  const known = values.filter((value) => value !== null);
  if (known.length < LEAST_VALUES) {
    return null;
  }
  const season = seasonsIn(frequency, values.length, TIMES).at(-1) ?? 1;
  const level = yield* runningMedian(values, season > 1 ? season : 7);
  const rhythm = yield* phases(
    values.map((value, i) => (value === null ? null : value - level[i])),
    season
  );
  const usual = values.map((_, i) => level[i] + rhythm[i % season]);
  const residuals = values.flatMap((value, i) => (value === null ? [] : [value - usual[i]]));
  const half = WIDTH * spread(residuals);
  if (half === 0) {
    return null;
  }
  const within = (value: number) => Math.min(bounds.max, Math.max(bounds.min, value));
  return {
    low: usual.map((value) => within(value - half)),
    high: usual.map((value) => within(value + half)),
    outside: values.map((value, i) => (value !== null && Math.abs(value - usual[i]) > half ? value : null)),
  };
}

/** The median of the `width` buckets around each (as many as there are at the ends). */
function* runningMedian(values: ReadonlyArray<number | null>, width: number): Generator<void, number[]> {
  const half = width >> 1;
  const all = median(values.filter((value) => value !== null));
  const level: number[] = [];
  for (const i of values.keys()) {
    // a window at an end keeps its width, so that it still holds a whole season
    const from = Math.max(0, Math.min(i - half, values.length - width));
    const inside = values.slice(from, from + width).filter((value) => value !== null);
    level.push(inside.length > 0 ? median(inside) : all);
    if (i % PIECE === 0) {
      yield;
    }
  }
  return level;
}

function* phases(values: ReadonlyArray<number | null>, season: number): Generator<void, number[]> {
  const rhythm: number[] = [];
  for (let phase = 0; phase < season; phase++) {
    const own = values.filter((value, i) => value !== null && i % season === phase) as number[];
    rhythm.push(season > 1 && own.length > 0 ? median(own) : 0);
    yield;
  }
  return rhythm;
}

/** A robust standard deviation; where most values are equal, the mean deviation stands in for the median one. */
function spread(residuals: readonly number[]): number {
  const away = residuals.map(Math.abs);
  return MAD_TO_SIGMA * median(away) || 1.2533 * mean(away);
}
