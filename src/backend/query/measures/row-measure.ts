import type { Statistic } from '../../../shared/words';
import { columnSql } from '../parts/column';
import type { Plan } from '../plan';
import { empty, join, literal, name, raw, type Sql, sql } from '../sql';

/** A metric's rows and what is computed of them, for measures that aggregate plain rows. */
export interface RowMeasure {
  /** `expression AS name` of every value column that the statistics use. */
  readonly columns: readonly Sql[];
  /** A condition for rows that count; others (clock skew) are left out and counted elsewhere. */
  readonly valid: Sql | null;
  /** The statistic over rows `r`, in the metric's unit. */
  readonly statistic: (statistic: Statistic) => Sql;
  /** How many rows the value rests on. */
  readonly n: Sql;
  /** A check that must be false of every group, and the error where it is not. */
  readonly forbidden: { readonly test: Sql; readonly statistics: readonly Statistic[]; readonly error: string } | null;
}

const PERCENTILES: Partial<Record<Statistic, number>> = { median: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 };

/** A statistic of a numeric column, scaled. Percentiles are continuous: interpolated at (n − 1)·p. */
export function numeric(column: Sql, statistic: Statistic, scale: Sql): Sql {
  const percentile = PERCENTILES[statistic];
  if (percentile !== undefined) {
    return sql`quantile_cont(${column}, ${literal(percentile)})${scale}`;
  }
  switch (statistic) {
    case 'mean':
      return sql`avg(${column})${scale}`;
    case 'sum':
      return sql`sum(${column})::DOUBLE${scale}`;
    case 'min':
      return sql`min(${column})${scale}`;
    case 'max':
      return sql`max(${column})${scale}`;
    default:
      return sql`count(${column})::DOUBLE`;
  }
}

/** How a plan's metric turns rows into numbers. */
export function rowMeasure(plan: Plan): RowMeasure {
  const { measure } = plan.metric;
  const v = raw('v');
  const plain = { valid: null, forbidden: null };
  switch (measure.kind) {
    case 'duration': {
      const column = plan.query.hours === 'sla' && measure.sla !== null ? measure.sla : measure.all;
      return {
        ...plain,
        columns: [sql`f.${name(column)} AS v`],
        valid: sql`f.${name(measure.all)} >= 0`,
        statistic: (statistic) => numeric(v, statistic, raw(' / 1000.0')),
        n: sql`count(v)`,
      };
    }
    case 'number':
      return { ...plain, columns: [sql`f.${name(measure.column)} AS v`], statistic: (statistic) => numeric(v, statistic, empty), n: sql`count(v)` };
    case 'count':
      return { ...plain, columns: [], statistic: () => sql`count(*)::DOUBLE`, n: sql`count(*)` };
    case 'share':
      return {
        ...plain,
        columns: [sql`${columnSql(plan, measure.positive)} AS v`],
        statistic: (statistic) => (statistic === 'share' ? sql`avg(v::INTEGER)` : sql`count(v)::DOUBLE`),
        n: sql`count(v)`,
      };
    case 'net':
      return {
        ...plain,
        columns: [sql`f.${name(measure.weight)} AS v`],
        statistic: (statistic) => (statistic === 'sum' ? sql`sum(v)::DOUBLE` : sql`count(*)::DOUBLE`),
        n: sql`count(*)`,
      };
    case 'rating':
      return {
        // a scale that ends where it begins says of no score whether it is a good one
        valid: sql`f.score IS NOT NULL AND f.norm IS NOT NULL`,
        columns: [sql`f.score AS v`, sql`${positive(plan)} AS positive`, sql`f.scale_ix AS scale_ix`],
        statistic: (statistic) => {
          switch (statistic) {
            case 'share':
              return sql`avg(positive::INTEGER)`;
            case 'score':
              return sql`avg(CASE WHEN v >= 9 THEN 100 WHEN v <= 6 THEN -100 ELSE 0 END)`;
            default:
              return numeric(v, statistic, empty);
          }
        },
        n: sql`count(*)`,
        forbidden: {
          test: sql`min(scale_ix) <> max(scale_ix)`,
          statistics: ['mean', 'median'],
          error: 'A mean over several scales says nothing: filter by "scale", or group by it.',
        },
      };
    default:
      throw new Error(`"${plan.metric.id}" does not aggregate rows.`);
  }
}

/** Whether a rating is in its scale's top box. */
function positive({ topBox }: Plan): Sql {
  const own = Object.entries(topBox);
  if (own.length === 0) {
    return sql`f.norm >= 0.75`;
  }
  const cases = own.map(([scale, share]) => sql`WHEN f.scale_ix = (SELECT ix FROM dim_scale WHERE id = ${scale}) THEN f.norm >= ${share}`);
  return sql`CASE ${join(cases, ' ')} ELSE f.norm >= 0.75 END`;
}
