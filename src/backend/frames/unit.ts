import { isCounted } from '../../shared/catalog/distinct';
import { traitsOf } from '../../shared/catalog/measures';
import type { Metric, Unit } from '../../shared/catalog/metric';
import type { Statistic } from '../../shared/words';
import type { Names } from '../../shared/names';
import type { WrittenUnit } from './written-unit';

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

/** Grafana's unit of a field of durations. Grafana goes from hours to days and weeks by itself, which a fixed suffix does not. */
export function fieldUnit({ unit }: WrittenUnit, names: Names): string {
  return unit === 'seconds' ? 's' : `suffix:${names.unit(unit)}`;
}
