import { traitsOf } from '../../../shared/catalog/measures';
import type { DimensionColumn, Metric } from '../../../shared/catalog/metric';
import { dimensionColumn } from '../../../shared/catalog/metric-dimensions';
import type { DimensionId } from '../../../shared/words';

/** The dimensions of the local clock. */
export const CLOCK = ['hour_of_day', 'weekday'] as const;
/** A dimension of the local clock. */
export type Clock = (typeof CLOCK)[number];

/** By which dimension of the clock a metric’s rows are cut, being stretches, where they are put by a column; undefined where they are not: a dated row has one value of it. */
export function cutBy({ measure }: Metric, column: DimensionColumn | undefined): Clock | undefined {
  return traitsOf(measure).rows === 'overlapping' ? CLOCK.find((one) => one === column?.computed) : undefined;
}

/** Whether a dimension cuts a metric’s rows. */
export function isCutBy(metric: Metric, dimension: DimensionId): boolean {
  return cutBy(metric, dimensionColumn(metric, dimension)) !== undefined;
}
