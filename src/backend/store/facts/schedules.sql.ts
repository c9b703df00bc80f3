import { type Build, BEFORE_ALL, AFTER_ALL } from './build';
import { slotOf, timeAt, type Slots } from './slots.sql';

/**
 * d_schedule (ticket_ix, from_at, to_at, calendar_ix, base): the calendars in turn of a ticket with `schedule` events; none means 24/7.
 * Its business time is base + F(t) of the piece's calendar, which goes on across pieces, so that a duration is still a difference of
 * two lookups: at each change, base makes up for what the new calendar's F differs from the old one's.
 */
export async function createSchedules(build: Build, slots: Slots): Promise<void> {
  await build.temp(
    'd_schedule',
    `
    WITH piece AS (
      SELECT ticket_ix, ${BEFORE_ALL}::BIGINT AS from_at, 0 AS n, prev_ix AS calendar_ix, NULL::INTEGER AS former_ix FROM d_schedule_change WHERE n = 1
      UNION ALL SELECT ticket_ix, "at", n, to_ix, prev_ix FROM d_schedule_change WHERE prev_ix <> to_ix),
    measured AS (
      SELECT p.*, CASE WHEN p.n = 0 THEN 0 ELSE (${timeAt('a', 'p.from_at')}) - (${timeAt('b', 'p.from_at')}) END AS step
      FROM piece p
      LEFT JOIN d_slot a ON a.slot = ${slotOf(slots, 'p.former_ix', 'p.from_at')}
      LEFT JOIN d_slot b ON b.slot = ${slotOf(slots, 'p.calendar_ix', 'p.from_at')})
    SELECT ticket_ix, from_at, coalesce(lead(from_at) OVER w, ${AFTER_ALL}) AS to_at, calendar_ix, (sum(step) OVER w)::BIGINT AS base
    FROM measured WINDOW w AS (PARTITION BY ticket_ix ORDER BY n)`
  );
}
