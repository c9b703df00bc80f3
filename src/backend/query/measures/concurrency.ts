import { dialect } from '../dialect';
import { axisKeys } from '../parts/axis';
import type { Plan } from '../plan';
import { table } from '../select';
import { join, raw, type Sql, sql } from '../sql';
import { ofOverlapping, pieces } from './overlapping';

/** Session time over the time with at least one session: the mean number that an agent holds at once. n is the number of agents. */
export const concurrency = ofOverlapping<'concurrency'>({
  rows: sessions,
  statistics: { mean: sql`${dialect.double(raw('sum(t - s)'))} / nullif(sum(adds), 0)` },
  n: raw('count(DISTINCT agent_ix)'),
});

/** What a session adds to the time with any: what of it lies after the end of all that began before. */
function sessions(plan: Plan): Sql {
  const before = sql`max(t) OVER (PARTITION BY ${join([...axisKeys(plan), raw('agent_ix')], ', ')} ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  return sql`
    SELECT *,
      ${dialect.greatest(raw('0'), sql`t - ${dialect.greatest(raw('s'), before)}`)} AS adds
    FROM ${table(pieces(plan), 'p')}`;
}
