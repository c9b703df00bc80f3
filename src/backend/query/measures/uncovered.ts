import { dialect } from '../dialect';
import { clockOf } from '../parts/clock';
import { conditions, isCalendarChoice } from '../parts/condition';
import { filterSql } from '../parts/filter';
import { pieceTable } from '../parts/stretch';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { all, join, literal, name, raw, type Sql, sql } from '../sql';
import { ofOverlapping } from './overlapping';

/** A calendar's open time in which nobody was available. n is the number of calendars. */
export const uncovered = ofOverlapping<'uncovered'>({
  rows,
  statistics: { sum: sql`${dialect.double(raw('sum(v)'))} / 1000.0` },
  n: raw('count(DISTINCT calendar_ix)'),
});

function rows(plan: Plan): Sql {
  const axis = [
    ...(plan.edges ? [raw('b')] : []),
    ...plan.groups.map(({ column }, at) => sql`${name(column.computed ?? 'calendar_ix')} AS ${name(`g${at + 1}`)}`),
  ];
  const keys = join([raw('o.b'), raw('o.calendar_ix'), ...clockOf(plan).map((one) => sql`o.${name(one)}`)], ', ');
  const covered = sql`${dialect.least(raw('o.t'), raw('i.t'))} - ${dialect.greatest(raw('o.s'), raw('i.s'))}`;
  // the least and the greatest pass over nulls: a stretch in which nobody was available has no covered time, not all of it
  const shared = sql`
    SELECT ${keys}, o.s,
      o.t - o.s AS open_ms,
      coalesce(${dialect.of(sql`sum(${covered})`, raw('i.s IS NOT NULL'))}, 0) AS covered_ms
    FROM o
    LEFT JOIN i ON i.s < o.t AND i.t > o.s
    GROUP BY ${keys}, o.s, o.t`;
  return sql`
    WITH i AS (
      ${islands(plan)}
    ), o AS (
      ${open(plan)}
    )
    ${select({ columns: [...axis, raw('open_ms - covered_ms AS v'), raw('calendar_ix')], from: table(shared, 'c') })}`;
}

/** The stretches in which anybody was available: overlapping ones as one. */
function islands(plan: Plan): Sql {
  const begun = sql`
    SELECT *,
      CASE WHEN s <= max(t) OVER (ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins
    FROM ${table(available(plan), 'a')}
    WHERE s < t`;
  const numbered = sql`
    SELECT *, sum(begins) OVER (ORDER BY s, t ROWS UNBOUNDED PRECEDING) AS island
    FROM ${table(begun, 'a')}`;
  return sql`
    SELECT min(s) AS s, max(t) AS t
    FROM ${table(numbered, 'a')}
    GROUP BY island`;
}

function available(plan: Plan): Sql {
  const from = literal(plan.fromMs);
  const until = literal(Math.min(plan.toMs, plan.asOfMs));
  return select({
    columns: [sql`${dialect.greatest(raw('f.from_at'), from)} AS s`, sql`${dialect.least(sql`coalesce(f.to_at, ${until})`, until)} AS t`],
    from: raw('status_fact f'),
    where: [
      sql`f.from_at < ${until} AND (f.to_at IS NULL OR f.to_at > ${from})`,
      sql`f.availability_ix IN (SELECT ix FROM dim_availability WHERE id = ${'available'})`,
      ...conditions(plan),
    ],
  });
}

/** The calendars' open stretches in each bucket, from the first status of anybody on: before it nobody knows who was there. */
function open(plan: Plan): Sql {
  const keys = [raw('e.b'), raw('c.calendar_ix'), ...clockOf(plan).map((one) => sql`e.${name(one)}`)];
  return sql`
    SELECT ${join(keys, ', ')},
      ${dialect.greatest(raw('c.start_at'), raw('e.s'), raw('r.first_at'))} AS s,
      ${dialect.least(raw('c.end_at'), raw('e.t'))} AS t
    FROM calendar_interval c
    JOIN (SELECT min(from_at) AS first_at FROM status_fact) r ON c.end_at > r.first_at
    JOIN ${table(pieceTable(plan), 'e')} ON c.start_at < e.t AND c.end_at > e.s AND r.first_at < e.t
    WHERE ${calendars(plan)}`;
}

/** The calendars asked for: those filtered, else the settings' default. */
function calendars(plan: Plan): Sql {
  const filters = plan.filters.filter(({ field }) => isCalendarChoice(plan, field));
  if (filters.length > 0) {
    return all(filters.map((filter) => filterSql(plan, filter, 'c')));
  }
  return plan.defaultCalendar === null ? raw('FALSE') : sql`c.calendar_ix IN (SELECT ix FROM dim_calendar WHERE id = ${plan.defaultCalendar})`;
}
