import { type Build, AFTER_ALL, BEFORE_ALL } from './build';
import { withTimes } from './schedules.sql';
import { ENDS } from './sla-legs.sql';
import { PIECES } from './sla-pieces.sql';
import type { Slots } from './slots.sql';

/**
 * d_still (ticket_ix, kind, from_at, to_at): when a ticket's clocks stand still, to_at null = from then on. kind 1: a pausing clock's, of a ticket
 * that was never reopened if it is the close clock. The close clock's of tickets that were, as it stands still while they are closed: 2 one that
 * does not pause, 3 one that does.
 */
async function createStills(build: Build): Promise<void> {
  await build.temp(
    'd_still',
    `
    WITH closed AS (SELECT ticket_ix, closed_at AS from_at, reopened_at AS to_at FROM d_close WHERE reopened_at > closed_at)
    SELECT ticket_ix, 1::TINYINT AS kind, from_at, to_at FROM d_paused
    UNION ALL SELECT ticket_ix, unnest([2, 3])::TINYINT, from_at, to_at FROM closed
    UNION ALL
    SELECT p.ticket_ix, 3::TINYINT, greatest(p.from_at, o.opened_at), least(p.to_at, o.closed_at)
    FROM d_paused p SEMI JOIN closed USING (ticket_ix)
    JOIN d_open o ON o.ticket_ix = p.ticket_ix AND (p.to_at IS NULL OR o.opened_at < p.to_at) AND (o.closed_at IS NULL OR o.closed_at > p.from_at)`
  );
}

/**
 * d_rest: once for each time that the clock of a piece of d_piece stood still since it began: rests_at to goes_on_at (null = not yet), next_at
 * when it does so again, nth from 1; in business time f_rests, where it stands still, and rest_ms, for how long; before_ms, the clock's own
 * time by then. Summed up of this one and those before it: all (`rested`), those that began before the target was used up (`strictly`),
 * and those that began before it was exceeded (`loosely`).
 */
async function createRests(build: Build, slots: Slots): Promise<void> {
  await createStills(build);
  const rows = `
    SELECT p.piece_ix, p.ticket_ix, p.calendar_ix, p.f_a, p.target_ms, greatest(s.from_at, p.start_at) AS rests_at, s.to_at AS goes_on_at
    FROM ${PIECES} p
    LEFT JOIN (SELECT DISTINCT ticket_ix FROM d_still WHERE kind = 2) r ON r.ticket_ix = CASE WHEN p.clock = 3 THEN p.ticket_ix END
    JOIN d_still s ON s.ticket_ix = p.ticket_ix
      AND s.kind = CASE WHEN r.ticket_ix IS NOT NULL THEN CASE WHEN p.pauses THEN 3 ELSE 2 END WHEN p.pauses THEN 1 END
      -- one that begins where the clock ends comes too late
      AND s.from_at < least(p.until_at, coalesce(p.ends_at, ${AFTER_ALL})) AND (s.to_at IS NULL OR s.to_at > p.start_at)`;
  const instants = { rests: 'c.rests_at', goes_on: 'coalesce(c.goes_on_at, c.rests_at)' };
  const timed = await withTimes(build, slots, { rows, instants, scheduled: 'CASE WHEN c.calendar_ix > 0 THEN c.ticket_ix END' });
  await build.temp(
    'd_rest',
    `
    WITH rest AS (SELECT *, f_goes_on - f_rests AS rest_ms FROM (${timed})),
    begun AS (
      SELECT *, f_rests - f_a - coalesce(sum(rest_ms) OVER (PARTITION BY piece_ix ORDER BY rests_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before_ms
      FROM rest)
    SELECT piece_ix, rests_at, goes_on_at, lead(rests_at) OVER w AS next_at, row_number() OVER w AS nth, f_rests, rest_ms, before_ms, sum(rest_ms) OVER w AS rested,
      coalesce(sum(rest_ms) FILTER (before_ms < target_ms) OVER w, 0) AS strictly, coalesce(sum(rest_ms) FILTER (before_ms <= target_ms) OVER w, 0) AS loosely
    FROM begun
    WINDOW w AS (PARTITION BY piece_ix ORDER BY rests_at ROWS UNBOUNDED PRECEDING)`
  );
  await build.drop('d_still');
}

/** Makes a query of the parts of those pieces that fulfil a condition. */
export type PartsOf = (where: string) => string;

/**
 * Queries of pieces cut where their clock begins to stand still and where it goes on. In its F-space time in which it stands still does not count:
 * f_due and f_over, where the target is used up, and where it is exceeded, as far as is known by then (null = nobody knows); f_zero, where it
 * would have begun without standing still; f_rests, where it stands still (null = it does not).
 */
export async function partsOf(build: Build, slots: Slots): Promise<PartsOf> {
  await createRests(build, slots);
  const [since, until] = ['greatest(p.from_at, s.since_at)', 'least(p.until_at, s.until_at)'];
  const pieces = (where: string) => `(SELECT * FROM ${PIECES} WHERE ${where})`;
  return (where) => `
    WITH stretch AS (
      SELECT piece_ix, ${BEFORE_ALL} AS since_at, rests_at AS until_at, 0 AS rested, 0 AS strictly, 0 AS loosely, NULL::BIGINT AS f_rests, NULL::BIGINT AS before_ms
      FROM d_rest WHERE nth = 1
      UNION ALL SELECT piece_ix, rests_at, coalesce(goes_on_at, ${AFTER_ALL}), rested - rest_ms, strictly, loosely, f_rests, before_ms FROM d_rest
      UNION ALL SELECT piece_ix, goes_on_at, coalesce(next_at, ${AFTER_ALL}), rested, strictly, loosely, NULL, NULL FROM d_rest WHERE goes_on_at IS NOT NULL)
    SELECT * EXCLUDE (f_a, pauses), f_a + target_ms AS f_due, f_a + target_ms AS f_over, f_a AS f_zero, NULL::BIGINT AS f_rests
    FROM ${pieces(where)} ANTI JOIN d_rest USING (piece_ix)
    UNION ALL
    SELECT p.* EXCLUDE (f_a, pauses) REPLACE (${since} AS from_at, ${until} AS until_at,
        CASE WHEN s.until_at >= p.until_at THEN p.ends_at END AS ends_at, (CASE WHEN s.until_at >= p.until_at THEN p.ends ELSE ${ENDS.none} END)::TINYINT AS ends),
      -- while it stands still it has no due instant, unless it was due before
      CASE WHEN s.before_ms IS NULL OR s.before_ms >= p.target_ms THEN p.f_a + p.target_ms + s.strictly END::BIGINT,
      CASE WHEN s.before_ms IS NULL OR s.before_ms > p.target_ms THEN p.f_a + p.target_ms + s.loosely END::BIGINT,
      (p.f_a + s.rested)::BIGINT, s.f_rests
    -- few pieces ever stand still: the others are not to be held in memory for them
    FROM (SELECT * FROM ${pieces(where)} SEMI JOIN d_rest USING (piece_ix)) p JOIN stretch s USING (piece_ix)
    WHERE ${since} < ${until}`;
}
