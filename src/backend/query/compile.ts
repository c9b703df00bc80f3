import { compileIntervals, compilePeak } from './measures/intervals';
import { compileConcurrency, compileOccupancy, compileUncovered } from './measures/load';
import { compileRows } from './measures/rows';
import { compileState } from './measures/state';
import type { AskedPlan, Plan } from './plan';
import type { Sql } from './sql';

/** The statement that answers a metric query. Who knows that nothing in the store lies after asOf says that it is settled: then less is read. */
export function compile(planned: Plan, isSettled = false): Sql {
  const plan: AskedPlan = { ...planned, isSettled };
  switch (plan.metric.measure.kind) {
    case 'interval_seconds':
      return compileIntervals(plan);
    case 'interval_peak':
      return compilePeak(plan);
    case 'state':
      return compileState(plan);
    case 'concurrency':
      return compileConcurrency(plan);
    case 'occupancy':
      return compileOccupancy(plan);
    case 'uncovered':
      return compileUncovered(plan);
    default:
      return compileRows(plan);
  }
}
