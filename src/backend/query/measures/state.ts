import type { Measure } from '../../../shared/catalog/measures';
import { dialect } from '../dialect';
import { axis } from '../parts/axis';
import { usesBands } from '../parts/band';
import { conditions } from '../parts/condition';
import type { Bucket } from '../parts/pieces';
import { instants } from '../parts/stretch';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { literal, name, raw, type Sql, sql } from '../sql';
import { distinct, distinctColumns } from './distinct';
import { holding, STATES } from './held';
import type { Aggregates, MeasureKind } from './measure';
import { numeric, within } from './statistics';

type Value = Measure<'state'>['value'];

/** What is measured of a row that holds: nothing but that it does, its age, or what is left until it is due. */
const VALUES: { readonly [V in Value]: (since: string) => Sql[] } = {
  count: () => [],
  age: (since) => [sql`f.t - f.${name(since)} AS v`],
  left: () => ['hours_ix', 'due_at', 'target_ms', 'f_start', 'f_stop', 't'].map((column) => raw(`f.${column} AS ${column}`)),
};

/** Rows that hold at each bucket's end, or now: how many, how old, or how long until they are due. */
export const state: MeasureKind<'state'> = {
  numbers: (plan, measure) => {
    const at = instants(plan);
    const { columns, joins } = axis(plan, () => raw('f.b'));
    const own = usesBands(plan) ? [raw('f.v AS v')] : VALUES[measure.value](STATES[measure.state].since);
    const held = select({
      columns: [...columns, ...own, ...distinctColumns(plan)],
      from: source(plan, measure, at),
      joins,
      where: conditions(plan),
    });
    const last = at.length > 0 ? at[at.length - 1].b : 0;
    return {
      rows: measure.value === 'left' && !usesBands(plan) ? left(plan, held) : held,
      ...aggregates(plan, measure.value, null),
      // the total is the state at the last instant, not that of all instants together
      total: aggregates(plan, measure.value, plan.edges && sql`b = ${literal(last)}`),
    };
  },
  value: ({ state: held, value }, hours) =>
    value === 'count' || hours === 'sla' ? null : sql`${value === 'age' ? sql`(f.t - f.${name(STATES[held].since)})` : raw('(f.due_at - f.t)')} / 1000.0`,
  records: (plan, measure) => ({ from: source(plan, measure, instants({ ...plan, edges: null })), where: [] }),
};

/** The rows `f` that hold at each instant; where they are grouped or filtered by their bands, with the value `v` that decides these. */
function source(plan: Plan, measure: Measure<'state'>, at: readonly Bucket[]): Sql {
  const rows = holding(plan, measure, at);
  if (!usesBands(plan)) {
    return table(rows, 'f');
  }
  const aged = sql`
    SELECT f.*, f.t - f.${name(STATES[measure.state].since)} AS v
    FROM ${table(rows, 'f')}`;
  return table(measure.value === 'left' ? left(plan, rows) : aged, 'f');
}

function aggregates(plan: Plan, value: Value, when: Sql | null): Aggregates {
  const n = when ? dialect.of(raw('count(*)'), when) : raw('count(*)');
  const v = when ? sql`CASE WHEN ${when} THEN v END` : raw('v');
  return {
    n,
    statistics: {
      ...(value === 'count' ? { count: dialect.double(n) } : { ...numeric(v, raw(' / 1000.0')), ...within(v, plan.query.threshold) }),
      ...distinct(plan, when ? [when] : []),
    },
  };
}

/** What is left until the clocks of rows are due: in 24/7, or in the clock's own business time. */
function left({ query }: Plan, rows: Sql): Sql {
  if (query.hours !== 'sla') {
    return sql`
      SELECT *, due_at - t AS v
      FROM ${table(rows, 'p')}`;
  }
  // target − (F(t), or where it stands still, − F(start), what it stood still before taken off). Key 0 is 24/7
  const now = sql`CASE WHEN p.hours_ix = 0 THEN p.t ELSE coalesce(n.f_start + ${dialect.least(raw('p.t'), raw('n.end_at'))} - n.start_at, 0) END`;
  return sql`
    SELECT p.*, p.target_ms - (${dialect.least(now, raw('p.f_stop'))} - p.f_start) AS v
    FROM ${table(rows, 'p')}
    ${dialect.joinLatest(raw('calendar_interval n'), raw('n.calendar_ix = p.hours_ix AND p.t >= n.start_at'))}`;
}
