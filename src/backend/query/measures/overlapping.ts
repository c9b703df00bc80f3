import { FACTS } from '../../../shared/catalog/facts';
import type { MeasureKindName } from '../../../shared/catalog/measures';
import { dialect } from '../dialect';
import { axis } from '../parts/axis';
import { conditions } from '../parts/condition';
import { isCutBy } from '../parts/cut';
import type { Span } from '../parts/pieces';
import { inPieces } from '../parts/stretch';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { join, literal, name, raw, type Sql, sql } from '../sql';
import type { Aggregates, MeasureKind } from './measure';

/** Every piece of a stretch inside a bucket (and an hour or weekday, where the clock cuts it), from s to t, with its group keys, agent and spans. */
export function pieces(plan: Plan, more: readonly Sql[] = [], spans: readonly Span[] = []): Sql {
  const { columns, joins } = axis(plan, () => raw('f.b'));
  const begins = dialect.greatest(raw('f.from_at'), raw('f.s'));
  const ends = dialect.least(raw('coalesce(f.to_at, f.t)'), raw('f.t'));
  return select({
    columns: [
      ...columns,
      raw('f.agent_ix AS agent_ix'),
      sql`${begins} AS s`,
      sql`${ends} AS t`,
      ...more,
      ...spans.map((span) => sql`f.${name(span)} AS ${name(span)}`),
    ],
    from: table(inPieces(stretchOf(plan), plan, spans), 'f'),
    joins,
  });
}

function stretchOf(plan: Plan): Parameters<typeof inPieces>[0] {
  return {
    fact: plan.metric.fact,
    since: raw('f.from_at'),
    until: raw('f.to_at'),
    where: [raw('(f.to_at IS NULL OR f.to_at > f.from_at)'), ...conditions(plan)],
  };
}

/** A measure of stretches that overlap the range: its rows, and what is computed of them. */
export function ofOverlapping<K extends MeasureKindName>({ rows, ...aggregates }: Aggregates & { readonly rows: (plan: Plan) => Sql }): MeasureKind<K> {
  return { numbers: (plan) => ({ rows: rows(plan), ...aggregates }), records: overlapping };
}

function overlapping(plan: Plan): ReturnType<MeasureKind<MeasureKindName>['records']> {
  const { metric, filters, fromMs, toMs, asOfMs } = plan;
  const until = Math.min(toMs, asOfMs);
  return {
    from: sql`${name(metric.fact)} f`,
    where: [
      // what begins after now has not happened: an open row does not reach into it
      ...(until > fromMs ? [] : [raw('FALSE')]),
      sql`f.from_at < ${literal(until)} AND (f.to_at IS NULL OR f.to_at > ${literal(fromMs)})`,
      ...(filters.some(({ field }) => isCutBy(metric, field)) ? [hasPiece(plan)] : []),
    ],
  };
}

/** Some of the row lies in the hours and weekdays that the filters let through. */
function hasPiece(plan: Plan): Sql {
  const key = ['agent_ix', 'from_at', ...('session_ix' in FACTS[plan.metric.fact] ? ['session_ix'] : [])].map((column) => sql`f.${name(column)}`);
  return sql`
    (${join(key, ', ')}) IN (
      ${select({ columns: key, from: table(inPieces(stretchOf(plan), plan), 'f') })}
    )`;
}
