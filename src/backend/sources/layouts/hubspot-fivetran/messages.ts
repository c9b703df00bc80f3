import type { Here, LayoutSelect } from '../layout';
import { activities, ACTIVITY_MAYBE, ACTIVITY_READS } from './activities';

/** So much later an e-mail may say that it was sent than the ticket says that it was answered. */
const ABOUT = `INTERVAL '1 minute'`;

/**
 * The answer by which HubSpot dates the first one, of each ticket where no e-mail is it: it was given in a conversation, which the connector does not
 * replicate. Where an e-mail is it the row is a draft, which counts nowhere: so a refresh sees an e-mail that comes later.
 */
const FIRST_ANSWERS = `
  SELECT 'first-' || t.id, t.id, t.property_first_agent_reply_date, NULL, 'agent', 'public',
    CASE WHEN answered.first_at <= t.property_first_agent_reply_date + ${ABOUT} THEN 'draft' ELSE 'reply' END, greatest(t._fivetran_synced, answered.synced)
  FROM ticket t
    LEFT JOIN (
      SELECT ticket_id, min(sent_at) AS first_at, max(synced) AS synced FROM written WHERE author_kind = 'agent' AND kind = 'reply' GROUP BY ticket_id
    ) answered ON answered.ticket_id = t.id
  WHERE t.property_first_agent_reply_date IS NOT NULL`;

const answersAreDated = ({ has }: Here): boolean => has('ticket', 'property_first_agent_reply_date');

/** Each activity once for each ticket that it is linked to, however often. Whose it is is often not said: then it is whoever had the ticket. */
export const message: LayoutSelect<'message'> = {
  reads: {
    ...ACTIVITY_READS,
    ticket_engagement: ['ticket_id', 'engagement_id', '_fivetran_synced'],
    ticket_property_history: ['ticket_id', 'name', 'value', 'timestamp_instant', '_fivetran_synced'],
    ticket: ['id', '_fivetran_synced'],
  },
  maybe: { ...ACTIVITY_MAYBE, ticket: ['property_first_agent_reply_date'] },
  select: (_, here) => `
    WITH links AS (SELECT ticket_id, engagement_id, max(_fivetran_synced) AS synced FROM ticket_engagement GROUP BY ticket_id, engagement_id),
    activities AS (${activities(here)}),
    written AS (
      SELECT a.engagement_id || '-' || l.ticket_id AS message_id, l.ticket_id, a.sent_at, a.owner_id, a.author_kind, a.visibility, a.kind,
        greatest(a.synced, l.synced) AS synced
      FROM activities a JOIN links l ON l.engagement_id = a.engagement_id
      WHERE a.sent_at IS NOT NULL
    ),
    messages AS (SELECT * FROM written${answersAreDated(here) ? ` UNION ALL ${FIRST_ANSWERS}` : ''}),
    owners AS (
      SELECT ticket_id, nullif(value, '') AS owner_id, timestamp_instant AS since,
        lead(timestamp_instant) OVER (PARTITION BY ticket_id ORDER BY timestamp_instant) AS until, _fivetran_synced AS synced
      FROM ticket_property_history
      WHERE name = 'hubspot_owner_id'
    )
    SELECT m.message_id, m.ticket_id, m.sent_at, CASE WHEN m.author_kind = 'agent' THEN coalesce(m.owner_id::text, o.owner_id) END AS author_id,
      m.author_kind, m.visibility, m.kind, greatest(m.synced, o.synced) AS updated_at
    FROM messages m
      LEFT JOIN owners o ON o.ticket_id = m.ticket_id AND m.sent_at >= o.since AND (o.until IS NULL OR m.sent_at < o.until)
        AND m.author_kind = 'agent' AND m.owner_id IS NULL`,
  without: { channel: 'it is the ticket’s', handover: 'HubSpot’s conversations are not replicated' },
};
