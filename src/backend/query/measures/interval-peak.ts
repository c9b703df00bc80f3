import { dialect } from '../dialect';
import { axisKeys } from '../parts/axis';
import type { Plan } from '../plan';
import { empty, join, raw, type Sql, sql } from '../sql';
import { ofOverlapping, pieces } from './overlapping';

/** The most stretches at any one instant of each bucket. n is the number of agents. */
export const intervalPeak = ofOverlapping<'interval_peak'>({
  rows: sweep,
  statistics: { max: dialect.double(raw('max(running)')) },
  n: raw('count(DISTINCT agent_ix)'),
});

/**
 * Starts and ends in order, an end before a start at the same instant. Totals rank by the peak over the range, which is the largest of the
 * buckets': every piece carries its running count.
 */
function sweep(plan: Plan): Sql {
  const axis = axisKeys(plan);
  const partition = axis.length > 0 ? sql`PARTITION BY ${join(axis, ', ')} ` : empty;
  return sql`
    WITH p AS (
      ${pieces(plan)}
    ), edge AS (
      SELECT *, s AS moment, 1 AS step FROM p
      UNION ALL
      SELECT *, t AS moment, -1 AS step FROM p
    )
    SELECT *, sum(step) OVER (${partition}ORDER BY moment, step ROWS UNBOUNDED PRECEDING) AS running
    FROM edge`;
}
