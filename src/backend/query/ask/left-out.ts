import { traitsOf } from '../../../shared/catalog/measures';
import { conditions, dated } from '../parts/condition';
import type { Plan } from '../plan';
import { all, join, literal, name, raw, type Sql, sql } from '../sql';

/** How many rows of the answer were left out as they are, and why; null where none can be. */
export function compileDropped(plan: Plan): { readonly statement: Sql; readonly why: string } | null {
  const { measure, fact } = plan.metric;
  const rows = (dropped: Sql) => sql`SELECT count(*)::DOUBLE AS dropped FROM ${name(fact)} f WHERE ${all([dropped, dated(plan), ...conditions(plan)])}`;
  switch (measure.kind) {
    case 'duration':
      return { statement: rows(sql`f.${name(measure.all)} < 0`), why: 'the end lies before the start (clocks that disagree)' };
    case 'rating':
      return { statement: rows(sql`f.score IS NOT NULL AND f.norm IS NULL`), why: 'their scale ends where it begins (scale_min = scale_max)' };
    default:
      return null;
  }
}

/** Rows in the range that no answer can hold, by reason; null where filters make it unknowable whether they would have been in it. */
export function compileOrphans(plan: Plan): Sql | null {
  if (plan.filters.length > 0 || plan.metric.needs.length === 0) {
    return null;
  }
  return sql`SELECT reason, count(*)::DOUBLE AS rows FROM quality_row WHERE source IN (${join([...plan.metric.needs])}) AND ${traitsOf(plan.metric.measure).rows === 'held' ? raw('TRUE') : sql`"at" >= ${literal(plan.fromMs)}`} AND "at" < ${literal(plan.toMs)} AND ${isAbout(plan)} GROUP BY reason ORDER BY reason`;
}

/** Of a table that holds several kinds of row, those that the metric counts. */
function isAbout({ metric: { fact, where } }: Plan): Sql {
  const words = where.flatMap((condition) => {
    const direction = fact === 'message_fact' && 'is' in condition && condition.column === 'direction';
    return 'word' in condition ? [condition.word] : direction ? [condition.is === 1 ? 'sent' : 'received'] : [];
  });
  return all([raw('TRUE'), ...words.map((word) => sql`(word IS NULL OR word = ${word})`)]);
}
