import { HOUR, type MeasureCase } from './case.fixture';

/** Of four surveys two are answered by noon: one at noon itself, another later. */
export const share: MeasureCase = {
  query: { metric: 'csat_response_rate', view: 'totals', statistics: ['share', 'count'] },
  rows: {
    survey_fact: [
      { kind: 'csat', sent_at: HOUR, answered_at: 2 * HOUR },
      { kind: 'csat', sent_at: HOUR },
      { kind: 'csat', sent_at: HOUR, answered_at: 13 * HOUR },
      { kind: 'csat', sent_at: 3 * HOUR, answered_at: 12 * HOUR },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          (coalesce(count_if(v), 0))::DOUBLE / nullif(count(v), 0) AS s0,
          (count(v))::DOUBLE AS s1,
          (count(v))::DOUBLE AS n,
          0::DOUBLE AS without,
          (coalesce(count_if(v), 0))::DOUBLE AS hits
        FROM (
          SELECT coalesce(f.answered_at <= 43200000, false) AS v
          FROM survey_fact f
          WHERE f.sent_at >= 0 AND f.sent_at < 86400000
            AND f.kind = $1
            AND f.excluded & 31 = 0
        ) r
      ) a`,
    values: ['csat'],
  },
  answers: [{ s0: 0.5, s1: 4, n: 4, without: 0, hits: 2 }],
};
