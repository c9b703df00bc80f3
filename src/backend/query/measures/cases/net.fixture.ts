import { HOUR, type MeasureCase } from './case.fixture';

/** Two come in, one goes out. */
export const net: MeasureCase = {
  query: { metric: 'net_flow', view: 'totals', statistics: ['sum', 'count'] },
  rows: {
    flow_fact: [
      { at_ms: HOUR, weight: 1, is_balanced: true },
      { at_ms: 2 * HOUR, weight: 1, is_balanced: true },
      { at_ms: 3 * HOUR, weight: -1, is_balanced: true },
      // of a ticket that was closed at an unknown time
      { at_ms: 4 * HOUR, weight: 1, is_balanced: false },
    ],
  },
  asked: {
    text: `
      SELECT a.*
      FROM (
        SELECT (sum(v))::DOUBLE AS s0, (count(*))::DOUBLE AS s1, (count(*))::DOUBLE AS n, 0::DOUBLE AS without
        FROM (
          SELECT f.weight AS v
          FROM flow_fact f
          WHERE f.at_ms >= 0 AND f.at_ms < 86400000
            AND f.is_balanced
            AND f.excluded & 31 = 0
        ) r
      ) a`,
  },
  answers: [{ s0: 1, s1: 3, n: 3, without: 0 }],
};
