import type { Statistic } from '../../../shared/words';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { empty, join, raw, type Sql, sql } from '../sql';
import { ofDated } from './dated';
import { hitsOf, numeric } from './statistics';

const { mean, median } = numeric(raw('v'), empty);

/** Scores of surveys: the share in the top box of their scale, the net promoter score, and their mean where they are of one scale. */
export const rating = ofDated<'rating'>({
  columns: (plan) => [raw('f.score AS v'), sql`${positive(plan)} AS positive`, raw('f.scale_ix AS scale_ix')],
  valid: () => raw('f.score IS NOT NULL'),
  value: () => raw('f.norm'),
  aggregates: (plan) => ({
    statistics: {
      mean,
      median,
      share: sql`avg(${dialect.bit(raw('positive'))})`,
      hits: hitsOf(raw('positive')),
      score: raw('avg(CASE WHEN v >= 9 THEN 100 WHEN v <= 6 THEN -100 ELSE 0 END)'),
      count: dialect.double(raw('count(v)')),
    },
    n: raw(isOfTopBox(plan.statistics[0]) ? 'count(positive)' : 'count(*)'),
  }),
  dropped: (plan) =>
    plan.statistics.some(isOfTopBox)
      ? {
          where: sql`f.score IS NOT NULL AND ${positive(plan)} IS NULL`,
          by: 'scale',
          notice: (rows, scale) =>
            `${rows} on the scale "${scale}" left out of the share: it is not known which of its ratings are positive. Set the top box of this scale in the data source’s settings (topBox).`,
        }
      : null,
  forbidden: {
    test: raw('min(scale_ix) <> max(scale_ix)'),
    statistics: ['mean', 'median'],
    error: 'A mean or a median over several scales says nothing: filter by "scale", or group by it.',
  },
});

/** Whether a statistic needs to know which ratings are positive: on some scales nobody has said it. */
function isOfTopBox(statistic: Statistic): boolean {
  return statistic === 'share' || statistic === 'hits';
}

/** Whether a rating is in its scale's top box; null where the scale has none. */
function positive({ topBox }: Plan): Sql {
  const own = Object.entries(topBox);
  if (own.length === 0) {
    return raw('f.norm >= f.positive_from');
  }
  const cases = own.map(([scale, from]) => sql`WHEN f.scale_ix = (SELECT ix FROM dim_scale WHERE id = ${scale}) THEN f.norm >= ${from}`);
  return sql`CASE ${join(cases, ' ')} ELSE f.norm >= f.positive_from END`;
}
