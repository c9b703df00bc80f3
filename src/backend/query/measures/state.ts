import type { Measure } from '../../../shared/catalog/measures';
import { atInstants, type Bucket, instants, type Stretch } from '../parts/stretch';
import { conditions } from '../parts/condition';
import { groupKey } from '../parts/dimension';
import { numeric } from './row-measure';
import type { Plan } from '../plan';
import { ranked } from '../parts/rank';
import { all, empty, join, literal, name, raw, type Sql, sql } from '../sql';

type State = Extract<Measure, { kind: 'state' }>['state'];

/**
 * The stretch of time in which a fact's row holds. Tickets: from events strictly before the instant. Clocks: an event at the same
 * millisecond has happened; breached is when the budget was exceeded before it.
 */
function stretchOf(state: State, withinMinutes: number): Pick<Stretch, 'since' | 'until'> {
  switch (state) {
    case 'open':
      return { since: raw('f.opened_at + 1'), until: raw('f.closed_at + 1') };
    case 'waiting':
      return { since: raw('f.begins_at + 1'), until: raw('f.ends_at + 1') };
    case 'clock_running':
      return { since: raw('f.begins_at'), until: raw('f.ends_at') };
    case 'clock_at_risk':
      return {
        since: sql`greatest(f.begins_at, f.due_at - ${literal(Math.round(withinMinutes * 60_000))})`,
        until: raw('least(f.ends_at, f.over_at + 1)'),
      };
  }
}

/** The rows that hold at each instant as `f`, with b and t: the owner is the one at the instant. */
export function holding(plan: Plan, at: readonly Bucket[]): Sql {
  const measure = plan.metric.measure as Extract<Measure, { kind: 'state' }>;
  const isClock = measure.state === 'clock_running' || measure.state === 'clock_at_risk';
  const usesOwner =
    [...plan.groups.map(({ column }) => column), ...plan.filters.map(({ column }) => column)].some(({ column }) => column === 'owner_ix') ||
    plan.query.kind === 'records';
  // tickets: the owner just before the instant; clocks: the owner at it
  const owner = isClock ? raw('e.t >= o.from_at AND e.t < o.to_at') : raw('e.t > o.from_at AND e.t <= o.to_at');
  const rows = atInstants({ fact: plan.metric.fact, ...stretchOf(measure.state, plan.query.withinMinutes) }, at);
  return sql`SELECT e.*${usesOwner ? raw(' REPLACE (o.owner_ix AS owner_ix)') : empty} FROM (${rows}) e${
    usesOwner ? sql` JOIN owner_span o ON o.ticket_ix = e.ticket_ix AND ${owner}` : empty
  }`;
}

/** What a row's age counts from. */
const SINCE: Readonly<Record<State, string>> = { open: 'created_at', waiting: 'waited_from_at', clock_at_risk: 'start_at', clock_running: 'start_at' };

/** Rows that hold at each bucket's end, or now: how many, how old, or how long until they are due. */
export function compileState(plan: Plan): Sql {
  const measure = plan.metric.measure as Extract<Measure, { kind: 'state' }>;
  const groups = plan.groups.map((group, i) => groupKey(plan, group, i + 1));
  const selected = [
    ...(plan.edges ? [raw('f.b AS b')] : []),
    ...groups.map(({ key }, i) => sql`${key} AS ${name(`g${i + 1}`)}`),
    measure.value === 'left'
      ? raw('f.hours_ix AS hours_ix, f.clock_ix AS clock_ix, f.due_at AS due_at, f.target_ms AS target_ms, f.f_start AS f_start, f.t AS t')
      : sql`f.t - f.${name(SINCE[measure.state])} AS v`,
  ];
  const at = instants(plan);
  const rows = sql`SELECT ${join(selected)} FROM (${holding(plan, at)}) f${join([empty, ...groups.map((group) => group.join)], '')} WHERE ${all(conditions(plan))}`;
  const valued = measure.value !== 'left' ? rows : plan.query.hours === 'sla' ? businessLeft(rows) : sql`SELECT *, due_at - t AS v FROM (${rows})`;
  // the total is the state at the last instant, not that of all instants together
  const last = plan.edges && sql`b = ${literal(at.length > 0 ? at[at.length - 1].b : 0)}`;
  const count = (when: Sql | null) => (when ? sql`count(*) FILTER (${when})` : sql`count(*)`);
  const statistic = (one: Plan['statistics'][number], when: Sql | null) =>
    measure.value === 'count' ? sql`(${count(when)})::DOUBLE` : numeric(when ? sql`CASE WHEN ${when} THEN v END` : raw('v'), one, raw(' / 1000.0'));
  return ranked(plan, valued, {
    statistics: plan.statistics.map((one) => statistic(one, null)),
    main: statistic(plan.statistics[0], last),
    n: count(null),
    totalN: count(last),
    extra: [raw('0::DOUBLE AS without')],
  });
}

/** What is left of the target in the clock's own business time: target − (F(t) − F(start) − the pauses until t). Key 0 is 24/7. */
function businessLeft(rows: Sql): Sql {
  const now = raw('CASE WHEN p.hours_ix = 0 THEN p.t ELSE coalesce(n.f_start + least(p.t, n.end_at) - n.start_at, 0) END');
  return sql`SELECT q.*, q.target_ms - (q.f_now - q.f_start - coalesce((SELECT sum(greatest(0, least(z.f_to, q.f_now) - z.f_from)) FROM sla_pause z WHERE z.clock_ix = q.clock_ix), 0)) AS v
    FROM (SELECT p.*, ${now} AS f_now FROM (${rows}) p ASOF LEFT JOIN clock_interval n ON n.hours_ix = p.hours_ix AND p.t >= n.start_at) q`;
}
