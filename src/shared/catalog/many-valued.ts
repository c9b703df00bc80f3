import type { DimensionId } from '../words';
import { DIMENSION_CATALOG } from './dimensions';
import type { Metric } from './metric';

/** Whether a row of a metric may have several values of a dimension: it counts once under each, so that groups do not add up. */
export function isManyValued(metric: Metric, dimension: DimensionId): boolean {
  return Boolean(DIMENSION_CATALOG[dimension]?.many ?? metric.dimensions[dimension]?.bridge);
}
