import type { Statistic } from '../words';
import { isCounted } from './distinct';
import { traitsOf } from './measures';
import type { Metric, Unit } from './metric';

/** The unit of a statistic: counts are plain, whatever the metric's unit; a share is a percentage. */
export function unitOf(metric: Metric, statistic: Statistic): Unit {
  if (isCounted(statistic)) {
    return 'short';
  }
  if (statistic === 'share' || statistic === 'within') {
    return 'percentunit';
  }
  return traitsOf(metric.measure).isUnitless ? 'none' : metric.unit;
}

/** Grafana's unit of numbers that are no durations. `short` would write 1,221 as 1.22 K. */
export function grafanaUnit(unit: Unit): string {
  return unit === 'short' ? 'locale' : unit;
}
