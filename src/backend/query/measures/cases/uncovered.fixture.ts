import { HOUR, type MeasureCase } from './case.fixture';

/** Open from seven, statuses are known from half an hour later, when somebody is away, now noon; somebody is there from eight to ten, another from nine to eleven: an hour and a half is not covered. */
export const uncovered: MeasureCase = {
  query: { metric: 'uncovered_hours', view: 'totals', statistics: ['sum'] },
  rows: {
    dim_calendar: [{ ix: 1, id: 'office', name: 'Office' }],
    dim_availability: [
      { ix: 1, id: 'available', name: 'Available' },
      { ix: 2, id: 'away', name: 'Away' },
    ],
    calendar_interval: [{ calendar_ix: 1, start_at: 7 * HOUR, end_at: 17 * HOUR }],
    status_fact: [
      { row_ix: 0, agent_ix: 1, availability_ix: 2, from_at: 7.5 * HOUR, to_at: 8 * HOUR },
      { row_ix: 1, agent_ix: 1, availability_ix: 1, from_at: 8 * HOUR, to_at: 10 * HOUR },
      { row_ix: 2, agent_ix: 2, availability_ix: 1, from_at: 9 * HOUR, to_at: 11 * HOUR },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT (sum(v))::DOUBLE / 1000.0 AS s0, (count(DISTINCT calendar_ix))::DOUBLE AS n, 0::DOUBLE AS without
        FROM (
          WITH i AS (
            SELECT min(s) AS s, max(t) AS t
            FROM (
              SELECT *, sum(begins) OVER (ORDER BY s, t ROWS UNBOUNDED PRECEDING) AS island
              FROM (
                SELECT *,
                  CASE WHEN s <= max(t) OVER (ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins
                FROM (
                  SELECT greatest(f.from_at, 0) AS s, least(coalesce(f.to_at, 43200000), 43200000) AS t
                  FROM status_fact f
                  WHERE f.from_at < 43200000 AND (f.to_at IS NULL OR f.to_at > 0)
                    AND f.availability_ix IN (SELECT ix FROM dim_availability WHERE id = $1)
                ) a
                WHERE s < t
              ) a
            ) a
            GROUP BY island
          ), o AS (
            SELECT e.b, c.calendar_ix,
              greatest(c.start_at, e.s, r.first_at) AS s,
              least(c.end_at, e.t) AS t
            FROM calendar_interval c
            JOIN (SELECT min(from_at) AS first_at FROM status_fact) r ON c.end_at > r.first_at
            JOIN (
              SELECT
                unnest([0]::BIGINT[]) AS k,
                unnest([0]::BIGINT[]) AS b,
                unnest([0]::BIGINT[]) AS s,
                unnest([43200000]::BIGINT[]) AS t
            ) e ON c.start_at < e.t AND c.end_at > e.s AND r.first_at < e.t
            WHERE c.calendar_ix IN (SELECT ix FROM dim_calendar WHERE id = $2)
          )
          SELECT open_ms - covered_ms AS v, calendar_ix
          FROM (
            SELECT o.b, o.calendar_ix, o.s,
              o.t - o.s AS open_ms,
              coalesce(sum(least(o.t, i.t) - greatest(o.s, i.s)) FILTER (i.s IS NOT NULL), 0) AS covered_ms
            FROM o
            LEFT JOIN i ON i.s < o.t AND i.t > o.s
            GROUP BY o.b, o.calendar_ix, o.s, o.t
          ) c
        ) r
      ) a`,
    values: ['available', 'office'],
  },
  answers: [{ s0: 5400, n: 1, without: 0 }],
};
