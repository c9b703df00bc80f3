import { AFTER_ALL, type Build } from './build';

/** How a leg of a clock ends: not (yet), by its event, by a close that left it unanswered, or by the answer that came after that close. */
export const ENDS = { none: 0, event: 1, unanswered: 2, late: 3 } as const;

/**
 * d_reply (ticket_ix, nth, clock, start_at, answered_at, closed_at, is_late): every reply clock, by the number of its customer's run. One whose run
 * begins in a closed ticket starts at the reopening; without one, or answered not after it, there is none. closed_at is the close that ended it
 * unanswered; is_late: answered after that, before any reopening.
 */
async function createReplies(build: Build): Promise<void> {
  await build.temp(
    'd_reply',
    `
    WITH within AS (
      SELECT r.ticket_ix, r.nth, c.reopened_at
      FROM (SELECT * FROM d_run WHERE side = 2) r SEMI JOIN (SELECT ticket_ix FROM d_run WHERE is_after_close) l USING (ticket_ix)
      JOIN d_close c USING (ticket_ix) JOIN d_ticket t USING (ticket_ix)
      -- what is written at its creation stands after a close with which the ticket begins
      WHERE (c.closed_at < r.start_at OR (c.closed_at = r.start_at AND r.start_at = t.created_at)) AND (c.reopened_at IS NULL OR c.reopened_at > r.start_at)),
    late AS (
      SELECT r.ticket_ix, r.nth
      FROM (SELECT * FROM d_run WHERE side = 2 AND closed_at IS NOT NULL AND answered_at IS NOT NULL) r
      LEFT JOIN d_close c ON c.ticket_ix = r.ticket_ix AND c.closed_at = r.closed_at
      GROUP BY r.ticket_ix, r.nth, r.answered_at HAVING coalesce(min(c.reopened_at), r.answered_at) >= r.answered_at)
    SELECT r.ticket_ix, r.nth, (CASE WHEN r.is_opening AND NOT t.is_by_agent THEN 1 ELSE 2 END)::TINYINT AS clock,
      coalesce(w.reopened_at, r.start_at) AS start_at, r.answered_at, r.closed_at, l.nth IS NOT NULL AS is_late
    FROM d_run r JOIN d_ticket t USING (ticket_ix) LEFT JOIN within w USING (ticket_ix, nth) LEFT JOIN late l USING (ticket_ix, nth)
    WHERE r.side = 2 AND (w.nth IS NULL OR (w.reopened_at IS NOT NULL AND (r.answered_at IS NULL OR r.answered_at > w.reopened_at)))`
  );
}

/**
 * A query of legs: when SLA clocks run, whatever was promised. One row a reply clock, several where handovers start it anew; one row an open stretch of a
 * ticket for its close clock.
 * - clock, ticket_ix, nth: of a close clock the number of the close that ends the leg.
 * - start_at: from when on its time counts, as known in [from_at, until_at): until it ends, that very millisecond included, or starts anew.
 * - ends_at, ends: where it ends and how, one of ENDS. runs_until: until when it runs; null = until_at.
 * - reopened_at: from when on the end of a close clock decides nothing.
 */
export async function legsOf(build: Build): Promise<string> {
  await createReplies(build);
  const { none, event, unanswered, late } = ENDS;
  return `
    WITH reply AS (
      SELECT ticket_ix, nth, clock, start_at, start_at AS from_at, closed_at, coalesce(closed_at, answered_at) AS ends_at,
        CASE WHEN closed_at IS NOT NULL THEN ${unanswered} WHEN answered_at IS NOT NULL THEN ${event} ELSE ${none} END AS ends
      FROM d_reply
      UNION ALL SELECT ticket_ix, nth, clock, start_at, answered_at, closed_at, answered_at, ${late} FROM d_reply WHERE is_late),
    handed AS (
      SELECT DISTINCT r.ticket_ix, r.nth, r.ends, h.at
      FROM reply r JOIN d_handover h ON h.ticket_ix = r.ticket_ix AND h.at > r.start_at
        -- one at the millisecond of the close that ends it has happened, one at the millisecond of the reply came too late
        AND h.at < coalesce(r.closed_at + 1, r.ends_at, ${AFTER_ALL})
      WHERE r.clock = 1),
    start AS (
      SELECT ticket_ix, nth, ends, start_at AS "at" FROM reply SEMI JOIN handed USING (ticket_ix, nth, ends)
      UNION ALL SELECT * FROM handed),
    anew AS (SELECT *, lead("at") OVER (PARTITION BY ticket_ix, nth, ends ORDER BY "at") AS next_at FROM start),
    begun AS (
      SELECT *, NULL::BIGINT AS next_at FROM reply ANTI JOIN handed USING (ticket_ix, nth, ends)
      UNION ALL
      SELECT r.* REPLACE (a.at AS start_at, greatest(a.at, r.from_at) AS from_at), a.next_at
      FROM reply r JOIN anew a USING (ticket_ix, nth, ends) WHERE a.next_at IS NULL OR a.next_at > r.from_at),
    -- of a ticket closed at an unknown time nothing runs since then
    gone AS (SELECT ticket_ix, unknown_at FROM d_state WHERE unknown_at IS NOT NULL)
    SELECT l.* REPLACE (least(l.runs_until, g.unknown_at) AS runs_until) FROM (
      SELECT clock, ticket_ix, nth, start_at, from_at, coalesce(next_at, ends_at + 1, ${AFTER_ALL}) AS until_at, CASE WHEN next_at IS NULL THEN ends_at END AS ends_at,
        (CASE WHEN next_at IS NULL THEN ends ELSE ${none} END)::TINYINT AS ends,
        CASE WHEN ends = ${late} THEN from_at WHEN next_at IS NULL THEN ends_at END AS runs_until, NULL::BIGINT AS reopened_at
      FROM begun
      UNION ALL
      SELECT 3, c.ticket_ix, c.nth, t.created_at, greatest(t.created_at, coalesce(b.reopened_at, t.created_at)), c.closed_at + 1, c.closed_at, ${event}, c.closed_at, c.reopened_at
      FROM d_close c JOIN d_ticket t USING (ticket_ix)
      LEFT JOIN d_close b ON b.ticket_ix = CASE WHEN c.nth > 1 THEN c.ticket_ix END AND b.nth = c.nth - 1
      WHERE c.closed_at >= t.created_at
      UNION ALL
      SELECT 3, t.ticket_ix, coalesce(c.nth, 0) + 1, t.created_at, greatest(t.created_at, coalesce(c.reopened_at, t.created_at)), ${AFTER_ALL}, NULL, ${none}, NULL, NULL
      FROM d_ticket t LEFT JOIN (SELECT * FROM d_close WHERE is_last) c USING (ticket_ix)
      WHERE c.ticket_ix IS NULL OR c.reopened_at IS NOT NULL) l
    LEFT JOIN gone g USING (ticket_ix)`;
}
