import type { LayoutSelect } from '../layout';
import { CHAT_EVENTS, chatMessages, hasChats, IN_CHAT } from './chats';
import { kindOfPerson, personOf } from '../zendesk/people';
import { ROLE, STAFF } from './people';

/** Comments; a private one is a note, a deleted one stays as a draft, which counts nowhere. Of a chat the lines that were written count, not the transcript. */
export const message: LayoutSelect<'message'> = {
  reads: {
    ticket_comment: ['id', 'ticket_id', 'user_id', 'created', 'public', 'voice_comment', 'facebook_comment', 'tweet', '_fivetran_synced'],
    ticket: ['id', 'requester_id', 'assignee_id', '_fivetran_synced'],
    user: ROLE,
  },
  maybe: { ticket_comment: ['_fivetran_deleted'], ...CHAT_EVENTS },
  select: (_, here) => `
    WITH staff AS (${STAFF})
    SELECT ${hasChats(here) ? 'c.id::text' : 'c.id'} AS message_id, c.ticket_id, c.created AS sent_at, ${personOf('c.user_id')}${hasChats(here) ? '::text' : ''} AS author_id,
      ${kindOfPerson('c.user_id', 't.requester_id', 'staff', 'u', here)} AS author_kind,
      CASE WHEN c.public THEN 'public' ELSE 'internal' END AS visibility,
      CASE
        ${here.has('ticket_comment', '_fivetran_deleted') ? `WHEN c._fivetran_deleted THEN 'draft'` : ''}
        WHEN NOT coalesce(c.public, false) THEN 'note'
        ${hasChats(here) ? `WHEN ${IN_CHAT} THEN 'auto'` : ''}
        WHEN c.voice_comment THEN 'call'
        ELSE 'reply'
      END AS kind,
      CASE WHEN c.facebook_comment THEN 'facebook' WHEN c.tweet THEN 'twitter' WHEN c.voice_comment THEN 'phone' END AS channel,
      greatest(c._fivetran_synced, t._fivetran_synced, u._fivetran_synced) AS updated_at
    FROM ticket_comment c
      LEFT JOIN ticket t ON t.id = c.ticket_id
      LEFT JOIN "user" u ON u.id = c.user_id
      LEFT JOIN staff ON staff.id = c.user_id
    ${hasChats(here) ? `UNION ALL ${chatMessages(here)}` : ''}`,
  without: { handover: 'Zendesk does not say when a bot gives a conversation to people' },
};
