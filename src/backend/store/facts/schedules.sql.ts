import { type Build, FIRST_INSTANT, LAST_INSTANT } from './build';
import { slotOf, timeAt } from './slots.sql';
import type { Slots } from './calendars';

/** The fallback of schedules that never need one. */
const ANY = -2;
/** The fallback where there is no calendar. */
const NONE = -1;

/**
 * d_schedule (ticket_ix, fallback_ix, from_at, to_at, calendar_ix, base, gaps): the calendars in turn of a ticket with `schedule`
 * events. Its business time is base + F(t) of the piece's calendar, which goes on across pieces, so that a duration is still a
 * difference of two lookups. A piece without a schedule takes the calendar that the clock would have had (fallback_ix), so such
 * tickets have a row for each calendar that may be; `gaps` counts the pieces passed that have no calendar even so.
 */
export async function createSchedules(build: Build, slots: Slots): Promise<void> {
  await build.temp('d_schedule', `
    WITH edge AS (
      SELECT ticket_ix, ${FIRST_INSTANT}::BIGINT AS "at", 0 AS n, prev_ix AS ix FROM d_schedule_change WHERE n = 1
      UNION ALL SELECT ticket_ix, "at", n, to_ix FROM d_schedule_change WHERE prev_ix <> to_ix),
    piece AS (
      SELECT ticket_ix, "at" AS from_at, coalesce(lead("at") OVER (PARTITION BY ticket_ix ORDER BY n), ${LAST_INSTANT}) AS to_at, ix FROM edge),
    fallback AS (
      SELECT DISTINCT coalesce(calendar_ix, ${NONE}) AS fallback_ix FROM d_plan),
    resolved AS (
      SELECT p.ticket_ix, f.fallback_ix, from_at, to_at, CASE WHEN ix > 0 THEN ix ELSE nullif(f.fallback_ix, ${NONE}) END AS calendar_ix
      FROM piece p
      JOIN (SELECT ticket_ix, bool_or(ix = 0) AS has_gap FROM piece GROUP BY ticket_ix) g USING (ticket_ix)
      JOIN (SELECT fallback_ix FROM fallback UNION ALL SELECT ${ANY}) f ON (f.fallback_ix <> ${ANY}) = g.has_gap
      WHERE from_at < to_at),
    measured AS (
      SELECT r.*, ${timeAt('a', 'r.from_at')} AS f_from, ${timeAt('b', 'r.to_at')} AS f_to
      FROM resolved r
      JOIN d_slot a ON a.slot = ${slotOf(slots, 'r.calendar_ix', 'r.from_at')}
      JOIN d_slot b ON b.slot = ${slotOf(slots, 'r.calendar_ix', 'r.to_at')})
    SELECT ticket_ix, fallback_ix, from_at, to_at, calendar_ix, 
      coalesce(sum(f_to - f_from) OVER before, 0)::BIGINT - f_from AS base, (count(*) FILTER (calendar_ix IS NULL) OVER before)::INTEGER AS gaps
    FROM measured
    WINDOW before AS (PARTITION BY ticket_ix, fallback_ix ORDER BY from_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`);
}
