import { HOUR, type MeasureCase } from './case.fixture';

/** Three hours of target from nine, three hours of business time passed at noon, one of them paused: one hour is left. The other clock has ended. */
export const state: MeasureCase = {
  query: { metric: 'time_to_breach', view: 'totals', hours: 'sla', statistics: ['min', 'n'] },
  rows: {
    running_fact: [
      { clock_ix: 1, hours_ix: 7, begins_at: 9 * HOUR, start_at: 9 * HOUR, due_at: 13 * HOUR, target_ms: 3 * HOUR, f_start: 0 },
      { clock_ix: 2, begins_at: 9 * HOUR, ends_at: 11 * HOUR, due_at: 10 * HOUR, target_ms: HOUR },
    ],
    clock_interval: [{ hours_ix: 7, start_at: 9 * HOUR, end_at: 17 * HOUR, f_start: 0 }],
    sla_pause: [{ clock_ix: 1, f_from: HOUR, f_to: 2 * HOUR }],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT min(v) / 1000.0 AS s0, (count(*))::DOUBLE AS s1, (count(*))::DOUBLE AS n, 0::DOUBLE AS without
        FROM (
          SELECT q.*,
            q.target_ms - (q.f_now - q.f_start - coalesce((
              SELECT sum(greatest(0, least(z.f_to, q.f_now) - z.f_from))
              FROM sla_pause z
              WHERE z.clock_ix = q.clock_ix
            ), 0)) AS v
          FROM (
            SELECT p.*, CASE WHEN p.hours_ix = 0 THEN p.t ELSE coalesce(n.f_start + least(p.t, n.end_at) - n.start_at, 0) END AS f_now
            FROM (
              SELECT
                f.hours_ix AS hours_ix,
                f.clock_ix AS clock_ix,
                f.due_at AS due_at,
                f.target_ms AS target_ms,
                f.f_start AS f_start,
                f.t AS t
              FROM (
                SELECT e.*
                FROM (
                  SELECT f.*, e.b AS b, e.s AS s, e.t AS t
                  FROM (
                    SELECT f.*, unnest(range(lo, hi)) AS k
                    FROM (
                      SELECT
                        f.*,
                        CASE WHEN f.since <= 43200000 THEN 0 WHEN f.since > 43200000 THEN 1 ELSE 1 END AS lo,
                        CASE WHEN f.until <= 43200000 THEN 0 WHEN f.until > 43200000 THEN 1 ELSE 1 END AS hi
                      FROM (
                        SELECT f.*, f.begins_at AS since, coalesce(f.ends_at, 4503599627370496) AS until
                        FROM running_fact f
                      ) f
                      WHERE f.since < f.until
                        AND ((f.since <= 43200000 AND f.until > 43200000))
                    ) f
                  ) f
                  JOIN (
                    SELECT
                      unnest([0]::BIGINT[]) AS k,
                      unnest([0]::BIGINT[]) AS b,
                      unnest([0]::BIGINT[]) AS s,
                      unnest([43200000]::BIGINT[]) AS t
                  ) e ON e.k = f.k
                ) e
              ) f
              WHERE f.excluded & 31 = 0
            ) p
            ASOF LEFT JOIN clock_interval n ON n.hours_ix = p.hours_ix AND p.t >= n.start_at
          ) q
        ) r
      ) a`,
  },
  answers: [{ s0: 3600, s1: 1, n: 1, without: 0 }],
};
