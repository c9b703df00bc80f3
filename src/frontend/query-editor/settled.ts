import type { Metric } from '../../shared/catalog/metric';
import type { Frequency, Hours, Kind, View } from '../../shared/words';
import type { DataSourceQuery } from '../types';

/** What a query says, or means where it says nothing. A word may be a variable. */
export interface Settled {
  readonly kind: Kind;
  readonly view: View;
  readonly hours: Hours;
  readonly frequency: Frequency;
  /** The main one first. */
  readonly statistics: readonly string[];
  readonly groups: readonly string[];
  /** As "by:direction". */
  readonly order: string;
  readonly limit: number | string | null;
  readonly minN: number | string;
  readonly ownerAt: string;
}

/** Fills in what the model and the metric's entry in the catalogue say of a query that leaves it out. */
export function settled(query: DataSourceQuery, metric: Metric): Settled {
  const { kind = 'metric', view = 'over_time', hours = 'all', frequency = 'auto', statistics = [metric.statistics[0]] } = query;
  const groups = query.groupBy ?? metric.defaults.groupBy?.[view] ?? [];
  const isTopTen = view === 'totals' && groups.length > 0 && groups[0] === metric.defaults.topTenOf;
  return {
    kind,
    view,
    hours,
    frequency,
    statistics,
    groups,
    order: `${query.sort?.by ?? 'value'}:${query.sort?.direction ?? 'desc'}`,
    limit: query.limit === undefined ? (isTopTen ? 10 : null) : query.limit,
    minN: query.minN ?? (isTopTen ? 1 : 0),
    ownerAt: query.ownerAt ?? metric.defaults.ownerAt ?? 'event',
  };
}
