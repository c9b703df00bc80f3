import { HOUR, type MeasureCase } from './case.fixture';

/** From one to three and from two to four: four session hours in three hours. */
export const concurrency: MeasureCase = {
  query: { metric: 'agent_concurrency', view: 'totals', statistics: ['mean'] },
  rows: {
    hold_fact: [
      { agent_ix: 1, session_ix: 1, from_at: HOUR, to_at: 3 * HOUR },
      { agent_ix: 1, session_ix: 2, from_at: 2 * HOUR, to_at: 4 * HOUR },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          (sum(t - s))::DOUBLE / nullif(sum(adds), 0) AS s0,
          (count(DISTINCT agent_ix))::DOUBLE AS n,
          0::DOUBLE AS without
        FROM (
          SELECT *,
            greatest(0, t - greatest(s, max(t) OVER (PARTITION BY agent_ix ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))) AS adds
          FROM (
            SELECT f.agent_ix AS agent_ix, greatest(f.from_at, f.s) AS s, least(coalesce(f.to_at, f.t), f.t) AS t
            FROM (
              SELECT f.*, e.b AS b, e.s AS s, e.t AS t
              FROM (
                SELECT f.*, unnest(range(lo, hi)) AS k
                FROM (
                  SELECT
                    f.*,
                    CASE WHEN f.since + 1 <= 43200000 THEN 0 WHEN f.since + 1 > 43200000 THEN 1 ELSE 1 END AS lo,
                    CASE WHEN f.until <= 0 THEN 0 WHEN f.until > 0 THEN 1 ELSE 1 END AS hi
                  FROM (
                    SELECT f.*, f.from_at AS since, coalesce(f.to_at, 4503599627370496) AS until
                    FROM hold_fact f
                    WHERE (f.to_at IS NULL OR f.to_at > f.from_at)
                      AND f.excluded & 31 = 0
                  ) f
                  WHERE f.since < f.until
                ) f
              ) f
              JOIN (
                SELECT
                  unnest([0]::BIGINT[]) AS k,
                  unnest([0]::BIGINT[]) AS b,
                  unnest([0]::BIGINT[]) AS s,
                  unnest([43200000]::BIGINT[]) AS t
              ) e ON e.k = f.k
            ) f
          ) p
        ) r
      ) a`,
  },
  answers: [{ s0: 1.3333333333333333, n: 1, without: 0 }],
};
