import { traitsOf } from '../catalog/measures';
import type { Metric } from '../catalog/metric';
import { SORT_DEFAULTS } from './defaults';
import type { HelpdeskQuery } from './schema';

/** The order of rows: the newest first, or, where each has a duration or a rating and the query says so, by that. */
export function recordsOrder({ sort }: Pick<HelpdeskQuery, 'sort'>, { measure }: Metric): 'newest' | 'asc' | 'desc' {
  const { by, direction } = { ...SORT_DEFAULTS, ...sort };
  return sort !== undefined && by === 'value' && hasValues(measure) ? direction : 'newest';
}

/** Whether rows can come in the order of what is measured of each: how long it took, or how it was rated. */
export function hasValues(measure: Metric['measure']): boolean {
  return measure.kind === 'rating' || traitsOf(measure).isTimed;
}
