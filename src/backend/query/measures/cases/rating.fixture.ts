import { HOUR, type MeasureCase } from './case.fixture';

/** One of two ratings on 1–5 is in its top box; of a rating on another scale nobody has said what is positive. */
export const rating: MeasureCase = {
  query: { metric: 'csat', view: 'totals', statistics: ['share', 'hits', 'count'] },
  rows: {
    survey_fact: [
      { kind: 'csat', is_last: true, answered_at: HOUR, score: 5, norm: 1, positive_from: 0.75, scale_ix: 1 },
      { kind: 'csat', is_last: true, answered_at: 2 * HOUR, score: 2, norm: 0.25, positive_from: 0.75, scale_ix: 1 },
      { kind: 'csat', is_last: true, answered_at: 2 * HOUR, score: 33, norm: 0.33, scale_ix: 2 },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          avg(positive::INTEGER) AS s0,
          (coalesce(count_if(positive), 0))::DOUBLE AS s1,
          (count(v))::DOUBLE AS s2,
          (count(positive))::DOUBLE AS n,
          0::DOUBLE AS without,
          (coalesce(count_if(positive), 0))::DOUBLE AS hits
        FROM (
          SELECT f.score AS v, f.norm >= f.positive_from AS positive, f.scale_ix AS scale_ix
          FROM survey_fact f
          WHERE f.answered_at >= 0 AND f.answered_at < 86400000
            AND f.score IS NOT NULL
            AND f.kind = $1
            AND f.is_last
            AND f.excluded & 31 = 0
        ) r
      ) a`,
    values: ['csat'],
  },
  answers: [{ s0: 0.5, s1: 1, s2: 3, n: 2, without: 0, hits: 1 }],
};
