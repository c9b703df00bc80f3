import type { Plan } from './plan';
import { join, literal, type Sql, sql } from './sql';

/** A bucket clipped to the range and to now, [s, t) in epoch ms; b is its index. */
interface Bucket {
  readonly b: number;
  readonly s: number;
  readonly t: number;
}

/** The buckets that have begun; one, the range, for totals. */
function buckets({ edges, fromMs, toMs, asOfMs }: Plan): Bucket[] {
  const until = Math.min(toMs, asOfMs);
  const all = edges ?? Float64Array.of(fromMs, toMs);
  return Array.from({ length: all.length - 1 }, (_, b) => ({ b, s: Math.max(all[b], fromMs), t: Math.min(all[b + 1], until) }));
}

function tableOf(rows: readonly Bucket[]): Sql {
  const list = (values: readonly number[]) => (values.length > 0 ? sql`unnest([${join(values.map(literal))}]::BIGINT[])` : sql`unnest([]::BIGINT[])`);
  return sql`SELECT ${list(rows.map(({ b }) => b))} AS b, ${list(rows.map(({ s }) => s))} AS s, ${list(rows.map(({ t }) => t))} AS t`;
}

/** The buckets as a table (b, s, t), for intervals to be cut by. */
export function bucketTable(plan: Plan): Sql {
  return tableOf(buckets(plan).filter(({ s, t }) => s < t));
}

/** The instants (b, s, t) at which state is taken, t: each bucket's end, or the range's, or now. */
export function instantTable(plan: Plan): Sql {
  const all = plan.edges ?? Float64Array.of(plan.fromMs, plan.toMs);
  return tableOf(buckets(plan).filter(({ b }) => all[b] <= plan.asOfMs));
}
