import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/** message_fact: one row a human message. */
export async function createMessageFact(build: Build): Promise<void> {
  await build.create(
    'message_fact',
    `
    SELECT ${ticketColumns(ownerAt('m.sent_at'))}, m.sent_at, m.side::INTEGER AS direction, m.author_ix FROM d_message m JOIN d_ticket t USING (ticket_ix) ${spanJoin('m.sent_at')} ORDER BY m.sent_at`
  );
}

/** chat_fact: one row a session; it waits from the last handover in it, else from its start. */
export async function createChatFact(build: Build, slots: Slots): Promise<void> {
  await build.temp(
    'd_chat',
    `
    SELECT d.ix AS ticket_ix, x.ix AS session_ix, c.started_at, c.first_agent_at, c.ended_at,
      coalesce((SELECT max(h.at) FROM d_handover h WHERE h.ticket_ix = d.ix AND h.at >= c.started_at AND h.at <= coalesce(c.first_agent_at, c.ended_at, ${Number.MAX_SAFE_INTEGER})), c.started_at) AS waited_from_at
    FROM ${build.source('chat_session')} c JOIN ${build.target('dim_ticket')} d ON d.id = c.ticket_id JOIN ${build.target('dim_session')} x ON x.id = c.session_id`
  );
  // the first agent message dates a wait; one without an answer goes by its start
  const rows = `
    SELECT c.*, coalesce(c.first_agent_at, c.waited_from_at) AS until_at, p.calendar_ix
    FROM d_chat c JOIN d_ticket t USING (ticket_ix) ${spanJoin('coalesce(c.first_agent_at, c.waited_from_at)')} ${planJoin('first_reply', 'coalesce(c.first_agent_at, c.waited_from_at)')}`;
  const timed = await withBusinessTime(build, slots, { rows, from: 'waited_from_at', to: 'until_at', as: 'wait_biz_ms', asked: 'asked_in_hours' });
  await build.create(
    'chat_fact',
    `
    SELECT ${ticketColumns(ownerAt('coalesce(c.first_agent_at, c.started_at)'))}, c.session_ix, c.started_at, c.first_agent_at, c.ended_at, c.waited_from_at,
      c.first_agent_at - c.waited_from_at AS wait_ms, CASE WHEN c.first_agent_at IS NOT NULL THEN c.wait_biz_ms END AS wait_biz_ms,
      CASE WHEN c.first_agent_at IS NOT NULL THEN false WHEN c.ended_at IS NOT NULL THEN true END AS is_abandoned,
      (${ownerAt('c.started_at', 'z')})::INTEGER AS started_owner_ix, coalesce(m.author_ix, 0)::INTEGER AS author_ix, c.asked_in_hours
    FROM (${timed}) c JOIN d_ticket t USING (ticket_ix) ${spanJoin('coalesce(c.first_agent_at, c.started_at)')} ${spanJoin('c.started_at', 'z')}
    LEFT JOIN (
      SELECT c.session_ix, arg_min(m.author_ix, (m.sent_at, m.message_key)) AS author_ix
      FROM d_chat c JOIN d_message m ON m.ticket_ix = c.ticket_ix AND m.side = 1 AND c.first_agent_at IS NOT NULL AND m.sent_at >= c.started_at AND (c.ended_at IS NULL OR m.sent_at <= c.ended_at)
      GROUP BY c.session_ix) m USING (session_ix)
    ORDER BY c.started_at`
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
