import type { LayoutSelect } from '../layout';
import { utc } from './sql';

/** Each survey that was sent, and its rating where it was given one: the row of a rating is changed with it, so that its creation is when it was answered. */
export const survey: LayoutSelect<'survey'> = {
  reads: {
    messages: ['id', 'account_id', 'conversation_id', 'content_type', 'created_at', 'updated_at'],
    csat_survey_responses: [
      'account_id',
      'message_id',
      'conversation_id',
      'contact_id',
      'assigned_agent_id',
      'rating',
      'feedback_message',
      'created_at',
      'updated_at',
    ],
  },
  select: (_, here) => `
    SELECT coalesce(m.id, r.message_id) AS survey_id, coalesce(m.conversation_id, r.conversation_id) AS ticket_id, r.contact_id AS customer_id,
      r.assigned_agent_id AS agent_id, 'csat' AS kind, 1 AS scale_min, 5 AS scale_max, ${utc('m.created_at')} AS sent_at,
      ${utc('r.created_at')} AS answered_at, r.rating AS score, coalesce(trim(r.feedback_message), '') <> '' AS has_comment, r.feedback_message AS comment,
      ${utc('greatest(m.updated_at, r.updated_at)')} AS updated_at
    FROM (
        SELECT id, conversation_id, created_at, updated_at FROM messages
        WHERE account_id = ${here.option('account')} AND content_type = 9
      ) AS m
      FULL JOIN (
        SELECT message_id, conversation_id, contact_id, assigned_agent_id, rating, feedback_message, created_at, updated_at FROM csat_survey_responses
        WHERE account_id = ${here.option('account')}
      ) AS r ON r.message_id = m.id`,
  without: { form_id: 'Chatwoot has one survey' },
};
