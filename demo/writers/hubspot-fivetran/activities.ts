import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';

/** Activities are numbered from here on. */
const FIRST = 1_000_000_000;

/** The demo’s messages as activities. What is said in a chat or in WhatsApp is no e-mail; what bots, rules and campaigns send is none that a ticket has. */
const WRITTEN = `
  SELECT ${FIRST} + ${numberOf('m.message_id')} AS engagement_id, ${numberOf('m.ticket_id')} AS ticket_id, m.sent_at,
    CASE WHEN m.author_kind = 'agent' THEN ${numberOf('m.author_id')} END AS owner_id,
    CASE
      WHEN m.kind = 'note' THEN 'NOTE'
      WHEN m.kind = 'call' THEN 'CALL'
      WHEN t.channel IN ('chat', 'whatsapp') THEN NULL
      WHEN m.kind = 'draft' THEN 'DRAFT_EMAIL'
      WHEN m.kind = 'forward' THEN 'FORWARDED_EMAIL'
      WHEN m.kind = 'reply' AND m.author_kind = 'agent' THEN 'EMAIL'
      WHEN m.kind = 'reply' AND m.author_kind = 'customer' THEN 'INCOMING_EMAIL'
    END AS type
  FROM canonical_message m
    JOIN told t USING (ticket_id)
    LEFT JOIN canonical_agent a ON a.agent_id = m.author_id
  WHERE NOT coalesce(a.is_bot, false)`;

const DONE = 'SELECT engagement_id, sent_at AS property_hs_timestamp, sent_at AS property_hs_createdate, owner_id AS property_hubspot_owner_id';

/** E-mails, calls, notes, and the tickets that they are linked to. */
export const ACTIVITIES: readonly Told[] = [
  {
    table: 'engagement_email',
    select: `${DONE}, type AS property_hs_email_direction, CASE type WHEN 'EMAIL' THEN 'SENT' END AS property_hs_email_status FROM (${WRITTEN}) WHERE type LIKE '%EMAIL'`,
  },
  { table: 'engagement_call', select: `${DONE} FROM (${WRITTEN}) WHERE type = 'CALL'` },
  { table: 'engagement_note', select: `${DONE} FROM (${WRITTEN}) WHERE type = 'NOTE'` },
  { table: 'ticket_engagement', select: `SELECT ticket_id, engagement_id, 'HUBSPOT_DEFINED' AS category FROM (${WRITTEN}) WHERE type IS NOT NULL` },
];
