import { findMetric, METRICS } from '.';
import { betterOf } from './better';
import type { Metric } from './metric';

const of = (id: string) => findMetric(id) as Metric;

it.each([
  ['time_to_close', 'p90', 'lower'],
  ['time_to_close', 'within', 'higher'],
  ['time_to_close', 'count', 'neutral'],
  ['time_to_close', 'hits', 'neutral'],
  ['csat', 'share', 'higher'],
  ['csat', 'n', 'neutral'],
  ['sla_breaches', 'count', 'lower'],
  ['sla_breaches', 'tickets', 'lower'],
  ['support_volume', 'count', 'neutral'],
  ['net_flow', 'sum', 'lower'],
] as const)('%s, %s: %s', (id, statistic, better) => expect(betterOf(of(id), statistic)).toBe(better));

it('is the same for all statistics of a metric but counts and shares within a threshold', () => {
  const odd = METRICS.flatMap((metric) => metric.statistics.filter((one) => ![metric.better, 'neutral'].includes(betterOf(metric, one)) && one !== 'within'));
  expect(odd).toEqual([]);
});
