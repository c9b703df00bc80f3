import type { Columns, Here, LayoutSelect } from '../layout';
import { isBot } from '../zendesk/people';

/** What chats are made of, where they are replicated. */
export const CHAT_EVENTS: Columns = {
  ticket_chat: ['chat_id', 'ticket_id'],
  ticket_chat_event: ['chat_id', 'created_at', 'actor_id', 'chat_index', 'type', 'is_history_context', '_fivetran_synced'],
};

/** Whether chats are replicated. */
export const hasChats = ({ has }: Here): boolean => has('ticket_chat', 'ticket_id') && has('ticket_chat_event', 'type');

/** The events of chats: `said`, whether it is a line, and `by`, a user’s number as text. An agent’s number has a word before it; programs have a word alone. */
const EVENTS = `
  SELECT h.ticket_id, e.chat_id, e.chat_index, e.created_at, e.type, e.type IN ('ChatMessage', 'ChatFileAttachment') AS said,
    substring(e.actor_id FROM '^(?:agent:)?([0-9]+)$') AS by, e.actor_id ~ '^agent:[0-9]+$' AS is_agent, e._fivetran_synced AS synced
  FROM ticket_chat_event e JOIN ticket_chat h ON h.chat_id = e.chat_id
  WHERE NOT coalesce(e.is_history_context, false)`;

/** Who did something in a chat. */
const actorOf = (here: Here): string => `CASE WHEN e.by IS NULL OR ${isBot('e.by', here)} THEN 'bot' WHEN e.is_agent THEN 'agent' ELSE 'customer' END`;

/** Whether a comment `c` is the transcript of a chat: it is written while the chat lasts, or within ten minutes after. */
export const IN_CHAT = `c.id IN (
    SELECT o.id
    FROM ticket_comment o JOIN (
      SELECT ticket_id, min(created_at) AS began_at, max(created_at) + interval '10 minutes' AS ended_at FROM (${EVENTS}) AS e GROUP BY ticket_id, chat_id
    ) AS h ON h.ticket_id = o.ticket_id AND o.created BETWEEN h.began_at AND h.ended_at
  )`;

/** The lines of chats as messages. */
export const chatMessages = (here: Here): string => `
    SELECT 'chat-' || e.chat_id || '-' || e.chat_index, e.ticket_id, e.created_at, e.by, ${actorOf(here)}, 'public', 'reply', 'chat', e.synced
    FROM (${EVENTS}) AS e
    WHERE e.said`;

/** Chats, from their first event to the last time that somebody left. */
export const chatSession: LayoutSelect<'chat_session'> = {
  reads: CHAT_EVENTS,
  select: (_, here) => `
    SELECT e.chat_id AS session_id, e.ticket_id, min(e.created_at) AS started_at,
      min(e.created_at) FILTER (WHERE e.said AND ${actorOf(here)} = 'agent') AS first_agent_at,
      max(e.created_at) FILTER (WHERE e.type = 'ChatLeave') AS ended_at,
      (array_agg(${actorOf(here)} ORDER BY e.created_at DESC, e.chat_index DESC) FILTER (WHERE e.type = 'ChatLeave'))[1] AS ended_by,
      max(e.synced) AS updated_at
    FROM (${EVENTS}) AS e
    GROUP BY e.chat_id, e.ticket_id`,
  optional: 'no chats were replicated',
};
