import { traitsOf } from '../../../shared/catalog/measures';
import type { Statistic } from '../../../shared/words';
import { dialect } from '../dialect';
import type { Aggregates, Numbers } from '../measures/measure';
import { isClockReport, type Plan, type Ranking } from '../plan';
import { select, table } from '../select';
import { join, literal, name, raw, type Sql, sql } from '../sql';
import { axisKeys, groupKeys } from '../parts/axis';
import { named } from './named';
import { byName, ties } from './order';

/** The key that stands for "Other": what a limit left out of an additive metric. */
export const OTHER_KEY = -1;

/**
 * Aggregates rows by bucket and group, ranks the groups by their total over the range (ties by id as text, none last)
 * and brings in their ids and names. Columns: b?, g1?, g2?, id1?, name1?, …, s0, s1, …, n, without, hits?, checks…, rank?
 */
export function ranked(plan: Plan, numbers: Numbers, checks: readonly Sql[] = []): Sql {
  const { rows, without = dialect.double(raw('0')), overall = [] } = numbers;
  const axis = axisKeys(plan);
  const columns = [
    ...axis,
    ...plan.statistics.map((one, i) => sql`${one === 'n' ? dialect.double(numbers.n) : valueOf(plan, numbers, one)} AS ${name(`s${i}`)}`),
    sql`${dialect.double(numbers.n)} AS n`,
    sql`${without} AS without`,
    ...(asksRate(plan) ? [sql`${valueOf(plan, numbers, 'hits')} AS hits`] : []),
    ...checks,
    ...overall,
  ];
  if (plan.rank !== null && !isClockReport(plan)) {
    const grouped = select({ columns: [...columns, raw('min(rank) AS rank')], from: raw('kept r'), groupBy: axis });
    return named(
      plan,
      sql`
        WITH r AS (
          ${rows}
        ), top AS (
          ${top(plan, plan.rank, numbers)}
        ), kept AS (
          ${kept(plan, plan.rank)}
        )
        ${grouped}`,
      true
    );
  }
  if (overall.length === 0) {
    return named(plan, select({ columns, from: table(rows, 'r'), groupBy: axis }), false);
  }
  // a named query is computed whole before it is read: only where it is read twice
  return named(
    plan,
    sql`
      WITH kept AS (
        ${rows}
      )
      ${select({ columns, from: raw('kept r'), groupBy: axis })}`,
    false
  );
}

/** Whether a statistic asked for is a share of rows: its hits stand beside its n. */
function asksRate({ metric, statistics }: Plan): boolean {
  const { rates } = traitsOf(metric.measure);
  return statistics.some((one) => rates.includes(one));
}

/** The groups that are shown, by their keys, with their rank. */
function top(plan: Plan, { by, descending, limit, minN }: Ranking, numbers: Numbers): Sql {
  const keys = groupKeys(plan);
  const total = numbers.total ?? numbers;
  const totals = select({
    columns: [...keys, sql`${valueOf(plan, total, plan.statistics[0])} AS total`, sql`${total.n} AS total_n`],
    from: raw('r'),
    groupBy: keys,
  });
  const direction = raw(descending ? 'DESC' : 'ASC');
  const order = (by === 'name' ? byName(plan) : [raw(by === 'n' ? 'total_n' : 'total')]).map((one) => sql`${one} ${direction} NULLS LAST`);
  const inOrder = sql`
    SELECT *, row_number() OVER (ORDER BY ${join([...order, ...ties(plan)], ', ')}) AS rank
    FROM ${table(named(plan, totals, false), 't')}
    WHERE total_n >= ${literal(minN)}`;
  return limit === null
    ? inOrder
    : sql`
        SELECT *
        FROM ${table(inOrder, 't')}
        WHERE rank <= ${literal(limit)}`;
}

/** The rows of the groups that are shown; where there is an "Other", those of all the others as its own. */
function kept(plan: Plan, { limit, other }: Ranking): Sql {
  const keys = groupKeys(plan);
  const same = join(
    keys.map((key) => sql`r.${key} = top.${key}`),
    ' AND '
  );
  if (!other) {
    return sql`
      SELECT r.*, top.rank
      FROM r
      JOIN top ON ${same}`;
  }
  const otherwise = keys.map((key) => ({ column: key, value: sql`CASE WHEN top.rank IS NULL THEN ${literal(OTHER_KEY)} ELSE r.${key} END` }));
  return sql`
    SELECT ${dialect.replaced(raw('r'), otherwise)},
      coalesce(top.rank, ${literal((limit ?? 0) + 1)}) AS rank
    FROM r
    LEFT JOIN top ON ${same}`;
}

/** What a measure computes for a statistic, n included. */
function valueOf({ metric }: Plan, { statistics, n }: Aggregates, statistic: Statistic): Sql {
  const value = statistic === 'n' ? n : statistics[statistic];
  if (!value) {
    throw new Error(`"${metric.id}" has no "${statistic}": its measure, "${metric.measure.kind}", does not compute it.`);
  }
  return value;
}
