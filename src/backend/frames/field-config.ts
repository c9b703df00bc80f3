import { grafanaUnit, unitOf } from '../../shared/catalog/unit';
import type { Names } from '../../shared/names';
import type { Statistic } from '../../shared/words';
import type { Plan } from '../query/plan';
import type { FieldConfig } from './frame';
import { fieldUnit } from './unit';
import type { WrittenUnit } from './written-unit';

/** What decides how a number is shown. */
interface Shown {
  readonly plan: Plan;
  readonly names: Names;
  readonly written: WrittenUnit;
}

/** How Grafana shows a statistic of a metric. */
export function fieldConfig({ plan, names, written }: Shown, statistic: Statistic, displayName: string): FieldConfig {
  const unit = unitOf(plan.metric, statistic);
  return {
    displayNameFromDS: displayName,
    unit: unit === 's' ? fieldUnit(written, names) : grafanaUnit(unit),
    description: names.about(plan.metric.id),
    ...(unit === 'percentunit' && !plan.query.beyondTarget ? { min: 0, max: 1 } : {}),
  };
}
