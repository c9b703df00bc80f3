import { join, literal, literals, name, raw, type Sql, sql } from '../sql';
import type { Dialect } from './dialect';

/** DuckDB's SQL. */
export const duckdb: Dialect = {
  wholeDivision: (a, b) => sql`${a} // ${b}`,
  double: (value) => cast(value, 'DOUBLE'),
  text: (value) => cast(value, 'VARCHAR'),
  bit: (value) => cast(value, 'INTEGER'),
  numberIn: (text) => sql`TRY_CAST(${text} AS DOUBLE)`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
  hasNoBit: (bits, mask) => sql`${bits} & ${literal(mask)} = 0`,
  greatest: (...values) => sql`greatest(${join(values, ', ')})`,
  least: (...values) => sql`least(${join(values, ', ')})`,
  countIf: (condition) => sql`coalesce(count_if(${condition}), 0)`,
  countUntil: (instants, at) => sql`len(list_filter(${instants}, lambda x: x <= ${at}))`,
  quantile: (value, share) => sql`quantile_cont(${value}, ${literal(share)})`,
  listed: (text) => sql`string_agg(${text}, ', ' ORDER BY ${text})`,
  of: (aggregate, condition) => sql`${aggregate} FILTER (${condition})`,
  replaced: (alias, columns) =>
    columns.length === 0
      ? sql`${alias}.*`
      : sql`${alias}.* REPLACE (${join(
          columns.map(({ column, value }) => sql`${value} AS ${column}`),
          ', '
        )})`,
  each: (from, to) => sql`unnest(range(${from}, ${to}))`,
  numbers: (columns) =>
    sql`
      SELECT
        ${join(
          Object.entries(columns).map(([column, values]) => sql`unnest([${literals(values)}]::BIGINT[]) AS ${name(column)}`),
          ',\n'
        )}`,
  union: (a, b) => sql`
    ${a}
    UNION ALL BY NAME
    ${b}`,
  joinLatest: (table, on) => sql`ASOF LEFT JOIN ${table} ON ${on}`,
};

/** A name or a number needs no brackets. */
const WORD = /^[\w.]+$/;

function cast(value: Sql, type: string): Sql {
  return WORD.test(value.text) ? sql`${value}::${raw(type)}` : sql`(${value})::${raw(type)}`;
}
