import { kindOf } from '../measures';
import { ranked } from '../rank/ranked';
import { type AskedPlan, type Known, type Plan, UNKNOWN } from '../plan';
import { type Sql, sql } from '../sql';

/** The statement that answers a metric query; the more is known of the store, the less it reads. */
export function compileNumbers(planned: Plan, known: Known = UNKNOWN): Sql {
  const plan: AskedPlan = { ...planned, ...known };
  const { measure } = plan.metric;
  const { numbers, forbidden } = kindOf(measure);
  const isChecked = forbidden && plan.statistics.some((one) => forbidden.statistics.includes(one));
  return ranked(plan, numbers(plan, measure), isChecked ? [sql`coalesce(${forbidden.test}, false) AS forbidden`] : []);
}
