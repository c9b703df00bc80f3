import { conditions, dated } from './condition-sql';
import type { Plan } from './plan';
import { all, join, literal, name, type Sql, sql } from './sql';

/** How many rows of the answer were left out for a negative duration (clock skew); null where the metric has no duration. */
export function compileSkew(plan: Plan): Sql | null {
  const { measure, fact } = plan.metric;
  if (measure.kind !== 'duration') {
    return null;
  }
  return sql`SELECT count(*)::DOUBLE AS skewed FROM ${name(fact)} f WHERE ${all([sql`f.${name(measure.all)} < 0`, dated(plan), ...conditions(plan)])}`;
}

/** Rows in the range that no answer can hold, by reason; null where filters make it unknowable whether they would have been in it. */
export function compileOrphans(plan: Plan): Sql | null {
  if (plan.filters.length > 0 || plan.metric.needs.length === 0) {
    return null;
  }
  return sql`SELECT reason, count(*)::DOUBLE AS rows FROM quality_row WHERE source IN (${join([...plan.metric.needs])}) AND "at" >= ${literal(plan.fromMs)} AND "at" < ${literal(plan.toMs)} GROUP BY reason ORDER BY reason`;
}
