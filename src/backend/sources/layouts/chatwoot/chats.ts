import type { LayoutSelect } from '../layout';
import { CHATS } from './conversations';
import { HISTORY_READS, historySql } from './history';
import { authorOf, kindOf, SAID } from './said';
import { utc } from './sql';

/** A chat for each time that a conversation of a chat channel was open: Chatwoot has no sessions of its own. */
export const chatSession: LayoutSelect<'chat_session'> = {
  reads: {
    ...HISTORY_READS,
    conversations: ['id', 'account_id', 'inbox_id', 'status', 'created_at', 'updated_at'],
    inboxes: ['id', 'channel_type'],
    messages: ['account_id', 'conversation_id', 'created_at', ...SAID],
  },
  select: (_, here) => `
    WITH ${historySql(here)},
    chats AS (
      SELECT c.id, c.created_at, c.updated_at
      FROM conversations c JOIN inboxes i ON i.id = c.inbox_id
      WHERE c.account_id = ${here.option('account')} AND i.channel_type IN (${CHATS})
    ),
    marks AS (
      SELECT id AS conversation_id, 'c' || id AS id, created_at AS at, 'open' AS state, false AS by_bot, 0 AS place FROM chats
      UNION ALL
      SELECT h.conversation_id, h.id, h.at, h.state, h.by_bot, 1 FROM history h JOIN chats ON chats.id = h.conversation_id
    ),
    changes AS (
      SELECT *, lag(state) OVER before AS former
      FROM marks
      WINDOW before AS (PARTITION BY conversation_id ORDER BY place, at, id)
    ),
    spans AS (
      SELECT conversation_id, id, state, at AS started_at, lead(at) OVER next AS ended_at, lead(by_bot) OVER next AS by_bot
      FROM changes
      WHERE state IS DISTINCT FROM former
      WINDOW next AS (PARTITION BY conversation_id ORDER BY place, at, id)
    )
    SELECT s.id AS session_id, s.conversation_id AS ticket_id, ${utc('s.started_at')} AS started_at, ${utc('answer.first_at')} AS first_agent_at,
      ${utc('s.ended_at')} AS ended_at, CASE WHEN s.by_bot THEN 'bot' END AS ended_by, ${utc('chats.updated_at')} AS updated_at
    FROM spans s
      JOIN chats ON chats.id = s.conversation_id
      CROSS JOIN LATERAL (
        SELECT min(m.created_at) AS first_at
        FROM messages m
        WHERE m.conversation_id = s.conversation_id AND m.account_id = ${here.option('account')} AND m.message_type = 1
          AND m.created_at >= s.started_at AND (s.ended_at IS NULL OR m.created_at <= s.ended_at)
          AND ${authorOf('m')} = 'agent' AND ${kindOf('m')} = 'reply'
      ) AS answer
    WHERE s.state = 'open'`,
};
