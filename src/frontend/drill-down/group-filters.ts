import { dimensionOf } from '../../shared/catalog/dimensions';
import { isManyValued } from '../../shared/catalog/metric-dimensions';
import type { Metric } from '../../shared/catalog/metric';
import { REST_ID } from '../../shared/labels';
import type { DimensionId } from '../../shared/words';
import type { QueryFilter } from '../types';

/** A group by the ids of its values: null is "none", REST_ID what a limit left out. */
export type GroupKey = Readonly<Partial<Record<DimensionId, string | null>>>;

/**
 * The filters that choose one group's rows. "Other" is whatever is not shown. Null where filters cannot say it: "Other" of pairs of
 * values, or of rows that have several values at once.
 */
export function groupFilters(metric: Metric, key: GroupKey, shown: readonly GroupKey[]): QueryFilter[] | null {
  const groups = Object.entries(key) as Array<[DimensionId, string | null]>;
  if (!groups.some(([, id]) => id === REST_ID)) {
    return groups.map(([field, id]) => (id === null ? { field, op: 'is_empty', values: [] } : { field, op: 'equals', values: [id] }));
  }
  const [[field], ...more] = groups;
  if (more.length > 0 || isManyValued(metric, field)) {
    return null;
  }
  const ids = shown.flatMap((one) => (one[field] === undefined || one[field] === REST_ID ? [] : [one[field] ?? dimensionOf(field).none]));
  return ids.length === 0 ? [] : [{ field, op: 'not_in', values: [...new Set(ids)] }];
}
