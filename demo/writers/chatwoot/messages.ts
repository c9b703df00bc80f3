import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';

/** The numbers of messages: first the calls that begin conversations, then the demo’s own, then surveys. */
const OWN = 10_000_000;
const SURVEYS = 1_000_000_000;

/** JSON text within JSON, as Rails keeps it. */
const twice = (object: string): string => `CAST(to_json(CAST(to_json(${object}) AS VARCHAR)) AS VARCHAR)`;

/** The demo’s messages. Forwards are notes here; a customer’s out-of-office mail is left out, since Chatwoot takes it for a message; surveys are told by themselves. */
const WRITTEN = `
  SELECT ${OWN} + ${numberOf('m.message_id')} AS id, ${numberOf('m.ticket_id')} AS conversation_id,
    CASE
      WHEN m.author_kind = 'customer' THEN 0
      WHEN m.author_kind = 'system' AND t.created_by <> 'system' OR m.author_kind = 'bot' AND m.kind = 'auto' AND t.created_by <> 'bot' THEN 3
      ELSE 1
    END AS message_type,
    CASE
      WHEN m.author_id IS NULL OR m.author_kind = 'system' THEN NULL
      WHEN m.author_kind = 'customer' THEN 'Contact'
      WHEN a.is_bot OR m.author_kind = 'bot' THEN 'AgentBot'
      ELSE 'User'
    END AS sender_type,
    CASE WHEN m.author_kind <> 'system' THEN ${numberOf('m.author_id')} END AS sender_id,
    m.visibility = 'internal' OR m.kind IN ('note', 'forward') AS private, CASE m.kind WHEN 'call' THEN 12 ELSE 0 END AS content_type,
    CASE
      WHEN m.kind = 'draft' THEN ${twice('{deleted: true}')}
      WHEN m.kind = 'auto' THEN ${twice('{automation_rule_id: 1}')}
      WHEN m.author_kind = 'agent' AND m.author_id IS NULL THEN ${twice('{external_echo: true}')}
      ELSE ${twice('MAP {}')}
    END AS content_attributes,
    CASE m.kind WHEN 'campaign' THEN '{"campaign_id":1}' ELSE '{}' END AS additional_attributes, m.sent_at AS created_at, m.updated_at
  FROM canonical_message m
    JOIN told t USING (ticket_id)
    LEFT JOIN canonical_agent a ON a.agent_id = m.author_id
  WHERE m.kind <> 'survey' AND NOT (m.author_kind = 'customer' AND m.kind = 'auto')`;

/** A customer’s call, which begins what a customer began and where another’s message is the first that is kept. */
const CALLS = `
  WITH first AS (
    SELECT conversation_id, arg_min(message_type, (created_at, id)) AS message_type, min(created_at) AS created_at
    FROM (${WRITTEN}) WHERE message_type <> 3 GROUP BY conversation_id
  )
  SELECT ${numberOf('t.ticket_id')} AS id, ${numberOf('t.ticket_id')} AS conversation_id, 0 AS message_type, 'Contact' AS sender_type, NULL AS sender_id,
    false AS private, 12 AS content_type, ${twice('MAP {}')} AS content_attributes, '{}' AS additional_attributes,
    least(t.created_at, first.created_at) AS created_at, least(t.created_at, first.created_at) AS updated_at
  FROM told t JOIN first ON first.conversation_id = ${numberOf('t.ticket_id')}
  WHERE t.created_by = 'customer' AND first.message_type <> 0`;

/** The surveys that Chatwoot has: of one to five stars. */
const STARS = `(SELECT s.*, ${SURVEYS} + ${numberOf('s.survey_id')} AS message FROM canonical_survey s JOIN told USING (ticket_id) WHERE s.kind = 'csat' AND s.scale_max = 5)`;

/** Messages, surveys and their ratings. */
export const MESSAGES: readonly Told[] = [
  {
    table: 'messages',
    select: `
      SELECT 1 AS account_id, * FROM (${WRITTEN})
      UNION ALL
      SELECT 1, * FROM (${CALLS})
      UNION ALL
      SELECT 1, message, ${numberOf('ticket_id')}, 3, NULL, NULL, false, 9, ${twice('MAP {}')}, '{}', sent_at, sent_at FROM ${STARS} WHERE sent_at IS NOT NULL`,
  },
  {
    table: 'csat_survey_responses',
    select: `
      SELECT ${numberOf('survey_id')} AS id, 1 AS account_id, ${numberOf('ticket_id')} AS conversation_id, message AS message_id,
        ${numberOf('customer_id')} AS contact_id, ${numberOf('agent_id')} AS assigned_agent_id, CAST(score AS INTEGER) AS rating,
        comment AS feedback_message, answered_at AS created_at, answered_at AS updated_at
      FROM ${STARS} WHERE answered_at IS NOT NULL`,
  },
];
