import { metricOf } from '../query';
import type { PanelSpec } from './spec';

/** Whether a panel over time draws one series, and what is compared with it or added to it. */
export function isSingle({ queries }: PanelSpec): boolean {
  const [query] = queries;
  const groups = query.groupBy ?? metricOf(query).defaults.groupBy?.over_time ?? [];
  return queries.length === 1 && groups.length === 0 && (query.statistics ?? []).length < 2;
}

/** Whether a panel over time has a legend: none where it would repeat the title. */
export function hasLegend(spec: PanelSpec): boolean {
  return !isSingle(spec) || spec.queries.some(({ compare, trend, anomalies }) => Boolean(compare ?? trend ?? anomalies));
}
