import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import { closeTimeColumns } from './close-times.sql';
import type { Slots } from './slots.sql';

/** ticket_fact: one row a ticket, its owner that at creation. */
export async function createTicketFact(build: Build): Promise<void> {
  await build.create('ticket_fact', `SELECT ${ticketColumns('t.created_owner_ix')}, t.created_at, t.created_by FROM d_ticket t ORDER BY t.created_at`);
  await build.create(
    'ticket_tag',
    `
    SELECT DISTINCT d.ix AS ticket_ix, g.ix AS tag_ix
    FROM (SELECT ticket_id, unnest(tags) AS tag FROM ${build.source('ticket')}) t
    JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id JOIN ${build.target('dim_tag')} g ON g.id = t.tag`
  );
}

/** close_fact: one row a close, with what agents had done by then. */
export async function createCloseFact(build: Build, slots: Slots): Promise<void> {
  const rows = `
    SELECT c.ticket_ix, c.closed_at, c.reopened_at, c.nth, c.is_last, t.created_at, p.calendar_ix
    FROM d_close c JOIN d_ticket t USING (ticket_ix) ${spanJoin('t.created_at')} ${planJoin('close', 't.created_at')}`;
  // the run that answers across the close counts as one before it
  const done = `
    SELECT c.ticket_ix, c.nth, sum(r.length) AS replies, count(*) AS turns
    FROM d_close c JOIN d_break b USING (ticket_ix, closed_at)
    JOIN d_run r ON r.ticket_ix = c.ticket_ix AND r.side = 1 AND NOT r.is_opening AND (r.start_at < b.at OR r.answers_at < b.at)
    GROUP BY c.ticket_ix, c.nth`;
  await build.create(
    'close_fact',
    `
    SELECT ${ticketColumns(ownerAt('r.closed_at'))}, r.created_at, r.closed_at, r.reopened_at, r.nth, r.is_last, r.closed_at - r.created_at AS close_ms, r.close_biz_ms,
      ${closeTimeColumns('(r.closed_at - r.created_at)', 'r.close_biz_ms')},
      coalesce(m.replies, 0)::INTEGER AS agent_replies, coalesce(m.turns, 0)::INTEGER AS agent_turns, coalesce(w.reopens, 0)::INTEGER AS reopens, e.ticket_ix IS NOT NULL AS is_ever_reopened
    FROM (${await withBusinessTime(build, slots, { rows, from: 'created_at', to: 'closed_at', as: 'close_biz_ms' })}) r
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.closed_at')}
    LEFT JOIN d_left_out l ON l.ticket_ix = r.ticket_ix AND l.nth = r.nth
    LEFT JOIN (${done}) m ON m.ticket_ix = r.ticket_ix AND m.nth = r.nth
    LEFT JOIN (SELECT DISTINCT ticket_ix FROM d_flip WHERE NOT is_closed) e ON e.ticket_ix = r.ticket_ix
    LEFT JOIN (SELECT ticket_ix, count(*) FILTER (NOT is_closed) OVER (PARTITION BY ticket_ix ORDER BY n) AS reopens, is_closed, count(*) FILTER (is_closed) OVER (PARTITION BY ticket_ix ORDER BY n) AS nth FROM d_flip) w
      ON w.ticket_ix = r.ticket_ix AND w.nth = r.nth AND w.is_closed
    ORDER BY r.closed_at`
  );
}

/** open_fact and flow_fact: when tickets were open, and each creation, reopening and close. */
export async function createOpenFacts(build: Build): Promise<void> {
  await build.create(
    'open_fact',
    `
    SELECT ${ticketColumns(ownerAt('o.opened_at'))}, t.created_at, o.opened_at, o.closed_at FROM d_open o JOIN d_ticket t USING (ticket_ix) ${spanJoin('o.opened_at')} ORDER BY o.opened_at`
  );
  // who owned a ticket when, for the owner of what holds at an instant
  const [first, last] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  await build.create(
    'owner_span',
    `
    SELECT ticket_ix, ${first}::BIGINT AS from_at, coalesce(owner_at, ${last})::BIGINT AS to_at, owner0_ix::INTEGER AS owner_ix FROM d_ticket WHERE NOT is_complex
    UNION ALL SELECT ticket_ix, owner_at, ${last}, owner1_ix FROM d_ticket WHERE NOT is_complex AND owner_at IS NOT NULL
    UNION ALL SELECT ticket_ix, from_at, to_at, owner_ix FROM d_span ORDER BY ticket_ix`
  );
  await build.create(
    'flow_fact',
    `
    SELECT ${ticketColumns(ownerAt('e.at_ms'))}, e.at_ms, e.weight::INTEGER AS weight, e.is_reopening
    FROM (SELECT ticket_ix, created_at AS at_ms, 1 AS weight, false AS is_reopening FROM d_ticket
      UNION ALL SELECT ticket_ix, "at", CASE WHEN is_closed THEN -1 ELSE 1 END, NOT is_closed FROM d_flip) e
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('e.at_ms')} ORDER BY e.at_ms`
  );
}

/** transfer_fact: changes of owner (1) or team (2) from somebody to somebody else. */
export async function createTransferFact(build: Build): Promise<void> {
  const moves = (kind: number, table: string) =>
    `SELECT ticket_ix, "at" AS moved_at, ${kind} AS kind, prev_ix AS from_ix, to_ix FROM ${table} WHERE prev_ix > 0 AND to_ix > 0 AND prev_ix <> to_ix`;
  await build.create(
    'transfer_fact',
    `
    SELECT ${ticketColumns(ownerAt('e.moved_at'))}, e.moved_at, e.kind::INTEGER AS kind, e.from_ix::INTEGER AS from_ix, e.to_ix::INTEGER AS to_ix
    FROM (${moves(1, 'd_owner_change')} UNION ALL ${moves(2, 'd_team_change')}) e JOIN d_ticket t USING (ticket_ix) ${spanJoin('e.moved_at')} ORDER BY e.moved_at`
  );
}
