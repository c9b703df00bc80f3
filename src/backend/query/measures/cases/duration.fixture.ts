import { HOUR, MINUTE, type MeasureCase } from './case.fixture';

/** Two closes of team a took 8 and 20 minutes of SLA hours; one has none, and one whose clocks disagree is left out. */
export const duration: MeasureCase = {
  query: {
    metric: 'time_to_close',
    view: 'totals',
    hours: 'sla',
    groupBy: ['team'],
    statistics: ['mean', 'median'],
    filters: [{ field: 'team', op: 'in', values: ['a'] }],
  },
  rows: {
    dim_team: [
      { ix: 1, id: 'a', name: 'Alpha' },
      { ix: 2, id: 'b', name: 'Beta' },
    ],
    close_fact: [
      { team_ix: 1, closed_at: HOUR, close_ms: 10 * MINUTE, close_biz_ms: 8 * MINUTE },
      { team_ix: 1, closed_at: 2 * HOUR, close_ms: 30 * MINUTE, close_biz_ms: 20 * MINUTE },
      { team_ix: 1, closed_at: 3 * HOUR, close_ms: 30 * MINUTE },
      { team_ix: 1, closed_at: 3 * HOUR, close_ms: -MINUTE },
      { team_ix: 2, closed_at: 4 * HOUR, close_ms: 50 * MINUTE },
    ],
  },
  asked: {
    text: `
      SELECT a.*, d1.id AS id1, d1.name AS name1
      FROM (
        SELECT
          g1,
          avg(v) / 1000.0 AS s0,
          quantile_cont(v, 0.5) / 1000.0 AS s1,
          (count(v))::DOUBLE AS n,
          (count(*) - (count(v)))::DOUBLE AS without
        FROM (
          SELECT f.team_ix AS g1, f.close_biz_ms AS v
          FROM close_fact f
          WHERE f.closed_at >= 0 AND f.closed_at < 86400000
            AND f.close_ms >= 0
            AND f.closed_at <= 43200000 AND (f.reopened_at IS NULL OR f.reopened_at > 43200000)
            AND f.excluded & 31 = 0
            AND f.team_ix IN (SELECT ix FROM dim_team WHERE id IN ($1))
        ) r
        GROUP BY g1
      ) a
      LEFT JOIN dim_team d1 ON d1.ix = a.g1`,
    values: ['a'],
  },
  answers: [{ g1: 1, s0: 840, s1: 840, n: 2, without: 1, id1: 'a', name1: 'Alpha' }],
};
