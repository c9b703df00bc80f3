import { afterJoin } from './after-join.sql';
import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';
import { stillWithin, waitedFrom } from './waits.sql';

/**
 * d_since (ticket_ix, nth, since_at, since_ms, since_biz_ms): agents' turns whose author was given the ticket while the customer waited: when
 * last, and how long from then to the reply.
 */
async function createSince(build: Build, slots: Slots): Promise<void> {
  await build.temp(
    'd_given',
    `
    SELECT r.ticket_ix, r.nth, any_value(r.answers_at) AS first_at, max(c.at) AS from_at, any_value(r.start_at) AS until_at
    FROM d_run r
    JOIN d_owner_change c ON c.ticket_ix = r.ticket_ix AND c.to_ix = r.author_ix AND c.prev_ix <> c.to_ix AND c.at > r.answers_at AND c.at <= r.start_at
    JOIN d_ticket t ON t.ticket_ix = r.ticket_ix AND c.at > t.created_at
    LEFT JOIN d_restart h ON h.ticket_ix = r.ticket_ix AND h.nth = r.nth
    WHERE r.side = 1 AND r.author_ix > 0 AND c.at > ${waitedFrom}
    GROUP BY r.ticket_ix, r.nth`
  );
  const rows = `SELECT g.*, p.calendar_ix FROM d_given g JOIN d_ticket t USING (ticket_ix) ${spanJoin('g.until_at')} ${planJoin('next_reply', 'g.until_at')}`;
  await build.temp(
    'd_since',
    `
    SELECT g.ticket_ix, g.nth, g.from_at AS since_at, g.until_at - g.from_at - coalesce(s.still_ms, 0) AS since_ms, g.biz_ms - coalesce(s.still_biz_ms, 0) AS since_biz_ms
    FROM (${await withBusinessTime(build, slots, { rows, from: 'from_at', to: 'until_at', as: 'biz_ms' })}) g
    LEFT JOIN (${await stillWithin(build, slots, 'next_reply', 'SELECT * FROM d_given')}) s ON s.ticket_ix = g.ticket_ix AND s.nth = g.nth`
  );
  await build.drop('d_given');
}

/** turn_fact: one row a run that answers the other side's run before it. */
export async function createTurnFact(build: Build, slots: Slots): Promise<void> {
  await createSince(build, slots);
  await build.temp(
    'd_still',
    await stillWithin(
      build,
      slots,
      'next_reply',
      `
      SELECT r.ticket_ix, r.nth, r.answers_at AS first_at, ${waitedFrom} AS from_at, r.start_at AS until_at
      FROM d_run r LEFT JOIN d_restart h ON h.ticket_ix = r.ticket_ix AND h.nth = r.nth
      WHERE r.side = 1 AND r.answers_at IS NOT NULL AND r.is_after_close`
    )
  );
  // each ticket is looked up once, for the wait and for the columns: a second time would hold all tickets in memory twice
  const rows = `
    SELECT ${ticketColumns(ownerAt('r.start_at'))}, r.nth, r.start_at AS replied_at, r.side::INTEGER AS direction, r.author_ix, ${waitedFrom} AS waited_from_at, r.length AS run_length,
      p.calendar_ix
    FROM d_run r JOIN d_ticket t USING (ticket_ix) LEFT JOIN d_restart h ON h.ticket_ix = r.ticket_ix AND h.nth = r.nth
    ${spanJoin('r.start_at')} ${planJoin('next_reply', 'r.start_at')}
    WHERE ${afterJoin('t.ticket_ix', 'r.answers_at IS NOT NULL')}`;
  const timed = await withBusinessTime(build, slots, { rows, from: 'waited_from_at', to: 'replied_at', as: 'gross_biz_ms', asked: 'asked_in_hours' });
  await build.create(
    'turn_fact',
    `
    SELECT * EXCLUDE (nth, run_length, calendar_ix, gross_biz_ms, asked_in_hours, net_ms, net_biz_ms, found_at, found_ms, found_biz_ms),
      net_ms AS wait_ms, net_biz_ms AS wait_biz_ms, asked_in_hours, coalesce(found_at, waited_from_at) AS since_at, coalesce(found_ms, net_ms) AS since_ms,
      CASE WHEN found_at IS NULL THEN net_biz_ms ELSE found_biz_ms END AS since_biz_ms, run_length
    FROM (
      SELECT w.*, w.replied_at - w.waited_from_at - coalesce(s.still_ms, 0) AS net_ms, w.gross_biz_ms - coalesce(s.still_biz_ms, 0) AS net_biz_ms,
        g.since_at AS found_at, g.since_ms AS found_ms, g.since_biz_ms AS found_biz_ms
      FROM (${timed}) w
      LEFT JOIN d_still s ON s.ticket_ix = w.ticket_ix AND s.nth = w.nth
      LEFT JOIN d_since g ON g.ticket_ix = w.ticket_ix AND g.nth = w.nth)
    ORDER BY replied_at`
  );
  await build.drop('d_still', 'd_since');
}
