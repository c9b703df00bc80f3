import { HOUR, type MeasureCase } from './case.fixture';

/** One of two ratings is in the top box; a score on a scale without width says nothing. */
export const rating: MeasureCase = {
  query: { metric: 'csat', view: 'totals', statistics: ['share', 'mean'] },
  rows: {
    survey_fact: [
      { kind: 'csat', is_last: true, answered_at: HOUR, score: 5, norm: 1, scale_ix: 1 },
      { kind: 'csat', is_last: true, answered_at: 2 * HOUR, score: 2, norm: 0.25, scale_ix: 1 },
      { kind: 'csat', is_last: true, answered_at: 2 * HOUR, score: 3, scale_ix: 1 },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          avg(positive::INTEGER) AS s0,
          avg(v) AS s1,
          (count(*))::DOUBLE AS n,
          (count(*) - (count(*)))::DOUBLE AS without,
          coalesce(min(scale_ix) <> max(scale_ix), false) AS forbidden
        FROM (
          SELECT f.score AS v, f.norm >= 0.75 AS positive, f.scale_ix AS scale_ix
          FROM survey_fact f
          WHERE f.answered_at >= 0 AND f.answered_at < 86400000
            AND f.score IS NOT NULL AND f.norm IS NOT NULL
            AND f.kind = $1
            AND f.is_last
            AND f.excluded & 31 = 0
        ) r
      ) a`,
    values: ['csat'],
  },
  answers: [{ s0: 0.5, s1: 3.5, n: 2, without: 0, forbidden: false }],
};
