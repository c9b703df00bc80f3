import type { LayoutSelect } from '../layout';
import { agentIdOf } from './people';
import { authorOf, kindOf, SAID } from './said';
import { utc } from './sql';

/** Every message but those by which Chatwoot tells what was done: their texts are in the account’s language. A deleted one stays as a draft, which counts nowhere. */
export const message: LayoutSelect<'message'> = {
  reads: { messages: ['id', 'account_id', 'conversation_id', 'sender_id', 'created_at', 'updated_at', ...SAID] },
  select: (_, here) => `
    SELECT m.id AS message_id, m.conversation_id AS ticket_id, ${utc('m.created_at')} AS sent_at,
      CASE m.message_type
        WHEN 0 THEN CASE m.sender_type WHEN 'Contact' THEN m.sender_id::text END
        WHEN 1 THEN ${agentIdOf('m.sender_type', 'm.sender_id')}
      END AS author_id,
      ${authorOf('m')} AS author_kind,
      CASE WHEN m.private THEN 'internal' ELSE 'public' END AS visibility,
      ${kindOf('m')} AS kind,
      ${utc('m.updated_at')} AS updated_at
    FROM messages m
    WHERE m.account_id = ${here.option('account')} AND m.message_type IN (0, 1, 3)`,
  without: { channel: 'it is the conversation’s', handover: 'it is an event' },
};
