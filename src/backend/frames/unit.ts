import { traitsOf } from '../../shared/catalog/measures';
import type { Metric, Unit } from '../../shared/catalog/metric';
import type { Statistic } from '../../shared/words';

/** The unit of a statistic: counts are plain, whatever the metric's unit; a share is a percentage. */
export function unitOf(metric: Metric, statistic: Statistic): Unit {
  if (statistic === 'count' || statistic === 'n') {
    return 'short';
  }
  if (statistic === 'share') {
    return 'percentunit';
  }
  return traitsOf(metric.measure).isUnitless ? 'none' : metric.unit;
}
