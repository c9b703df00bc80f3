import { kindOf } from '../measures';
import { ranked } from '../rank/ranked';
import type { AskedPlan, Plan } from '../plan';
import { type Sql, sql } from '../sql';

/** The statement that answers a metric query. Who knows that nothing in the store lies after asOf says that it is settled: then less is read. */
export function compileNumbers(planned: Plan, isSettled = false): Sql {
  const plan: AskedPlan = { ...planned, isSettled };
  const { measure } = plan.metric;
  const { numbers, forbidden } = kindOf(measure);
  const isChecked = forbidden && plan.statistics.some((one) => forbidden.statistics.includes(one));
  return ranked(plan, numbers(plan, measure), isChecked ? [sql`coalesce(${forbidden.test}, false) AS forbidden`] : []);
}
