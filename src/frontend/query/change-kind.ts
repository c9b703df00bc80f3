import { findMetric } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { isManyValued } from '../../shared/catalog/metric-dimensions';
import { applicable } from '../../shared/query/applicable';
import { QUERY_DEFAULTS } from '../../shared/query/defaults';
import { columnsOf } from '../../shared/query/scorecard';
import type { Kind, PlainDimensionId } from '../../shared/words';
import type { DataSourceQuery } from '../types';
import type { Changes } from './edit';

/** What there is a row of, where nobody has said. */
const FIRST: readonly PlainDimensionId[] = ['owner', 'agent', 'team'];

/** The metrics of a scorecard; one that is not known, such as a variable, is none. */
function metricsOf(query: Pick<DataSourceQuery, 'metrics'>): readonly Metric[] {
  return columnsOf(query).flatMap(({ metric }) => findMetric(metric) ?? []);
}

/** What a scorecard of these metrics can have a row of: dimensions that all have, of one value a row. */
export function rowDimensions(query: Pick<DataSourceQuery, 'metrics'>): readonly PlainDimensionId[] {
  const [first, ...more] = metricsOf(query);
  const has = (metric: Metric, id: PlainDimensionId) => applicable(metric).groups.includes(id) && !isManyValued(metric, id);
  return first ? applicable(first).groups.filter((id) => [first, ...more].every((metric) => has(metric, id))) : [];
}

/** What all metrics of a scorecard can be filtered by. */
export function sharedFilters(query: Pick<DataSourceQuery, 'metrics'>): readonly PlainDimensionId[] {
  const [first, ...more] = metricsOf(query);
  return first ? applicable(first).filters.filter((id) => more.every((metric) => applicable(metric).filters.includes(id))) : [];
}

/** Another kind of answer: a scorecard begins with the query's metric, by its dimension or whom the work is of; what only it has goes with it. */
export function changeKind(query: DataSourceQuery, kind: Kind): Changes {
  const before = query.kind ?? QUERY_DEFAULTS.kind;
  if (kind === 'scorecard' && before !== 'scorecard') {
    const metrics = query.metrics ?? (query.metric ? [query.metric] : undefined);
    const possible = rowDimensions({ metrics });
    const kept = (query.groupBy ?? []).filter((id) => possible.some((one) => one === id));
    const row = kept.at(0) ?? FIRST.find((id) => possible.includes(id)) ?? possible.at(0);
    return { kind, metrics, groupBy: row === undefined ? undefined : [row], sort: undefined };
  }
  if (kind !== 'scorecard' && before === 'scorecard') {
    return { kind, metrics: undefined, metric: query.metric || columnsOf(query).at(0)?.metric, sort: undefined };
  }
  return { kind };
}
