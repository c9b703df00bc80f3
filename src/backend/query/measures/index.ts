import type { Measure, MeasureKindName } from '../../../shared/catalog/measures';
import { concurrency } from './concurrency';
import { count } from './count';
import { duration } from './duration';
import { intervalPeak } from './interval-peak';
import { intervalSeconds } from './interval-seconds';
import type { MeasureKind } from './measure';
import { net } from './net';
import { number } from './number';
import { occupancy } from './occupancy';
import { rating } from './rating';
import { share } from './share';
import { state } from './state';
import { uncovered } from './uncovered';

/** Every kind of measure. */
const MEASURES: { readonly [K in MeasureKindName]: MeasureKind<K> } = {
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

/** What a measure is in SQL. */
export function kindOf<K extends MeasureKindName>(measure: Measure<K>): MeasureKind<K> {
  return MEASURES[measure.kind];
}
