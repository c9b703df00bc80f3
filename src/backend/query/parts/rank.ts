import { dictionaryOf } from './dimension';
import { type Group, isClockReport, type Plan } from '../plan';
import { empty, join, literal, name, raw, type Sql, sql } from '../sql';

/** What a shape computes of one group's rows `r`. */
export interface Aggregates {
  /** One expression a statistic, in the plan's order. */
  readonly statistics: readonly Sql[];
  /** What groups are ranked by: the main statistic of their total. */
  readonly main: Sql;
  readonly n: Sql;
  /** The n of their total, where that is not the n of all rows. */
  readonly totalN?: Sql;
  /** Further `expression AS name` columns. */
  readonly extra: readonly Sql[];
  /** Such columns of all shown rows `kept` together: the same in each group. */
  readonly overall?: readonly Sql[];
}

/** The key that stands for "Other": what a limit left out of an additive metric. */
export const OTHER_KEY = -1;

/**
 * Aggregates rows by bucket and group, ranks the groups by their total over the range (ties by id as text, none last)
 * and brings in their ids and names. Columns: b?, g1?, g2?, id1?, name1?, …, s0, s1, …, n, extra…, rank?
 */
export function ranked(plan: Plan, rows: Sql, aggregates: Aggregates): Sql {
  const { groups, rank } = plan;
  const keys = groups.map((_, i) => name(`g${i + 1}`));
  const axis = [...(plan.edges ? [raw('b')] : []), ...keys];
  const values = [
    ...aggregates.statistics.map((expression, i) => sql`${expression} AS ${name(`s${i}`)}`),
    sql`(${aggregates.n})::DOUBLE AS n`,
    ...aggregates.extra,
    ...(aggregates.overall ?? []),
  ];
  const grouped = axis.length > 0 ? sql` GROUP BY ${join(axis)}` : empty;
  if (rank === null || isClockReport(plan)) {
    // a named query is computed whole before it is read: only where it is read twice
    const [kept, from] = aggregates.overall ? [sql`WITH kept AS (${rows}) `, raw('kept')] : [empty, sql`(${rows})`];
    return named(plan, sql`${kept}SELECT ${join([...axis, ...values])} FROM ${from} r${grouped}`, false);
  }
  const same = (left: string, right: string) =>
    join(
      keys.map((key) => sql`${name(left)}.${key} = ${name(right)}.${key}`),
      ' AND '
    );
  const tie = groups.flatMap((group, i) => tieBreak(plan, group, keys[i]));
  const value = rank.by === 'n' ? raw('total_n') : raw('total');
  const direction = raw(rank.descending ? 'DESC' : 'ASC');
  // fixed values have an order of their own: Monday comes before Tuesday
  const byName = ({ dimension, column }: Group, i: number) => (dictionaryOf(dimension, column) === null ? keys[i] : name(`name${i + 1}`));
  const order = (rank.by === 'name' ? groups.map(byName) : [value]).map((one) => sql`${one} ${direction} NULLS LAST`);
  const totals = named(
    plan,
    sql`SELECT ${join(keys)}, ${aggregates.main} AS total, ${aggregates.totalN ?? aggregates.n} AS total_n FROM r GROUP BY ${join(keys)}`,
    false
  );
  const top = sql`SELECT *, row_number() OVER (ORDER BY ${join([...order, ...tie])}) AS rank FROM (${totals}) WHERE total_n >= ${literal(rank.minN)}`;
  const limited = rank.limit === null ? top : sql`SELECT * FROM (${top}) WHERE rank <= ${literal(rank.limit)}`;
  const kept = rank.other
    ? sql`SELECT r.* REPLACE (${join(keys.map((key) => sql`CASE WHEN top.rank IS NULL THEN ${literal(OTHER_KEY)} ELSE r.${key} END AS ${key}`))}), coalesce(top.rank, ${literal((rank.limit ?? 0) + 1)}) AS rank FROM r LEFT JOIN top ON ${same('r', 'top')}`
    : sql`SELECT r.*, top.rank FROM r JOIN top ON ${same('r', 'top')}`;
  return named(
    plan,
    sql`WITH r AS (${rows}), top AS (${limited}), kept AS (${kept}) SELECT ${join([...axis, ...values, sql`min(rank) AS rank`])} FROM kept r${grouped}`,
    true
  );
}

/** Ids break ties as text: a dictionary's keys are in that order already, with none last; fixed values are spelled out. */
function tieBreak(plan: Plan, { dimension, column }: Group, key: Sql): Sql[] {
  return dictionaryOf(dimension, column) === null ? [fixedId(dimension, key)] : [sql`${key} = 0`, key];
}

/** The id of a fixed value as text: hours and weekdays are their numbers; the others' keys are compared as their ids are spelled. */
function fixedId(dimension: Group['dimension'], key: Sql): Sql {
  return dimension === 'direction' ? sql`-${key}` : sql`${key}::VARCHAR`;
}

/** Brings in the ids and names of the groups that dictionaries hold. */
function named(plan: Plan, aggregate: Sql, isRanked: boolean): Sql {
  const looked = plan.groups
    .map(({ dimension, column }, i) => ({ dictionary: dictionaryOf(dimension, column), at: i + 1 }))
    .filter(({ dictionary }) => dictionary !== null);
  const order = isRanked ? sql` ORDER BY ${join([raw('a.rank'), ...(plan.edges ? [raw('a.b')] : [])])}` : empty;
  if (looked.length === 0) {
    return sql`SELECT a.* FROM (${aggregate}) a${order}`;
  }
  const columns = looked.map(({ at }) => raw(`d${at}.id AS id${at}, d${at}.name AS name${at}`));
  const joins = looked.map(
    ({ dictionary, at }) => sql` LEFT JOIN ${name(`dim_${dictionary}`)} ${name(`d${at}`)} ON ${name(`d${at}`)}.ix = a.${name(`g${at}`)}`
  );
  return sql`SELECT a.*, ${join(columns)} FROM (${aggregate}) a${join([empty, ...joins], '')}${order}`;
}
