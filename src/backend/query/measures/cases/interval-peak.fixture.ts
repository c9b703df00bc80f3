import { HOUR, type MeasureCase } from './case.fixture';

/** At two one agent leaves as another comes: they are never two. At three they are. */
export const intervalPeak: MeasureCase = {
  query: { metric: 'max_available_agents', view: 'totals', statistics: ['max', 'n'] },
  rows: {
    dim_availability: [{ ix: 1, id: 'available', name: 'Available' }],
    status_fact: [
      { row_ix: 1, agent_ix: 1, availability_ix: 1, from_at: HOUR, to_at: 2 * HOUR },
      { row_ix: 2, agent_ix: 2, availability_ix: 1, from_at: 2 * HOUR, to_at: 4 * HOUR },
      { row_ix: 3, agent_ix: 3, availability_ix: 1, from_at: 3 * HOUR },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          (max(running))::DOUBLE AS s0,
          (count(DISTINCT agent_ix))::DOUBLE AS s1,
          (count(DISTINCT agent_ix))::DOUBLE AS n,
          0::DOUBLE AS without
        FROM (
          WITH p AS (
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
                    FROM status_fact f
                    WHERE (f.to_at IS NULL OR f.to_at > f.from_at)
                      AND f.availability_ix IN (SELECT ix FROM dim_availability WHERE id = $1)
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
          ), edge AS (
            SELECT *, s AS moment, 1 AS step FROM p
            UNION ALL
            SELECT *, t AS moment, -1 AS step FROM p
          )
          SELECT *, sum(step) OVER (ORDER BY moment, step ROWS UNBOUNDED PRECEDING) AS running
          FROM edge
        ) r
      ) a`,
    values: ['available'],
  },
  answers: [{ s0: 2, s1: 3, n: 3, without: 0 }],
};
