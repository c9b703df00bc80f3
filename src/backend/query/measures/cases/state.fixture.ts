import { HOUR, type MeasureCase } from './case.fixture';

/**
 * Three hours of target from nine, one of them paused: at noon one hour is left. A clock that was due at eleven after two hours, and stands still
 * since noon of business time ten, is half an hour late. The third has ended.
 */
export const state: MeasureCase = {
  query: { metric: 'time_to_breach', view: 'totals', hours: 'sla', statistics: ['min', 'max', 'n'] },
  rows: {
    running_fact: [
      { hours_ix: 7, begins_at: 9 * HOUR, start_at: 9 * HOUR, due_at: 13 * HOUR, target_ms: 3 * HOUR, f_start: HOUR },
      { hours_ix: 7, begins_at: 9 * HOUR, start_at: 9 * HOUR, due_at: 11 * HOUR, target_ms: 2 * HOUR, f_start: 0, f_stop: 2.5 * HOUR },
      { begins_at: 9 * HOUR, ends_at: 11 * HOUR, due_at: 10 * HOUR, target_ms: HOUR },
    ],
    calendar_interval: [{ calendar_ix: 7, start_at: 9 * HOUR, end_at: 17 * HOUR, f_start: 0 }],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT
          min(v) / 1000.0 AS s0,
          max(v) / 1000.0 AS s1,
          (count(*))::DOUBLE AS s2,
          (count(*))::DOUBLE AS n,
          0::DOUBLE AS without
        FROM (
          SELECT p.*, p.target_ms - (least(CASE WHEN p.hours_ix = 0 THEN p.t ELSE coalesce(n.f_start + least(p.t, n.end_at) - n.start_at, 0) END, p.f_stop) - p.f_start) AS v
          FROM (
            SELECT
              f.hours_ix AS hours_ix,
              f.due_at AS due_at,
              f.target_ms AS target_ms,
              f.f_start AS f_start,
              f.f_stop AS f_stop,
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
          ASOF LEFT JOIN calendar_interval n ON n.calendar_ix = p.hours_ix AND p.t >= n.start_at
        ) r
      ) a`,
  },
  answers: [{ s0: -1800, s1: 3600, s2: 2, n: 2, without: 0 }],
};
