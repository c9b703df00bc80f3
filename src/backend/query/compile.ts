import { compileIntervals, compilePeak } from './compile-intervals';
import { compileRows } from './compile-rows';
import type { Plan } from './plan';
import type { Sql } from './sql';

/** The statement that answers a metric query. */
export function compile(plan: Plan): Sql {
  switch (plan.metric.measure.kind) {
    case 'interval_seconds':
      return compileIntervals(plan);
    case 'interval_peak':
      return compilePeak(plan);
    default:
      return compileRows(plan);
  }
}
