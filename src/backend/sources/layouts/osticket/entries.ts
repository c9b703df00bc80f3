import type { Here, LayoutSelect } from '../layout';
import { byAgent, idOf, OF_TICKETS, writtenAt } from './threads';

/** Flags of an entry. */
const ORIGINAL = 1;
const EDITED = 2;
const HIDDEN = 4;
const FROM_MERGED = 1024;

/** What mail programs write into the head of an automatic answer. */
const AUTOMATIC = ['Auto-Submitted: auto-replied', 'Auto-Submitted: auto-generated', 'X-Autoreply: yes', 'X-Autorespond:', 'Precedence: auto_reply'];

/** Whether a customer’s mail was answered by a machine; osTicket itself keeps no mark of it. */
const isAutomatic = ({ has }: Here): string =>
  has('ost_thread_entry_email', 'headers')
    ? `EXISTS (
        SELECT 1 FROM ost_thread_entry_email mail
        WHERE mail.thread_entry_id = m.id AND (${AUTOMATIC.map((line) => `CONCAT(CHAR(10), mail.headers) LIKE CONCAT('%', CHAR(10), '${line}%')`).join(' OR ')}))`
    : 'FALSE';

/** The thread in which an entry was written: what came from a merged ticket says so elsewhere. */
const threadOf = ({ has }: Here): string =>
  has('ost_thread_entry_merge', 'data')
    ? `COALESCE((
        SELECT MAX(SUBSTRING_INDEX(origin.data, ':', -1) + 0) FROM ost_thread_entry_merge origin
        WHERE origin.thread_entry_id = m.id AND origin.data LIKE '{"thread":%'), m.thread_id)`
    : 'm.thread_id';

/** Whether an agent wrote the first entry of a ticket in its customer’s name: it was the agent who opened the ticket. */
const isTyped = (here: Here): string => `
  m.type = 'M' AND m.flags & ${ORIGINAL} = ${ORIGINAL} AND EXISTS (
    SELECT 1 FROM ost_thread_event began JOIN ost_event b ON b.id = began.event_id AND b.name = 'created'
    WHERE began.thread_id = ${threadOf(here)} AND ${byAgent('began')})`;

/** Every entry but those that an agent typed for a customer. One that was edited is written anew, and its former text stays hidden: a draft, which counts nowhere. */
export const message: LayoutSelect<'message'> = {
  reads: {
    ost_thread_entry: ['id', 'thread_id', 'staff_id', 'user_id', 'type', 'flags', 'created', 'updated'],
    ost_thread: ['id', 'object_id', 'object_type'],
    ost_thread_event: ['thread_id', 'event_id', 'uid', 'uid_type', 'timestamp'],
    ost_event: ['id', 'name'],
  },
  maybe: { ost_thread_entry_email: ['thread_entry_id', 'headers'], ost_thread_entry_merge: ['thread_entry_id', 'data'] },
  // what was edited has the time of its former text under a number of its own
  select: (sql, here) => `
    SELECT m.id AS message_id, th.object_id AS ticket_id,
      CASE WHEN m.flags & ${EDITED} = ${EDITED} THEN m.created ELSE ${writtenAt(sql, 'm')} END AS sent_at,
      CASE WHEN m.type = 'M' THEN ${idOf('m.user_id')} ELSE ${idOf('m.staff_id')} END AS author_id,
      CASE WHEN m.type = 'M' THEN 'customer' WHEN m.staff_id > 0 THEN 'agent' ELSE 'system' END AS author_kind,
      CASE m.type WHEN 'N' THEN 'internal' ELSE 'public' END AS visibility,
      CASE
        WHEN m.flags & ${HIDDEN} = ${HIDDEN} THEN 'draft'
        WHEN m.type = 'N' THEN 'note'
        WHEN m.type = 'R' AND m.staff_id = 0 THEN 'auto'
        WHEN m.type = 'M' AND ${isAutomatic(here)} THEN 'auto'
        ELSE 'reply'
      END AS kind,
      GREATEST(m.created, m.updated, COALESCE(CASE
        WHEN m.flags & ${FROM_MERGED} = ${FROM_MERGED} THEN (
          SELECT MAX(e.timestamp) FROM ost_thread_event e JOIN ost_event v ON v.id = e.event_id AND v.name = 'merged' WHERE e.thread_id = m.thread_id)
        WHEN m.flags & ${HIDDEN} = ${HIDDEN} THEN (SELECT MAX(anew.updated) FROM ost_thread_entry anew WHERE anew.thread_id = m.thread_id)
      END, m.created)) AS updated_at
    FROM ost_thread_entry m JOIN ost_thread th ON th.id = m.thread_id AND th.object_type IN ${OF_TICKETS}
    WHERE m.type IN ('M', 'R', 'N') AND NOT (${isTyped(here)})`,
  without: { channel: 'it is the ticket’s', handover: 'osTicket has no bots' },
};
