import { bucketTable } from '../parts/stretch';
import { pieces } from './intervals';
import { conditions, isCalendarChoice } from '../parts/condition';
import { filterSql } from '../parts/filter';
import type { Plan } from '../plan';
import { ranked } from '../parts/rank';
import { all, join, literal, name, raw, type Sql, sql } from '../sql';

const agents = sql`count(DISTINCT agent_ix)`;
const nothingWithout = [raw('0::DOUBLE AS without')];

/** Session time over the time with at least one session: the mean number that an agent holds at once. */
export function compileConcurrency(plan: Plan): Sql {
  const keys = plan.groups.map((_, i) => name(`g${i + 1}`));
  const axis = [...(plan.edges ? [raw('b')] : []), ...keys, raw('agent_ix')];
  // what a session adds to the time with any: what of it lies after the end of all that began before
  const rows = sql`SELECT *, greatest(0, t - greatest(s, max(t) OVER (PARTITION BY ${join(axis)} ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))) AS adds FROM (${pieces(plan)})`;
  const mean = sql`sum(t - s)::DOUBLE / nullif(sum(adds), 0)`;
  return ranked(plan, rows, {
    statistics: plan.statistics.map((one) => (one === 'n' ? sql`(${agents})::DOUBLE` : mean)),
    main: mean,
    n: agents,
    extra: nothingWithout,
  });
}

/** Time with work over time available or busy. */
export function compileOccupancy(plan: Plan): Sql {
  const share = sql`coalesce(sum(t - s) FILTER (has_work), 0)::DOUBLE / nullif(sum(t - s), 0)`;
  return ranked(plan, pieces(plan, [raw('f.has_work AS has_work')]), {
    statistics: plan.statistics.map((one) => (one === 'n' ? sql`(${agents})::DOUBLE` : share)),
    main: share,
    n: agents,
    extra: nothingWithout,
  });
}

/** A calendar's open time minus the stretches in which anybody was available. */
export function compileUncovered(plan: Plan): Sql {
  const until = literal(Math.min(plan.toMs, plan.asOfMs));
  const available = sql`SELECT greatest(f.from_at, ${literal(plan.fromMs)}) AS s, least(coalesce(f.to_at, ${until}), ${until}) AS t FROM status_fact f WHERE f.from_at < ${until} AND (f.to_at IS NULL OR f.to_at > ${literal(plan.fromMs)}) AND f.availability_ix IN (SELECT ix FROM dim_availability WHERE id = ${'available'}) AND ${all(conditions(plan))}`;
  const begun = sql`SELECT *, CASE WHEN s <= max(t) OVER (ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (${available}) WHERE s < t`;
  const islands = sql`SELECT min(s) AS s, max(t) AS t FROM (SELECT *, sum(begins) OVER (ORDER BY s, t ROWS UNBOUNDED PRECEDING) AS island FROM (${begun})) GROUP BY island`;
  const open = sql`SELECT e.b, c.calendar_ix, greatest(c.start_at, e.s) AS s, least(c.end_at, e.t) AS t FROM calendar_interval c JOIN (${bucketTable(plan)}) e ON c.start_at < e.t AND c.end_at > e.s WHERE ${calendars(plan)}`;
  // least and greatest pass over nulls: a stretch in which nobody was available has no covered time, not all of it
  const covered = sql`SELECT o.b, o.calendar_ix, o.s, o.t - o.s AS open_ms, coalesce(sum(least(o.t, i.t) - greatest(o.s, i.s)) FILTER (i.s IS NOT NULL), 0) AS covered_ms FROM o LEFT JOIN i ON i.s < o.t AND i.t > o.s GROUP BY o.b, o.calendar_ix, o.s, o.t`;
  const keys = plan.groups.map((_, at) => sql`calendar_ix AS ${name(`g${at + 1}`)}`);
  const rows = sql`WITH i AS (${islands}), o AS (${open}) SELECT ${join([...(plan.edges ? [raw('b')] : []), ...keys, raw('open_ms - covered_ms AS v, calendar_ix')])} FROM (${covered})`;
  const seconds = sql`sum(v)::DOUBLE / 1000.0`;
  const n = sql`count(DISTINCT calendar_ix)`;
  return ranked(plan, rows, {
    statistics: plan.statistics.map((one) => (one === 'n' ? sql`(${n})::DOUBLE` : seconds)),
    main: plan.statistics[0] === 'n' ? n : seconds,
    n,
    extra: nothingWithout,
  });
}

/** The calendars asked for: those filtered, else the settings' default. */
function calendars(plan: Plan): Sql {
  const filters = plan.filters.filter(({ field }) => isCalendarChoice(plan, field));
  if (filters.length > 0) {
    // the filter's column is the calendar table's own key
    return all(filters.map((filter) => sql`${filterSql(plan, { ...filter, column: { column: 'calendar_ix' } }, 'c')}`));
  }
  return plan.defaultCalendar === null ? raw('FALSE') : sql`c.calendar_ix IN (SELECT ix FROM dim_calendar WHERE id = ${plan.defaultCalendar})`;
}
