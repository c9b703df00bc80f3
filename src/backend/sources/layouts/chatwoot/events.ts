import type { LayoutSelect } from '../layout';
import { HISTORY_READS, historySql } from './history';
import { utc } from './sql';

/** Closes and reopenings, what a bot handed over, and by which hours its inbox works. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: {
    ...HISTORY_READS,
    conversations: ['id', 'account_id', 'inbox_id', 'status', 'created_at', 'updated_at'],
    inboxes: ['id', 'working_hours_enabled'],
  },
  select: (_, here) => `
    WITH ${historySql(here)}
    SELECT id AS event_id, conversation_id AS ticket_id, ${utc('at')} AS at, 'status' AS field, state AS to_value,
      CASE WHEN by_bot THEN 'bot' END AS actor_kind
    FROM history
    UNION ALL
    SELECT min(id)::text, conversation_id, ${utc('min(coalesce(event_end_time, created_at))')}, 'handover', NULL, 'bot'
    FROM reporting_events
    WHERE account_id = ${here.option('account')} AND name = 'conversation_bot_handoff'
    GROUP BY conversation_id
    UNION ALL
    SELECT 'hours-' || c.id, c.id, ${utc('c.created_at')}, 'schedule', 'inbox-' || i.id, NULL
    FROM conversations c JOIN inboxes i ON i.id = c.inbox_id
    WHERE c.account_id = ${here.option('account')} AND i.working_hours_enabled`,
  without: {
    from_value: 'Chatwoot writes what became of a conversation, not what it was',
    actor_id: 'Chatwoot writes who had the conversation, not who did it',
  },
};
