import { dialect } from '../dialect';
import { raw, sql } from '../sql';
import { ofOverlapping, pieces } from './overlapping';

const work = dialect.of(raw('sum(t - s)'), raw('has_work'));

/** Time with work over time available or busy. n is the number of agents. */
export const occupancy = ofOverlapping<'occupancy'>({
  rows: (plan) => pieces(plan, [raw('f.has_work AS has_work')]),
  statistics: { share: sql`${dialect.double(sql`coalesce(${work}, 0)`)} / nullif(sum(t - s), 0)` },
  n: raw('count(DISTINCT agent_ix)'),
});
