import { planJoin, spanJoin, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/**
 * What restarts and what shortens a wait.
 * d_restart (ticket_ix, nth, at): agents' runs that answer an opening run after it was handed to people; it then waits from the last handover.
 * d_stretch (ticket_ix, cut_at, closed_at, reopened_at): when a ticket was closed and then reopened; rows at cut_at and later come after the close.
 */
export async function createWaits(build: Build): Promise<void> {
  await build.temp(
    'd_restart',
    `
    SELECT r.ticket_ix, r.nth, max(h.at) AS "at"
    FROM d_handover h JOIN d_run r ON r.ticket_ix = h.ticket_ix AND r.is_first_reply AND h.at >= r.answers_at AND h.at < r.start_at
    GROUP BY r.ticket_ix, r.nth`
  );
  await build.temp(
    'd_stretch',
    'SELECT ticket_ix, b.at AS cut_at, closed_at, c.reopened_at FROM d_close c JOIN d_break b USING (ticket_ix, closed_at) WHERE c.reopened_at > closed_at'
  );
}

/** When a run `r` of d_run that answers another has waited from; `h` is its row of d_restart, if any. */
export const waitedFrom = 'coalesce(h.at, r.answers_at)';

/**
 * How long tickets were closed within waits, a query of (ticket_ix, nth, still_ms, still_biz_ms): of the stretches whose close comes after the
 * first row that waits, and whose reopening comes not after the wait's end, what lies in the wait, which may begin later than that row. Waits
 * without any are not in it. `waits` has ticket_ix, nth, first_at, from_at and until_at.
 */
export async function stillWithin(build: Build, slots: Slots, clock: 'first_reply' | 'next_reply', waits: string): Promise<string> {
  const rows = `
    SELECT w.ticket_ix, w.nth, greatest(e.closed_at, w.from_at) AS closed_at, e.reopened_at, p.calendar_ix
    FROM (${waits}) w JOIN d_stretch e ON e.ticket_ix = w.ticket_ix AND e.cut_at > w.first_at AND e.reopened_at > w.from_at AND e.reopened_at <= w.until_at
    JOIN d_ticket t ON t.ticket_ix = w.ticket_ix ${spanJoin('w.until_at')} ${planJoin(clock, 'w.until_at')}`;
  return `
    SELECT ticket_ix, nth, sum(reopened_at - closed_at)::BIGINT AS still_ms, sum(biz_ms)::BIGINT AS still_biz_ms
    FROM (${await withBusinessTime(build, slots, { rows, from: 'closed_at', to: 'reopened_at', as: 'biz_ms' })}) GROUP BY ticket_ix, nth`;
}
