import { DIMENSION_CATALOG } from '../../../shared/catalog/dimensions';
import type { EventKind } from '../../../shared/words';
import { dialect } from '../dialect';
import { columnSql } from '../parts/column';
import { conditions, dated } from '../parts/condition';
import { IS_LOW } from '../parts/scale-half';
import { factSource } from '../parts/source';
import { type Plan, UNKNOWN } from '../plan';
import { select } from '../select';
import { literal, raw, type Sql, sql } from '../sql';

/** The events that the store's facts hold. */
export type FactEvent = Exclude<EventKind, 'failed_refresh' | 'holiday'>;

/** The metric whose rows and dimensions each kind of event has. */
export const EVENT_METRICS: Readonly<Record<FactEvent, string>> = { sla_breach: 'sla_breaches', low_rating: 'csat', reopening: 'net_flow' };

/** The plan of one kind of event, made of its metric's: of what comes in and goes out, a reopening is one part. */
export function eventPlan(kind: FactEvent, plan: Plan): Plan {
  return kind === 'reopening' ? { ...plan, metric: { ...plan.metric, where: [{ column: 'is_reopening', is: true }] } } : plan;
}

/** Events newest first, at most `limit` + 1 so that a cut is noticed: at, ticket, subject, owner, team, detail, extra. */
export function compileEvents(kind: FactEvent, plan: Plan, limit: number): Sql {
  const { detail, extra, where } = PARTS[kind];
  return select({
    columns: [
      sql`${columnSql(plan, plan.metric.at)} AS "at"`,
      ...['t.id AS ticket_id', 'coalesce(t.number, t.id) AS ticket', 't.subject AS subject', 'o.name AS owner', 'm.name AS team'].map(raw),
      sql`${detail} AS detail`,
      sql`${extra} AS extra`,
    ],
    from: factSource({ ...plan, ...UNKNOWN }),
    joins: [
      raw('LEFT JOIN dim_ticket t ON t.ix = f.ticket_ix'),
      raw('LEFT JOIN dim_agent o ON o.ix = f.owner_ix AND o.ix > 0'),
      raw('LEFT JOIN dim_team m ON m.ix = f.team_ix AND m.ix > 0'),
    ],
    where: [dated(plan), ...conditions(plan), ...where],
    orderBy: [raw('"at" DESC'), raw('ticket_id')],
    limit: limit + 1,
  });
}

const clocks = DIMENSION_CATALOG.clock.values as ReadonlyArray<{ key: number; id: string }>;

/** What each kind says besides: of a breach the clock and its target in seconds, of a rating the score and its scale. */
const PARTS: Readonly<Record<FactEvent, { readonly detail: Sql; readonly extra: Sql; readonly where: readonly Sql[] }>> = {
  sla_breach: {
    detail: raw(`CASE f.clock ${clocks.map(({ key, id }) => `WHEN ${key} THEN '${id}'`).join(' ')} END`),
    extra: dialect.text(raw('f.target_ms / 1000')),
    where: [],
  },
  low_rating: { detail: dialect.text(raw('f.score')), extra: raw('(SELECT id FROM dim_scale s WHERE s.ix = f.scale_ix)'), where: [IS_LOW] },
  reopening: { detail: dialect.text(raw('NULL')), extra: dialect.text(raw('NULL')), where: [] },
};

/** Public holidays and other closed dates of the calendars, as local days: at, until, calendar, date. */
export function compileHolidays({ fromMs, toMs }: Pick<Plan, 'fromMs' | 'toMs'>, limit: number): Sql {
  return sql`
    SELECT h.start_at AS "at", h.end_at AS until, coalesce(c.name, c.id) AS calendar, c.id AS calendar_id, h.date AS date
    FROM calendar_holiday h
    JOIN dim_calendar c ON c.ix = h.calendar_ix
    WHERE h.start_at < ${literal(toMs)} AND h.end_at > ${literal(fromMs)}
    ORDER BY h.start_at DESC, c.id
    LIMIT ${literal(limit + 1)}`;
}
