import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { empty, join, raw, type Sql, sql } from '../sql';
import { ofDated } from './dated';
import { numeric } from './statistics';

const { mean, median } = numeric(raw('v'), empty);

/** Scores of surveys: the share in the top box of their scale, the net promoter score, and their mean where they are of one scale. */
export const rating = ofDated<'rating'>({
  columns: (plan) => [raw('f.score AS v'), sql`${positive(plan)} AS positive`, raw('f.scale_ix AS scale_ix')],
  // a scale that ends where it begins says of no score whether it is a good one
  valid: () => raw('f.score IS NOT NULL AND f.norm IS NOT NULL'),
  statistics: {
    mean,
    median,
    share: sql`avg(${dialect.bit(raw('positive'))})`,
    score: raw('avg(CASE WHEN v >= 9 THEN 100 WHEN v <= 6 THEN -100 ELSE 0 END)'),
    count: dialect.double(raw('count(v)')),
  },
  n: raw('count(*)'),
  dropped: () => ({ where: raw('f.score IS NOT NULL AND f.norm IS NULL'), why: 'their scale ends where it begins (scale_min = scale_max)' }),
  forbidden: {
    test: raw('min(scale_ix) <> max(scale_ix)'),
    statistics: ['mean', 'median'],
    error: 'A mean over several scales says nothing: filter by "scale", or group by it.',
  },
});

/** Whether a rating is in its scale's top box. */
function positive({ topBox }: Plan): Sql {
  const own = Object.entries(topBox);
  if (own.length === 0) {
    return raw('f.norm >= 0.75');
  }
  const cases = own.map(([scale, from]) => sql`WHEN f.scale_ix = (SELECT ix FROM dim_scale WHERE id = ${scale}) THEN f.norm >= ${from}`);
  return sql`CASE ${join(cases, ' ')} ELSE f.norm >= 0.75 END`;
}
