import type { MeasureKindName } from '../../../../shared/catalog/measures';
import type { MeasureCase } from './case.fixture';
import { concurrency } from './concurrency.fixture';
import { count } from './count.fixture';
import { duration } from './duration.fixture';
import { intervalPeak } from './interval-peak.fixture';
import { intervalSeconds } from './interval-seconds.fixture';
import { net } from './net.fixture';
import { number } from './number.fixture';
import { occupancy } from './occupancy.fixture';
import { rating } from './rating.fixture';
import { share } from './share.fixture';
import { state } from './state.fixture';
import { uncovered } from './uncovered.fixture';

/** One case of every kind of measure. */
export const CASES: { readonly [K in MeasureKindName]: MeasureCase } = {
  duration,
  count,
  share,
  number,
  rating,
  net,
  state,
  interval_seconds: intervalSeconds,
  interval_peak: intervalPeak,
  concurrency,
  occupancy,
  uncovered,
};
