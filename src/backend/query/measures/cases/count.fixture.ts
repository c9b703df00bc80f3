import { HOUR, type MeasureCase } from './case.fixture';

/** Spam is asked for, a test ticket is not; the first millisecond of the next day is not in the range. */
export const count: MeasureCase = {
  query: { metric: 'opened', frequency: 'day', statistics: ['count'], include: ['spam'] },
  rows: { ticket_fact: [{ created_at: HOUR, excluded: 1 }, { created_at: 2 * HOUR }, { created_at: 2 * HOUR, excluded: 8 }, { created_at: 24 * HOUR }] },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT b, (count(*))::DOUBLE AS s0, (count(*))::DOUBLE AS n, 0::DOUBLE AS without
        FROM (
          SELECT 0 AS b
          FROM ticket_fact f
          WHERE f.created_at >= 0 AND f.created_at < 86400000
            AND f.excluded & 30 = 0
        ) r
        GROUP BY b
      ) a`,
  },
  answers: [{ b: 0, s0: 2, n: 2, without: 0 }],
};
