import { findMetric } from '../../src/shared/catalog';
import type { Metric } from '../../src/shared/catalog/metric';
import type { HelpdeskQuery } from '../../src/shared/query';
import type { DimensionId, Hours, PlainDimensionId, Statistic } from '../../src/shared/words';
import type { Edition } from './edition';
import { LOCALES } from './language';

/** A panel's query before the dashboard's drop-downs are in it; `$hours` follows the drop-down. */
export type PanelQuery = Omit<HelpdeskQuery, 'hours' | 'filters' | 'locale' | 'groupBy' | 'statistics'> & {
  readonly hours?: Hours | '$hours';
  readonly groupBy?: readonly DimensionId[];
  readonly statistics?: readonly Statistic[];
};

/** The drop-downs that filter: the variable, and the fields that it may filter, the first that a metric has. */
export const FILTERS: Readonly<Record<'team' | 'owner' | 'channel' | 'priority' | 'pipeline', readonly PlainDimensionId[]>> = {
  team: ['team'],
  owner: ['owner', 'agent'],
  channel: ['channel'],
  priority: ['priority'],
  pipeline: ['pipeline'],
};
/** A drop-down that filters. */
export type FilterVariable = keyof typeof FILTERS;
const VARIABLES = Object.keys(FILTERS) as FilterVariable[];

/** The metric of a query; one that does not exist is a fault of the dashboard. */
export function metricOf({ metric }: { readonly metric?: string }): Metric {
  const found = findMetric(metric ?? '');
  if (!found) {
    throw new Error(`There is no metric "${metric}".`);
  }
  return found;
}

function fieldFor(metric: Metric, variable: FilterVariable): PlainDimensionId | undefined {
  return FILTERS[variable].find((field) => metric.dimensions[field]);
}

/** The drop-downs that cannot filter a metric. */
export function withoutEffect(metric: Metric): FilterVariable[] {
  return VARIABLES.filter((variable) => !fieldFor(metric, variable));
}

/** The query as the dashboard stores it: filtered by every drop-down that its metric has a field for; on a public dashboard there is none, and hours are 24/7 where one could choose. */
export function stored(query: PanelQuery, { language, publicUid }: Edition): object {
  const metric = metricOf(query);
  // one unit a panel, whatever its numbers: a scale that jumps from hours to weeks cannot be compared
  const unit = metric.unit === 's' ? { unit: 'auto' } : {};
  if (publicUid !== undefined) {
    return { version: 1, ...unit, ...query, ...(query.hours === '$hours' ? { hours: 'all' } : {}), filters: [], locale: LOCALES[language] };
  }
  const filters = VARIABLES.flatMap((variable) => {
    const field = fieldFor(metric, variable);
    return field ? [{ field, op: 'in', values: [`$${variable}`], origin: 'variable' }] : [];
  });
  return { version: 1, ...unit, ...query, filters, locale: LOCALES[language] };
}
