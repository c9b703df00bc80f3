import type { Build } from './build';

/** Whether a canonical message is a human's reply: nobody misses a note, a draft or a bot's. `isBot` tells of its author. */
export function isHumanReply(message: string, isBot: string): string {
  return `${message}.visibility = 'public' AND ${message}.kind = 'reply'
      AND (${message}.author_kind = 'customer' OR (${message}.author_kind = 'agent' AND NOT ${isBot}))`;
}

/** The first reply of an agent to each ticket that has one: ticket_ix, replied_at. */
export const FIRST_REPLIES = '(SELECT ticket_ix, min(sent_at) AS replied_at FROM d_message WHERE side = 1 GROUP BY ticket_ix)';

/**
 * d_message (ticket_ix, sent_at, side, author_ix, message_id): public human messages; side 1 = an agent's, 2 = a customer's.
 * d_run (ticket_ix, nth, side, author_ix, start_at, length, before_at): runs of one side, the virtual creation row included;
 * before_at is the first row of the run before.
 */
export async function createConversation(build: Build): Promise<void> {
  const isKnown = build.has('agent');
  await build.temp(
    'd_message',
    `
    SELECT d.ix AS ticket_ix, m.sent_at, (CASE WHEN m.author_kind = 'agent' THEN 1 ELSE 2 END)::TINYINT AS side,
      (CASE WHEN m.author_kind = 'agent' THEN coalesce(a.ix, 0) ELSE 0 END)::INTEGER AS author_ix, m.message_id
    FROM ${build.source('message')} m
    JOIN ${build.target('dim_ticket')} d ON d.id = m.ticket_id
    LEFT JOIN ${isKnown ? `(SELECT a.* FROM ${build.target('dim_agent')} a SEMI JOIN ${build.source('agent')} g ON g.agent_id = a.id)` : build.target('dim_agent')} a ON a.id = m.author_id
    WHERE ${isHumanReply('m', 'coalesce(a.is_bot, false)')}`
  );
  // the order: sent_at, the virtual creation row first, then message_id as text
  await build.temp(
    'd_run',
    `
    WITH line AS (
      SELECT ticket_ix, sent_at AS "at", side, author_ix, 1 AS is_message, message_id FROM d_message
      UNION ALL
      SELECT ticket_ix, created_at, 2::TINYINT, 0::INTEGER, 0, '' FROM d_ticket WHERE is_by_customer),
    placed AS (
      SELECT ticket_ix, "at", side, author_ix, lag(side) OVER w AS before, row_number() OVER w AS place, count(*) OVER (PARTITION BY ticket_ix) AS rows
      FROM line WINDOW w AS (PARTITION BY ticket_ix ORDER BY "at", is_message, message_id)),
    start AS (SELECT * FROM placed WHERE before IS NULL OR before <> side)
    SELECT ticket_ix, (row_number() OVER w)::INTEGER AS nth, side, author_ix, "at" AS start_at,
      (coalesce(lead(place) OVER w, rows + 1) - place)::INTEGER AS length, lag("at") OVER w AS before_at, lead("at") OVER w AS next_at
    FROM start WINDOW w AS (PARTITION BY ticket_ix ORDER BY place)`
  );
}
