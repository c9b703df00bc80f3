import { traitsOf } from '../catalog/measures';
import type { Metric } from '../catalog/metric';
import { SORT_DEFAULTS } from './defaults';
import type { HelpdeskQuery } from './schema';

/** The order of rows: the newest first, or, where each has a duration and the query says so, by that. */
export function recordsOrder({ sort }: Pick<HelpdeskQuery, 'sort'>, { measure }: Metric): 'newest' | 'asc' | 'desc' {
  const { by, direction } = { ...SORT_DEFAULTS, ...sort };
  return sort !== undefined && by === 'value' && traitsOf(measure).isTimed ? direction : 'newest';
}
