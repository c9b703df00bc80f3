import type { Columns, Here } from '../layout';

/** What a conversation’s history is made of. */
export const HISTORY_READS: Columns = {
  reporting_events: ['id', 'account_id', 'conversation_id', 'name', 'event_end_time', 'created_at'],
  conversations: ['id', 'account_id', 'status', 'updated_at'],
  messages: ['account_id', 'conversation_id', 'message_type', 'sender_type', 'private', 'created_at'],
};

/**
 * CTEs that end in `history (conversation_id, id, at, state, by_bot)`: each close and reopening once. A retried job writes an event twice, and a close by a
 * bot is written beside the same close. Until August 2025 nothing was written for a reopening: where two closes follow each other, or a conversation is not
 * closed whose history ends in a close, it is dated by the customer’s first message since, else by the first that an agent wrote; what is open now
 * without either, by the last thing that was done, whatever that was.
 */
export function historySql(here: Here): string {
  return `
    written AS (
      SELECT e.conversation_id, CASE e.name WHEN 'conversation_opened' THEN 'open' ELSE 'closed' END AS state,
        coalesce(e.event_end_time, e.created_at) AS at, min(e.id) AS id, bool_or(e.name = 'conversation_bot_resolved') AS by_bot
      FROM reporting_events e
      WHERE e.account_id = ${here.option('account')} AND e.name IN ('conversation_resolved', 'conversation_bot_resolved', 'conversation_opened')
      GROUP BY 1, 2, 3
    ),
    steps AS (
      SELECT *, lead(state) OVER next AS next_state, lead(at) OVER next AS next_at
      FROM written
      WINDOW next AS (PARTITION BY conversation_id ORDER BY at, id)
    ),
    unwritten AS (
      SELECT s.conversation_id, s.id,
        CASE WHEN s.next_at IS NULL THEN coalesce(since.asked, since.answered, since.done, greatest(c.updated_at, s.at))
          ELSE coalesce(since.asked, since.answered) END AS at
      FROM steps s
        JOIN conversations c ON c.id = s.conversation_id AND c.account_id = ${here.option('account')}
        CROSS JOIN LATERAL (
          SELECT min(m.created_at) FILTER (WHERE m.message_type = 0) AS asked,
            min(m.created_at) FILTER (WHERE m.message_type = 1 AND m.sender_type = 'User' AND NOT m.private) AS answered,
            max(m.created_at) FILTER (WHERE m.message_type = 2) AS done
          FROM messages m
          WHERE m.conversation_id = s.conversation_id AND m.account_id = ${here.option('account')}
            AND m.created_at > s.at AND (s.next_at IS NULL OR m.created_at <= s.next_at)
        ) AS since
      WHERE s.state = 'closed' AND (s.next_state = 'closed' OR s.next_at IS NULL AND c.status <> 1)
    ),
    history AS (
      SELECT conversation_id, id::text AS id, at, state, by_bot FROM written
      UNION ALL
      SELECT conversation_id, 'reopened-' || id, at, 'open', false FROM unwritten WHERE at IS NOT NULL
    )`;
}
