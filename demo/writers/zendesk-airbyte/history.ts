import { agentOf, userOf } from '../zendesk/demo-zendesk';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';

/** What each field of a ticket came to, and that a rating was asked for. */
const VALUES = `
  SELECT ticket_id, moment, field, value, ${userOf('actor_id', 'actor_kind')} AS author FROM changes
  UNION ALL
  SELECT ticket_id, sent_at, 'satisfaction_score', 'offered', -1 FROM ratings WHERE sent_at IS NOT NULL`;

/** The history of tickets, all that one did at an instant together; comments; ratings. */
export const HISTORY: readonly Told[] = [
  {
    table: 'ticket_audits',
    select: `
      SELECT row_number() OVER (ORDER BY v.moment, v.ticket_id, v.author) AS id, ${numberOf('v.ticket_id')} AS ticket_id, v.author AS author_id,
        v.moment AS created_at,
        to_json(list({"type": CASE WHEN v.moment = t.created_at THEN 'Create' ELSE 'Change' END, field_name: v.field, "value": v.value} ORDER BY v.field)) AS events,
        v.moment AS _airbyte_extracted_at
      FROM (${VALUES}) v JOIN told t USING (ticket_id)
      GROUP BY v.ticket_id, v.moment, v.author`,
  },
  {
    table: 'ticket_comments',
    select: `
      SELECT ${numberOf('message_id')} AS id, ${numberOf('ticket_id')} AS ticket_id, CASE kind WHEN 'call' THEN 'VoiceComment' ELSE 'Comment' END AS type,
        is_public AS public, user_number AS author_id, sent_at AS created_at, sent_at AS _airbyte_extracted_at
      FROM comments`,
  },
  {
    table: 'satisfaction_ratings',
    select: `
      SELECT ${numberOf('survey_id')} AS id, ${numberOf('ticket_id')} AS ticket_id, ${numberOf('customer_id')} AS requester_id, ${agentOf('agent_id')} AS assignee_id,
        CASE WHEN score = 1 THEN 'good' ELSE 'bad' END AS score, comment, answered_at AS created_at, answered_at AS updated_at,
        answered_at AS _airbyte_extracted_at
      FROM ratings WHERE answered_at IS NOT NULL`,
  },
];
