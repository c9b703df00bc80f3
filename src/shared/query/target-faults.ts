import { betterOf } from '../catalog/better';
import type { Metric } from '../catalog/metric';
import { canHaveTarget } from '../targets';
import { QUERY_DEFAULTS } from './defaults';
import type { Fault } from './fault';
import type { HelpdeskQuery } from './schema';

/** Whether a statistic of a metric can be on the bad side of a target. */
export function canBeBeyond(metric: Metric, statistic: Metric['statistics'][number]): boolean {
  return canHaveTarget(metric, statistic) && betterOf(metric, statistic) !== 'neutral';
}

/** What is wrong with asking how far numbers are beyond their target. What is drawn beside numbers is compared with them, not with a distance. */
export function targetFaults(
  { kind = QUERY_DEFAULTS.kind, beyondTarget, statistics, compare, trend, anomalies }: HelpdeskQuery,
  metric: Metric
): readonly Fault[] {
  if (beyondTarget !== true || kind !== 'metric') {
    return [];
  }
  const asked = statistics ?? metric.statistics.slice(0, 1);
  const lacking = asked.findIndex((one) => metric.statistics.includes(one) && !canBeBeyond(metric, one));
  const beside = Object.entries({ compare, trend, anomalies }).filter(([, value]) => Boolean(value));
  return [
    ...(lacking >= 0 ? [{ code: 'no_target_of' as const, at: `statistics[${lacking}]`, metric: metric.id, value: asked[lacking] }] : []),
    ...beside.map(([value]) => ({ code: 'beside_distance' as const, at: value, value })),
  ];
}
