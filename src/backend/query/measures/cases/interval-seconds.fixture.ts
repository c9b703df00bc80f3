import { HOUR, type MeasureCase } from './case.fixture';

/** Available from before midnight until one, and from eleven until now; offline time is hidden. */
export const intervalSeconds: MeasureCase = {
  query: { metric: 'agent_status_time', view: 'totals', statistics: ['sum', 'n'], groupBy: ['availability'] },
  rows: {
    dim_availability: [
      { ix: 1, id: 'available', name: 'Available' },
      { ix: 2, id: 'offline', name: 'Offline' },
    ],
    status_fact: [
      { row_ix: 1, agent_ix: 1, availability_ix: 1, from_at: -HOUR, to_at: HOUR },
      { row_ix: 2, agent_ix: 1, availability_ix: 2, from_at: HOUR, to_at: 9 * HOUR },
      { row_ix: 3, agent_ix: 1, availability_ix: 1, from_at: 11 * HOUR },
    ],
  },
  asked: {
    text: `
      SELECT a.*, d1.id AS id1, d1.name AS name1
      FROM (
        SELECT
          g1,
          (sum(t - s))::DOUBLE / 1000.0 AS s0,
          (count(DISTINCT row_ix))::DOUBLE AS s1,
          (count(DISTINCT row_ix))::DOUBLE AS n,
          0::DOUBLE AS without
        FROM (
          SELECT
            f.availability_ix AS g1,
            f.agent_ix AS agent_ix,
            greatest(f.from_at, f.s) AS s,
            least(coalesce(f.to_at, f.t), f.t) AS t,
            f.row_ix AS row_ix
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
                    AND f.availability_ix NOT IN (SELECT ix FROM dim_availability WHERE id = $1)
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
        ) r
        GROUP BY g1
      ) a
      LEFT JOIN dim_availability d1 ON d1.ix = a.g1`,
    values: ['offline'],
  },
  answers: [{ g1: 1, s0: 7200, s1: 2, n: 2, without: 0, id1: 'available', name1: 'Available' }],
};
