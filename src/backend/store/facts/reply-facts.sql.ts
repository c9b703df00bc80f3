import { ownerAt, spanJoin, ticketColumns } from './at-instant.sql';
import type { Build } from './build';

/** message_fact: one row a human message. */
export async function createMessageFact(build: Build): Promise<void> {
  await build.create(
    'message_fact',
    `
    SELECT ${ticketColumns(ownerAt('m.sent_at'))}, m.sent_at, m.side::INTEGER AS direction, m.author_ix FROM d_message m JOIN d_ticket t USING (ticket_ix) ${spanJoin('m.sent_at')} ORDER BY m.sent_at`
  );
}

/** wait_fact: when an open ticket's last human row was the customer's. Its age counts from counts_from_at: the run's start, later by the time that the ticket was closed since. */
export async function createWaitFact(build: Build): Promise<void> {
  const last = Number.MAX_SAFE_INTEGER;
  await build.temp(
    'd_wait',
    `
    SELECT * FROM (
      SELECT r.ticket_ix, r.start_at AS waited_from_at, greatest(r.start_at, o.opened_at) AS begins_at,
        CASE WHEN r.next_at IS NULL AND o.closed_at IS NULL THEN NULL ELSE least(coalesce(r.next_at, o.closed_at), coalesce(o.closed_at, r.next_at)) END AS ends_at
      FROM d_run r JOIN d_open o ON o.ticket_ix = r.ticket_ix AND r.start_at < coalesce(o.closed_at, ${last}) AND coalesce(r.next_at, ${last}) > o.opened_at
      WHERE r.side = 2)
    WHERE ends_at IS NULL OR ends_at > begins_at`
  );
  await build.create(
    'wait_fact',
    `
    SELECT ${ticketColumns(ownerAt('w.begins_at'))}, w.waited_from_at, w.waited_from_at + coalesce(k.still_ms, 0) AS counts_from_at, w.begins_at, w.ends_at
    FROM d_wait w
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('w.begins_at')}
    LEFT JOIN (
      SELECT w.ticket_ix, w.begins_at, sum(s.reopened_at - s.closed_at)::BIGINT AS still_ms
      FROM d_wait w JOIN d_stretch s ON s.ticket_ix = w.ticket_ix AND s.cut_at > w.waited_from_at AND s.reopened_at <= w.begins_at
      GROUP BY w.ticket_ix, w.begins_at) k ON k.ticket_ix = w.ticket_ix AND k.begins_at = w.begins_at
    ORDER BY w.begins_at`
  );
  await build.drop('d_wait');
}
