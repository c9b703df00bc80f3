import { customFieldKey, type DimensionId, isCustomField } from '../words';
import { dimensionOf } from './dimensions';
import type { DimensionColumn, Metric } from './metric';

/** Where a metric finds a dimension; undefined where it has none of it. Custom fields are of every row that has a ticket. */
export function dimensionColumn({ dimensions }: Pick<Metric, 'dimensions'>, id: DimensionId): DimensionColumn | undefined {
  if (!isCustomField(id)) {
    return dimensions[id];
  }
  return dimensions.ticket && { column: 'custom_value_ix', bridge: { table: 'ticket_custom_value', on: 'ticket_ix', field: customFieldKey(id) } };
}

/** Whether a row of a metric may have several values of a dimension: it counts once under each, so that groups do not add up. */
export function isManyValued(metric: Metric, id: DimensionId): boolean {
  return !isCustomField(id) && Boolean(dimensionOf(id).many ?? metric.dimensions[id]?.bridge);
}
