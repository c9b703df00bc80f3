import type { MeasureKindName } from '../../../shared/catalog/measures';
import { dialect } from '../dialect';
import { axis } from '../parts/axis';
import { conditions } from '../parts/condition';
import { inBuckets } from '../parts/stretch';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { literal, name, raw, type Sql, sql } from '../sql';
import type { Aggregates, MeasureKind } from './measure';

/** Every piece of a stretch inside a bucket, from s to t, with its group keys and agent. */
export function pieces(plan: Plan, more: readonly Sql[] = []): Sql {
  const { columns, joins } = axis(plan, () => raw('f.b'));
  const begins = dialect.greatest(raw('f.from_at'), raw('f.s'));
  const ends = dialect.least(raw('coalesce(f.to_at, f.t)'), raw('f.t'));
  const stretch = {
    fact: plan.metric.fact,
    since: raw('f.from_at'),
    until: raw('f.to_at'),
    where: [raw('(f.to_at IS NULL OR f.to_at > f.from_at)'), ...conditions(plan)],
  };
  return select({
    columns: [...columns, raw('f.agent_ix AS agent_ix'), sql`${begins} AS s`, sql`${ends} AS t`, ...more],
    from: table(inBuckets(stretch, plan), 'f'),
    joins,
  });
}

/** A measure of stretches that overlap the range: its rows, and what is computed of them. */
export function ofOverlapping<K extends MeasureKindName>({ rows, ...aggregates }: Aggregates & { readonly rows: (plan: Plan) => Sql }): MeasureKind<K> {
  return { numbers: (plan) => ({ rows: rows(plan), ...aggregates }), records: overlapping };
}

function overlapping({ metric, fromMs, toMs, asOfMs }: Plan): ReturnType<MeasureKind<MeasureKindName>['records']> {
  const until = Math.min(toMs, asOfMs);
  return {
    from: sql`${name(metric.fact)} f`,
    where: [
      // what begins after now has not happened: an open row does not reach into it
      ...(until > fromMs ? [] : [raw('FALSE')]),
      sql`f.from_at < ${literal(until)} AND (f.to_at IS NULL OR f.to_at > ${literal(fromMs)})`,
    ],
  };
}
