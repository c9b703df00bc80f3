import { MSTL } from '@bsull/augurs/mstl';

import type { BucketFrequency } from '../calendar/buckets';
import { LEARNED } from '../../shared/bounds';
import { seasonsIn } from './season';
import { readyAugurs } from './ready-augurs';

/** What a forecast is made of. */
export interface ToForecast {
  /** One value a bucket, up to the last one known. */
  readonly values: ReadonlyArray<number | null>;
  /** How many buckets are to come. */
  readonly horizon: number;
  readonly frequency: BucketFrequency;
  /** What a value can be. */
  readonly bounds: { readonly min: number; readonly max: number };
}

/** What is to come, one value a bucket to come. */
export interface Forecast {
  readonly point: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The share of futures that the band holds. */
const FORECAST_LEVEL = 0.9;

/** Seasons that must have been seen. */
const TIMES = 2;

/**
 * The next `horizon` values of a series by exponential smoothing after its seasons are taken out (MSTL + ETS), with a 90 % interval.
 * The latest LEARNED values count, nulls are filled in. Null with fewer than two whole seasons of values.
 */
export function forecast(
  all: ReadonlyArray<number | null>,
  horizon: number,
  frequency: BucketFrequency,
  bounds: { readonly min: number; readonly max: number }
): Forecast | null {
  const latest = all.slice(-LEARNED);
  // a hole at the beginning has nothing before it to be filled from, and then no model fits, after all have been tried
  const values = latest.slice(latest.findIndex((value) => value !== null));
  const seasons = seasonsIn(frequency, values.length, TIMES);
  const known = values.filter((value) => value !== null).length;
  if (horizon < 1 || seasons.length === 0 || known < seasons[0] * TIMES) {
    return null;
  }
  readyAugurs();
  const model = MSTL.ets(Uint32Array.from(seasons), { impute: true });
  try {
    model.fit(Float64Array.from(values, (value) => value ?? NaN));
    const { point, intervals } = model.predict(horizon, FORECAST_LEVEL);
    const within = (list: readonly number[]) => list.map((value) => Math.min(bounds.max, Math.max(bounds.min, value)));
    return { point: within(point), low: within(intervals?.lower ?? point), high: within(intervals?.upper ?? point) };
  } finally {
    model.free();
  }
}
