import type { Measure } from '../../shared/catalog/metric';
import { instantTable } from './bucket-table';
import { conditions } from './condition-sql';
import { groupKey } from './dimension-sql';
import { numeric } from './measure-sql';
import type { Plan } from './plan';
import { ranked } from './rank-sql';
import { all, empty, join, literal, name, raw, type Sql, sql } from './sql';

type State = Extract<Measure, { kind: 'state' }>['state'];

/**
 * When a fact's row holds at instant e.t. Tickets: from events strictly before it. Clocks: an event at the same millisecond
 * has happened; breached is when the budget was exceeded before it.
 */
export function holds(state: State, withinMinutes: number): Sql {
  switch (state) {
    case 'open':
      return raw('f.opened_at < e.t AND (f.closed_at IS NULL OR f.closed_at >= e.t)');
    case 'waiting':
      return raw('f.begins_at < e.t AND (f.ends_at IS NULL OR f.ends_at >= e.t)');
    case 'clock_running':
      return raw('f.start_at <= e.t AND f.due_at IS NOT NULL AND (f.met_at IS NULL OR f.met_at > e.t) AND (f.dropped_at IS NULL OR f.dropped_at > e.t)');
    case 'clock_at_risk':
      return sql`${holds('clock_running', 0)} AND f.due_at <= e.t + ${literal(Math.round(withinMinutes * 60_000))} AND (f.over_at IS NULL OR f.over_at >= e.t)`;
  }
}

/** What a row's age counts from. */
const SINCE: Readonly<Record<State, string>> = { open: 'created_at', waiting: 'waited_from_at', clock_at_risk: 'start_at', clock_running: 'start_at' };

/** Rows that hold at each bucket's end, or now: how many, how old, or how long until they are due. */
export function compileState(plan: Plan): Sql {
  const measure = plan.metric.measure as Extract<Measure, { kind: 'state' }>;
  const groups = plan.groups.map((group, i) => groupKey(plan, group, i + 1));
  const selected = [
    ...(plan.edges ? [raw('e.b AS b')] : []),
    ...groups.map(({ key }, i) => sql`${key} AS ${name(`g${i + 1}`)}`),
    measure.value === 'left' ? raw('f.calendar_ix AS calendar_ix, f.due_at AS due_at, e.t AS t') : sql`e.t - f.${name(SINCE[measure.state])} AS v`,
  ];
  const rows = sql`SELECT ${join(selected)} FROM ${name(plan.metric.fact)} f JOIN (${instantTable(plan)}) e ON ${holds(measure.state, plan.query.withinMinutes)}${join([empty, ...groups.map((group) => group.join)], '')} WHERE ${all(conditions(plan))}`;
  const valued = measure.value !== 'left' ? rows : plan.query.hours === 'sla' ? businessLeft(rows) : sql`SELECT *, due_at - t AS v FROM (${rows})`;
  const count = sql`count(*)::DOUBLE`;
  const statistic = (one: Plan['statistics'][number]) => (measure.value === 'count' ? count : numeric(raw('v'), one, raw(' / 1000.0')));
  return ranked(plan, valued, {
    statistics: plan.statistics.map(statistic), main: statistic(plan.statistics[0]), n: sql`count(*)`, extra: [raw('0::DOUBLE AS without')],
  });
}

/** The time left in the clock's own business time, F(due) − F(t); calendar 0 is 24/7. */
function businessLeft(rows: Sql): Sql {
  const f = (interval: string, at: string) => `${interval}.f_start + least(p.${at}, ${interval}.end_at) - ${interval}.start_at`;
  return sql`SELECT p.*, CASE WHEN p.calendar_ix = 0 THEN p.due_at - p.t ELSE coalesce(${raw(f('d', 'due_at'))}, 0) - coalesce(${raw(f('n', 't'))}, 0) END AS v
    FROM (${rows}) p
    ASOF LEFT JOIN calendar_interval d ON d.calendar_ix = p.calendar_ix AND p.due_at >= d.start_at
    ASOF LEFT JOIN calendar_interval n ON n.calendar_ix = p.calendar_ix AND p.t >= n.start_at`;
}

