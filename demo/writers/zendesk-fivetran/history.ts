import { userOf } from '../zendesk/demo-zendesk';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';

/** The targets that a ticket was given: with its policy, and anew with each other priority, as they were then. */
const PROMISES = `
  WITH priorities AS (
    SELECT e.ticket_id, e."at" AS moment, e.to_value AS priority FROM canonical_ticket_event e WHERE e.field = 'priority'
  ),
  instants AS (
    SELECT s.ticket_id, s.policy_id, s."from" AS moment FROM canonical_ticket_sla s JOIN told USING (ticket_id)
    UNION
    SELECT s.ticket_id, s.policy_id, p.moment FROM canonical_ticket_sla s JOIN told USING (ticket_id) JOIN priorities p USING (ticket_id)
    WHERE p.moment > s."from" AND (s."to" IS NULL OR p.moment < s."to")
  ),
  known AS (
    SELECT i.*, coalesce(
      (SELECT arg_max(p.priority, p.moment) FROM priorities p WHERE p.ticket_id = i.ticket_id AND p.moment <= i.moment),
      (SELECT arg_min(e.from_value, e."at") FROM canonical_ticket_event e WHERE e.ticket_id = i.ticket_id AND e.field = 'priority' AND e."at" > i.moment),
      t.priority) AS priority
    FROM instants i JOIN told t USING (ticket_id)
  )
  SELECT k.ticket_id, k.moment, k.policy_id, s.clock, s.target_seconds, s.calendar_id
  FROM known k JOIN canonical_sla_target s ON s.policy_id = k.policy_id AND s.clock <> 'close'
    AND (s.priority = k.priority OR s.priority IS NULL) AND (s.valid_from IS NULL OR s.valid_from <= k.moment)
  QUALIFY row_number() OVER (PARTITION BY k.ticket_id, k.moment, s.clock ORDER BY s.priority NULLS LAST, s.valid_from DESC NULLS LAST) = 1`;

/** What each field of a ticket came to, as text; one value a field and instant. */
const VALUES = `
  SELECT ticket_id, field AS field_name, moment, value, ${userOf('actor_id', 'actor_kind')} AS user_id FROM changes
  UNION ALL
  SELECT ticket_id, 'sla_policy', "from", policy_id, -1 FROM canonical_ticket_sla JOIN told USING (ticket_id)
  UNION ALL
  SELECT ticket_id, clock || '_time', moment,
    '{"minutes":' || CAST(target_seconds / 60 AS BIGINT) || ',"in_business_hours":' || (calendar_id IS NOT NULL) || '}', -1
  FROM (${PROMISES})
  UNION ALL
  SELECT ticket_id, 'satisfaction_score', sent_at, 'offered', -1 FROM ratings WHERE sent_at IS NOT NULL
  UNION ALL
  SELECT ticket_id, 'satisfaction_score', answered_at, CASE WHEN score = 1 THEN 'good' ELSE 'bad' END || CASE WHEN has_comment THEN 'withcomment' ELSE '' END,
    ${numberOf('customer_id')}
  FROM ratings WHERE answered_at IS NOT NULL`;

/** The history of fields, and comments. */
export const HISTORY: readonly Told[] = [
  {
    table: 'ticket_field_history',
    select: `
      SELECT ${numberOf('ticket_id')} AS ticket_id, field_name, moment AS updated, any_value(value) AS value, any_value(user_id) AS user_id,
        moment AS _fivetran_synced
      FROM (${VALUES})
      GROUP BY ticket_id, field_name, moment`,
  },
  {
    table: 'ticket_comment',
    select: `
      SELECT ${numberOf('message_id')} AS id, ${numberOf('ticket_id')} AS ticket_id, user_number AS user_id, sent_at AS created,
        is_public AS public, kind = 'call' AS voice_comment, sent_at AS _fivetran_synced
      FROM comments`,
  },
];
