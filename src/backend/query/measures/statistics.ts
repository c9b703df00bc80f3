import { durationMs } from '../../../shared/formats';
import { dialect } from '../dialect';
import { literal, type Sql, sql } from '../sql';
import type { Aggregates } from './measure';

/** The statistics of a numeric column; `scale` follows each, such as ` / 1000.0`. Percentiles are continuous: interpolated at (n − 1)·p. */
export function numeric(column: Sql, scale: Sql): Aggregates['statistics'] {
  const percentile = (share: number) => sql`${dialect.quantile(column, share)}${scale}`;
  return {
    mean: sql`avg(${column})${scale}`,
    median: percentile(0.5),
    p75: percentile(0.75),
    p90: percentile(0.9),
    p95: percentile(0.95),
    p99: percentile(0.99),
    min: sql`min(${column})${scale}`,
    max: sql`max(${column})${scale}`,
    sum: sql`${dialect.double(sql`sum(${column})`)}${scale}`,
    count: dialect.double(sql`count(${column})`),
  };
}

/** Of durations in milliseconds: the share that is at most the query's threshold, and how many are; nothing where it names none. */
export function within(column: Sql, threshold: string | null): Aggregates['statistics'] {
  if (threshold === null) {
    return {};
  }
  const isWithin = sql`${column} <= ${literal(durationMs(threshold))}`;
  return { within: shareOf(isWithin), hits: hitsOf(isWithin) };
}

/** The share of rows that fulfil a condition, of those that can be told; null where there are none. Of the same counts as its hits and n, which the engine makes once. */
export function shareOf(condition: Sql): Sql {
  return sql`${hitsOf(condition)} / nullif(count(${condition}), 0)`;
}

/** How many rows fulfil a condition. */
export function hitsOf(condition: Sql): Sql {
  return dialect.double(dialect.countIf(condition));
}
