import { inBuckets } from '../parts/stretch';
import { conditions } from '../parts/condition';
import { groupKey } from '../parts/dimension';
import type { Plan } from '../plan';
import { ranked } from '../parts/rank';
import { empty, join, name, raw, type Sql, sql } from '../sql';

/** Rows `r`: every piece of an interval inside a bucket, from s to t, with its group keys and agent. */
export function pieces(plan: Plan, more: readonly Sql[] = []): Sql {
  const groups = plan.groups.map((group, i) => groupKey(plan, group, i + 1));
  const selected = [
    ...(plan.edges ? [raw('f.b AS b')] : []),
    ...groups.map(({ key }, i) => sql`${key} AS ${name(`g${i + 1}`)}`),
    raw('f.agent_ix AS agent_ix, greatest(f.from_at, f.s) AS s, least(coalesce(f.to_at, f.t), f.t) AS t'),
    ...more,
  ];
  const rows = inBuckets(
    { fact: plan.metric.fact, since: raw('f.from_at'), until: raw('f.to_at'), where: [raw('(f.to_at IS NULL OR f.to_at > f.from_at)'), ...conditions(plan)] },
    plan
  );
  return sql`SELECT ${join(selected)} FROM (${rows}) f${join([empty, ...groups.map((group) => group.join)], '')}`;
}

/** Seconds of intervals inside each bucket. n is the number of status rows. */
export function compileIntervals(plan: Plan): Sql {
  const seconds = sql`sum(t - s)::DOUBLE / 1000.0`;
  const n = sql`count(DISTINCT row_ix)`;
  return ranked(plan, pieces(plan, [raw('f.row_ix AS row_ix')]), {
    statistics: plan.statistics.map((one) => (one === 'n' ? sql`(${n})::DOUBLE` : seconds)),
    main: plan.statistics[0] === 'n' ? n : seconds,
    n,
    extra: [raw('0::DOUBLE AS without')],
  });
}

/** The most intervals at any one instant of each bucket: a sweep over starts and ends, an end before a start at the same instant. */
export function compilePeak(plan: Plan): Sql {
  const keys = plan.groups.map((_, i) => name(`g${i + 1}`));
  const axis = [...(plan.edges ? [raw('b')] : []), ...keys];
  const partition = axis.length > 0 ? sql`PARTITION BY ${join(axis)} ` : empty;
  // totals rank by the peak over the range, which is the largest of the buckets': every piece carries its running count
  const rows = sql`WITH p AS (${pieces(plan)}), edge AS (SELECT *, s AS moment, 1 AS step FROM p UNION ALL SELECT *, t AS moment, -1 AS step FROM p) SELECT *, sum(step) OVER (${partition}ORDER BY moment, step ROWS UNBOUNDED PRECEDING) AS running FROM edge`;
  const peak = sql`max(running)::DOUBLE`;
  const n = sql`count(DISTINCT agent_ix)`;
  return ranked(plan, rows, {
    statistics: plan.statistics.map((one) => (one === 'n' ? sql`(${n})::DOUBLE` : peak)),
    main: plan.statistics[0] === 'n' ? n : peak,
    n,
    extra: [raw('0::DOUBLE AS without')],
  });
}
