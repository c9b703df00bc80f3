import { lastOwnerAt, OWNER_AT_CREATION, ownerAt, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import { AFTER_ALL, BEFORE_ALL, type Build } from './build';
import { closeTimeColumns } from './close-times.sql';
import type { Slots } from './slots.sql';

/** ticket_fact: one row a ticket, its owner that at creation. */
export async function createTicketFact(build: Build): Promise<void> {
  await build.create('ticket_fact', `SELECT ${ticketColumns(OWNER_AT_CREATION)}, t.created_at, t.created_by FROM d_ticket t ORDER BY t.created_at`);
  await build.create(
    'ticket_tag',
    `
    SELECT DISTINCT d.ix AS ticket_ix, g.ix AS tag_ix
    FROM (SELECT ticket_id, unnest(tags) AS tag FROM ${build.source('ticket')}) t
    JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id JOIN ${build.target('dim_tag')} g ON g.id = t.tag`
  );
}

/**
 * d_done (ticket_ix, nth, replies, turns): what agents had done before a close; d_late (ticket_ix, nth, late_reply_at): what they wrote in the run that
 * answers across it. Tables of their own, so that it is known how few they are.
 */
async function createAnswersOf(build: Build): Promise<void> {
  const runs = (which: string) => `
    d_close c JOIN d_break b USING (ticket_ix, closed_at)
    JOIN d_run r ON r.ticket_ix = c.ticket_ix AND r.side = 1 AND NOT r.is_opening AND ${which}`;
  await build.temp(
    'd_done',
    `
    SELECT c.ticket_ix, c.nth, sum(r.length) AS replies, count(*) AS turns
    FROM ${runs('r.start_at < b.at')}
    GROUP BY c.ticket_ix, c.nth`
  );
  await build.temp(
    'd_across',
    `SELECT c.ticket_ix, c.nth, r.length, r.start_at FROM ${runs('r.is_after_close AND r.start_at >= b.at AND r.answers_at < b.at')}`
  );
  // of what agents wrote from its start on, its rows are the first
  await build.temp(
    'd_late',
    `
    SELECT r.ticket_ix, r.nth, list_sort(list(m.sent_at))[1:any_value(r.length)] AS late_reply_at
    FROM d_across r JOIN d_message m ON m.ticket_ix = r.ticket_ix AND m.side = 1 AND m.sent_at >= r.start_at
    GROUP BY r.ticket_ix, r.nth`
  );
}

/** close_fact: one row a close, with what agents had done by then, and answered across it. */
export async function createCloseFact(build: Build, slots: Slots): Promise<void> {
  await createAnswersOf(build);
  await build.create(
    'close_fact',
    `
    SELECT ${ticketColumns(lastOwnerAt('r.closed_at'))}, r.actor_ix::INTEGER AS closed_by_ix, r.actor_kind::INTEGER AS closed_by_kind, r.created_at, r.closed_at, r.reopened_at, r.nth, r.is_last, r.closed_at - r.created_at AS close_ms, r.close_biz_ms,
      ${closeTimeColumns('(r.closed_at - r.created_at)', 'r.close_biz_ms')},
      coalesce(m.replies, 0)::INTEGER AS replies_before, coalesce(m.turns, 0)::INTEGER AS turns_before, coalesce(len(v.late_reply_at), 0)::INTEGER AS late_replies, v.late_reply_at,
      v.late_reply_at[-1] AS late_until_at, coalesce(w.reopens, 0)::INTEGER AS reopens, e.ticket_ix IS NOT NULL AS is_ever_reopened,
      r.closed_at < r.created_at AS is_skewed
    FROM (${await withBusinessTime(build, slots, { rows: 'FROM d_closed', from: 'created_at', to: 'closed_at', as: 'close_biz_ms' })}) r
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.closed_at')}
    LEFT JOIN d_left_out l ON l.ticket_ix = r.ticket_ix AND l.nth = r.nth
    LEFT JOIN d_done m ON m.ticket_ix = r.ticket_ix AND m.nth = r.nth
    LEFT JOIN d_late v ON v.ticket_ix = r.ticket_ix AND v.nth = r.nth
    LEFT JOIN (SELECT DISTINCT ticket_ix FROM d_flip WHERE NOT is_closed) e ON e.ticket_ix = r.ticket_ix
    LEFT JOIN (SELECT ticket_ix, count(*) FILTER (NOT is_closed) OVER (PARTITION BY ticket_ix ORDER BY n) AS reopens, is_closed, count(*) FILTER (is_closed) OVER (PARTITION BY ticket_ix ORDER BY n) AS nth FROM d_flip) w
      ON w.ticket_ix = r.ticket_ix AND w.nth = r.nth AND w.is_closed
    ORDER BY r.closed_at`
  );
  await build.drop('d_done', 'd_across', 'd_late');
}

/** open_fact and flow_fact: when tickets were open, and each creation, reopening and close. */
export async function createOpenFacts(build: Build): Promise<void> {
  await build.create(
    'open_fact',
    `
    SELECT ${ticketColumns(ownerAt('o.opened_at'))}, t.created_at, o.opened_at, o.closed_at FROM d_open o JOIN d_ticket t USING (ticket_ix) ${spanJoin('o.opened_at')} ORDER BY o.opened_at`
  );
  // who had a ticket when, for the owner and team of what holds at an instant; least and greatest pass over nulls
  const plain = 'FROM d_ticket WHERE NOT is_complex';
  const both = 'owner_at IS NOT NULL AND team_at IS NOT NULL AND owner_at <> team_at';
  const since = (field: 'owner' | 'team') => `CASE WHEN ${field}_at <= least(owner_at, team_at) THEN ${field}1_ix ELSE ${field}0_ix END`;
  await build.create(
    'owner_span',
    `
    SELECT ticket_ix, ${BEFORE_ALL}::BIGINT AS from_at, coalesce(least(owner_at, team_at), ${AFTER_ALL})::BIGINT AS to_at, owner0_ix::INTEGER AS owner_ix, team0_ix::INTEGER AS team_ix ${plain}
    UNION ALL SELECT ticket_ix, least(owner_at, team_at), CASE WHEN ${both} THEN greatest(owner_at, team_at) ELSE ${AFTER_ALL} END, ${since('owner')}, ${since('team')}
      ${plain} AND least(owner_at, team_at) IS NOT NULL
    UNION ALL SELECT ticket_ix, greatest(owner_at, team_at), ${AFTER_ALL}, owner1_ix, team1_ix ${plain} AND ${both}
    UNION ALL SELECT ticket_ix, from_at, to_at, owner_ix, team_ix FROM d_span ORDER BY ticket_ix`
  );
  const { owner, team } = ownerAt('e.at_ms');
  await build.create(
    'flow_fact',
    `
    SELECT ${ticketColumns({ owner: `CASE WHEN e.weight < 0 THEN ${lastOwnerAt('e.at_ms').owner} ELSE ${owner} END`, team })},
      e.at_ms, e.weight::INTEGER AS weight, e.is_reopening, e.ticket_ix NOT IN (SELECT ticket_ix FROM d_state WHERE unknown_at IS NOT NULL) AS is_balanced
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
