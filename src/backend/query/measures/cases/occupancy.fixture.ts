import { HOUR, type MeasureCase } from './case.fixture';

/** Where n is asked for, the team of two agents comes before that of one, which has the larger share. */
export const occupancy: MeasureCase = {
  query: { metric: 'occupancy', view: 'totals', statistics: ['n', 'share'], groupBy: ['team'], limit: 1 },
  rows: {
    dim_team: [
      { ix: 1, id: 'a', name: 'Alpha' },
      { ix: 2, id: 'b', name: 'Beta' },
    ],
    status_team: [
      { row_ix: 1, team_ix: 1 },
      { row_ix: 2, team_ix: 1 },
      { row_ix: 3, team_ix: 2 },
    ],
    load_fact: [
      { row_ix: 1, agent_ix: 1, from_at: HOUR, to_at: 2 * HOUR, has_work: true },
      { row_ix: 2, agent_ix: 2, from_at: 2 * HOUR, to_at: 5 * HOUR, has_work: false },
      { row_ix: 3, agent_ix: 3, from_at: 2 * HOUR, to_at: 3 * HOUR, has_work: true },
    ],
  },
  asked: {
    text: `
      SELECT a.*, d1.id AS id1, d1.name AS name1
      FROM (
        WITH r AS (
          SELECT
            coalesce(bridge1.team_ix, 0) AS g1,
            f.agent_ix AS agent_ix,
            greatest(f.from_at, f.s) AS s,
            least(coalesce(f.to_at, f.t), f.t) AS t,
            f.has_work AS has_work
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
                  FROM load_fact f
                  WHERE (f.to_at IS NULL OR f.to_at > f.from_at)
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
          LEFT JOIN status_team bridge1 ON bridge1.row_ix = f.row_ix
        ), top AS (
          SELECT *
          FROM (
            SELECT *, row_number() OVER (ORDER BY total DESC NULLS LAST, id1 NULLS LAST) AS rank
            FROM (
              SELECT a.*, d1.id AS id1, d1.name AS name1
              FROM (
                SELECT g1, count(DISTINCT agent_ix) AS total, count(DISTINCT agent_ix) AS total_n
                FROM r
                GROUP BY g1
              ) a
              LEFT JOIN dim_team d1 ON d1.ix = a.g1
            ) t
            WHERE total_n >= 0
          ) t
          WHERE rank <= 1
        ), kept AS (
          SELECT r.*, top.rank
          FROM r
          JOIN top ON r.g1 = top.g1
        )
        SELECT
          g1,
          (count(DISTINCT agent_ix))::DOUBLE AS s0,
          (coalesce(sum(t - s) FILTER (has_work), 0))::DOUBLE / nullif(sum(t - s), 0) AS s1,
          (count(DISTINCT agent_ix))::DOUBLE AS n,
          0::DOUBLE AS without,
          min(rank) AS rank
        FROM kept r
        GROUP BY g1
      ) a
      LEFT JOIN dim_team d1 ON d1.ix = a.g1
      ORDER BY a.rank`,
  },
  answers: [{ g1: 1, s0: 2, s1: 0.25, n: 2, without: 0, rank: 1, id1: 'a', name1: 'Alpha' }],
};
