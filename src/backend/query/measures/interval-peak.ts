import { dialect } from '../dialect';
import { axisKeys } from '../parts/axis';
import type { Plan } from '../plan';
import type { Span } from '../parts/pieces';
import { empty, join, name, raw, type Sql, sql } from '../sql';
import type { Aggregates, MeasureKind } from './measure';
import { ofOverlapping, pieces } from './overlapping';

/** The most stretches at any one instant of each bucket, and how many there are on average, weighted by time. n is the number of agents. */
export const intervalPeak: MeasureKind<'interval_peak'> = {
  ...ofOverlapping<'interval_peak'>({ rows: sweep, ...aggregates('bucket_span') }),
  numbers: (plan) => ({ rows: sweep(plan), ...aggregates('bucket_span'), total: aggregates('range_span') }),
};

function aggregates(span: Span): Aggregates {
  const time = dialect.of(raw('sum(t - s)'), raw('step = 1'));
  return {
    statistics: { max: dialect.double(raw('max(running)')), mean: sql`${dialect.double(time)} / max(${name(span)})` },
    n: raw('count(DISTINCT agent_ix)'),
  };
}

/**
 * Starts and ends in order, an end before a start at the same instant. Totals rank by the peak over the range, which is the largest of the
 * buckets': every piece carries its running count.
 */
function sweep(plan: Plan): Sql {
  const axis = axisKeys(plan);
  const partition = axis.length > 0 ? sql`PARTITION BY ${join(axis, ', ')} ` : empty;
  return sql`
    WITH p AS (
      ${pieces(plan, [], plan.statistics.includes('mean') ? ['bucket_span', 'range_span'] : [])}
    ), edge AS (
      SELECT *, s AS moment, 1 AS step FROM p
      UNION ALL
      SELECT *, t AS moment, -1 AS step FROM p
    )
    SELECT *, sum(step) OVER (${partition}ORDER BY moment, step ROWS UNBOUNDED PRECEDING) AS running
    FROM edge`;
}
