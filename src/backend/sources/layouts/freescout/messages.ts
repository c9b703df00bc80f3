import type { LayoutSelect } from '../layout';
import { ACTOR, HISTORY, PUBLISHED, THREADS, writtenAt } from './threads';

/** What was written. What was not sent, or taken back, stays as a draft, which counts nowhere; what a workflow’s robot sent is automatic. */
export const message: LayoutSelect<'message'> = {
  reads: {
    ...HISTORY,
    threads: ['id', 'conversation_id', 'type', 'subtype', 'state', 'source_via', 'created_by_user_id', 'created_by_customer_id', 'created_at', 'updated_at'],
  },
  select: (sql) => `
    SELECT t.id AS message_id, t.conversation_id AS ticket_id, ${writtenAt(sql)} AS sent_at,
      COALESCE(t.created_by_user_id, t.created_by_customer_id) AS author_id,
      CASE WHEN t.type = 1 OR t.type = 8 AND t.source_via = 1 THEN 'customer' ELSE ${ACTOR} END AS author_kind,
      CASE t.type WHEN 3 THEN 'internal' ELSE 'public' END AS visibility,
      CASE
        WHEN t.state <> ${PUBLISHED} THEN 'draft'
        WHEN t.type = 3 THEN 'note'
        WHEN t.type <> 1 AND u.type = 2 THEN 'auto'
        WHEN t.subtype = 1 THEN 'forward'
        ELSE 'reply'
      END AS kind,
      ${sql.shown('t.updated_at')} AS updated_at
    FROM ${THREADS}
    WHERE t.type IN (1, 2, 3, 8)`,
  without: { channel: 'it is the conversation’s', handover: 'FreeScout has no bots that hand over' },
};
