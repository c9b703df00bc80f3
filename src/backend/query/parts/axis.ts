import type { Plan } from '../plan';
import { name, raw, type Sql, sql } from '../sql';
import { groupKey } from './dimension';

/** The names of the groups' keys in rows: g1, g2. */
export function groupKeys({ groups }: Plan): Sql[] {
  return groups.map((_, i) => name(`g${i + 1}`));
}

/** The names of what rows are put by: their bucket b where the answer is over time, and the groups' keys. */
export function axisKeys(plan: Plan): Sql[] {
  return [...(plan.edges ? [raw('b')] : []), ...groupKeys(plan)];
}

/** The columns of rows `f` that put them on the axis, and the joins that bring them. */
export function axis(plan: Plan, bucket: (edges: Float64Array) => Sql): { readonly columns: Sql[]; readonly joins: Sql[] } {
  const groups = plan.groups.map((group, i) => groupKey(plan, group, i + 1));
  return {
    columns: [...(plan.edges ? [sql`${bucket(plan.edges)} AS b`] : []), ...groups.map(({ key }, i) => sql`${key} AS ${name(`g${i + 1}`)}`)],
    joins: groups.flatMap(({ join }) => join ?? []),
  };
}
