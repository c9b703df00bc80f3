import { HOUR, type MeasureCase } from './case.fixture';

/** One and four replies, two of them by noon in the run that answers across the close; a ticket that was reopened is closed no more. */
export const number: MeasureCase = {
  query: { metric: 'replies_to_resolution', view: 'totals', statistics: ['mean', 'max', 'n'] },
  rows: {
    close_fact: [
      { closed_at: HOUR, replies_before: 1, is_skewed: false },
      { closed_at: 2 * HOUR, replies_before: 2, late_reply_at: `[${3 * HOUR}, ${12 * HOUR}, ${13 * HOUR}]`, is_skewed: false },
      { closed_at: 3 * HOUR, reopened_at: 4 * HOUR, replies_before: 9, is_skewed: false },
      // closed before it was created
      { closed_at: 4 * HOUR, replies_before: 9, is_skewed: true },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT avg(v) AS s0, max(v) AS s1, (count(v))::DOUBLE AS s2, (count(v))::DOUBLE AS n, 0::DOUBLE AS without
        FROM (
          SELECT (f.replies_before + coalesce(len(list_filter(f.late_reply_at, lambda x: x <= 43200000)), 0)) AS v
          FROM close_fact f
          WHERE f.closed_at >= 0 AND f.closed_at < 86400000
            AND NOT f.is_skewed
            AND f.closed_at <= 43200000 AND (f.reopened_at IS NULL OR f.reopened_at > 43200000)
            AND f.excluded & 31 = 0
        ) r
      ) a`,
  },
  answers: [{ s0: 2.5, s1: 4, s2: 2, n: 2, without: 0 }],
};
