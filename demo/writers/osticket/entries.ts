import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';
import { staffOf } from './people';

/** An agent whose row is gone, where the demo has lost who wrote something. */
const GONE = 9999;

/** What was written: calls, campaigns and surveys are no entries; what is forwarded is a note; what a bot or the helpdesk itself wrote is a reply of nobody. */
const WRITTEN = `
  SELECT m.*, a.is_bot
  FROM canonical_message m JOIN told USING (ticket_id) LEFT JOIN canonical_agent a ON a.agent_id = m.author_id
  WHERE m.kind IN ('reply', 'auto', 'note', 'forward', 'draft')`;

/** Entries, and the heads of mails that a machine sent for a customer. */
export const ENTRIES: readonly Told[] = [
  {
    table: 'ost_thread_entry',
    select: `
      SELECT ${numberOf('w.message_id')} AS id, ${numberOf('w.ticket_id')} AS thread_id,
        CASE WHEN w.author_kind <> 'agent' OR w.is_bot OR w.kind = 'auto' THEN 0 WHEN w.author_id IS NULL THEN ${GONE} ELSE ${staffOf('w.author_id')} END AS staff_id,
        CASE WHEN w.author_kind = 'customer' THEN ${numberOf('w.author_id')} ELSE 0 END AS user_id,
        CASE WHEN w.kind IN ('note', 'forward') THEN 'N' WHEN w.author_kind = 'customer' THEN 'M' ELSE 'R' END AS type,
        CASE WHEN w.kind = 'draft' THEN 4 ELSE 0 END AS flags, w.sent_at AS created, coalesce(w.updated_at, w.sent_at) AS updated
      FROM (${WRITTEN}) w`,
  },
  {
    table: 'ost_thread_entry_email',
    select: `
      SELECT ${numberOf('message_id')} AS id, ${numberOf('message_id')} AS thread_entry_id,
        CASE kind WHEN 'auto' THEN 'From: x@example.com' || chr(10) || 'Auto-Submitted: auto-replied' || chr(10) || 'Subject: x' ELSE 'From: x@example.com' END AS headers
      FROM (${WRITTEN}) WHERE author_kind = 'customer'`,
  },
];
