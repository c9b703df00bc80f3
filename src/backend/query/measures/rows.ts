import type { Statistic } from '../../../shared/words';
import { bucketIndex } from '../parts/bucket';
import { columnSql } from '../parts/column';
import { conditions, dated } from '../parts/condition';
import { groupKey } from '../parts/dimension';
import { factSource } from '../parts/source';
import { rowMeasure } from './row-measure';
import type { AskedPlan, Plan } from '../plan';
import { type Aggregates, ranked } from '../parts/rank';
import { all, join, name, raw, type Sql, sql } from '../sql';

/** The rows `r` of a metric that aggregates plain rows: bucket b, group keys g1 and g2, and its value columns. */
export function rowsOf(plan: AskedPlan): Sql {
  const { columns, valid } = rowMeasure(plan);
  const groups = plan.groups.map((group, i) => groupKey(plan, group, i + 1));
  const selected = [
    ...(plan.edges ? [sql`${bucketIndex(columnSql(plan, plan.metric.at), plan.edges)} AS b`] : []),
    ...groups.map(({ key }, i) => sql`${key} AS ${name(`g${i + 1}`)}`),
    ...columns,
    ...(countsTwice(plan) ? [raw('f.rowid AS row_id')] : []),
  ];
  const where = all([dated(plan), ...(valid ? [valid] : []), ...conditions(plan)]);
  return sql`SELECT ${selected.length > 0 ? join(selected) : sql`1 AS one`} FROM ${factSource(plan)} f${join([sql``, ...groups.map((group) => group.join)], '')} WHERE ${where}`;
}

/** Whether a row that may have no value stands in several groups. */
function countsTwice({ metric, groups }: Plan): boolean {
  return metric.measure.kind === 'duration' && groups.some(({ column }) => column.bridge);
}

/** One statement: every statistic of every group (and bucket), with n and how many rows had no value. */
export function compileRows(plan: AskedPlan): Sql {
  return ranked(plan, rowsOf(plan), rowAggregates(plan));
}

/** What is computed of the rows of one group. */
export function rowAggregates(plan: Plan): Aggregates {
  const { statistic, n, forbidden } = rowMeasure(plan);
  const asked = forbidden !== null && plan.statistics.some((one) => forbidden.statistics.includes(one));
  return {
    statistics: plan.statistics.map((one: Statistic) => (one === 'n' ? sql`(${n})::DOUBLE` : statistic(one))),
    main: plan.statistics[0] === 'n' ? n : statistic(plan.statistics[0]),
    n,
    ...(countsTwice(plan) ? { overall: [sql`(SELECT count(DISTINCT row_id) FROM kept WHERE v IS NULL)::DOUBLE AS without_once`] } : {}),
    extra: [sql`(count(*) - (${n}))::DOUBLE AS without`, ...(asked ? [sql`coalesce(${forbidden.test}, false) AS forbidden`] : [])],
  };
}
