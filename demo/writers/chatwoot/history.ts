import { CHANGES } from '../helpdesk/changes';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf } from '../helpdesk/numbers';

/** What a bot handed over, by an event or a message: once, as Chatwoot writes it. */
const HANDOVERS = `
  SELECT ticket_id, max(moment) AS moment
  FROM (
    SELECT ticket_id, "at" AS moment FROM canonical_ticket_event WHERE field = 'handover' AND actor_kind IN ('bot', 'system')
    UNION ALL
    SELECT ticket_id, sent_at FROM canonical_message LEFT JOIN canonical_agent ON agent_id = author_id WHERE handover AND (author_kind IN ('bot', 'system') OR is_bot)
  ) JOIN told USING (ticket_id)
  GROUP BY ticket_id`;

/** An event, seen by the job that writes it a second later. */
const EVENTS = `
  SELECT ticket_id, moment, 'conversation_' || what AS name FROM (${CHANGES})
  UNION ALL
  SELECT ticket_id, moment, 'conversation_bot_resolved' FROM (${CHANGES}) WHERE what = 'resolved' AND actor_kind = 'bot'
  UNION ALL
  SELECT ticket_id, moment, 'conversation_bot_handoff' FROM (${HANDOVERS})`;

/** What people set: Chatwoot has three words for it. */
const AVAILABILITIES = `
  WITH spans AS (SELECT *, lead("from") OVER (PARTITION BY agent_id ORDER BY "from") AS next FROM canonical_agent_status),
  changes AS (
    SELECT agent_id, "from" AS moment, CASE availability WHEN 'available' THEN 'online' WHEN 'offline' THEN 'offline' ELSE 'busy' END AS word FROM spans
    UNION ALL
    SELECT agent_id, "to", 'offline' FROM spans WHERE "to" IS NOT NULL AND (next IS NULL OR "to" < next)
  )
  SELECT *, lag(word) OVER (PARTITION BY agent_id ORDER BY moment) AS former FROM changes`;

/** Closes, reopenings, handovers; and what the Enterprise edition keeps. */
export const HISTORY: readonly Told[] = [
  {
    table: 'reporting_events',
    select: `
      SELECT row_number() OVER (ORDER BY moment, ticket_id, name DESC) AS id, name, 1 AS account_id, ${numberOf('ticket_id')} AS conversation_id,
        moment AS event_end_time, moment + INTERVAL 1 SECOND AS created_at
      FROM (${EVENTS})`,
  },
  {
    table: 'sla_policies',
    select: `
      SELECT row_number() OVER (ORDER BY policy_id) AS id, 1 AS account_id, policy_id AS name,
        max(target_seconds) FILTER (WHERE clock = 'first_reply') AS first_response_time_threshold,
        max(target_seconds) FILTER (WHERE clock = 'next_reply') AS next_response_time_threshold,
        max(target_seconds) FILTER (WHERE clock = 'close') AS resolution_time_threshold
      FROM canonical_sla_target GROUP BY policy_id`,
  },
  {
    table: 'applied_slas',
    select: `
      WITH policies AS (SELECT policy_id, row_number() OVER (ORDER BY policy_id) AS id FROM (SELECT DISTINCT policy_id FROM canonical_sla_target)),
      firsts AS (SELECT ticket_id, arg_min(policy_id, "from") AS policy_id, min("from") AS moment FROM canonical_ticket_sla GROUP BY ticket_id)
      SELECT row_number() OVER (ORDER BY f.ticket_id) AS id, 1 AS account_id, p.id AS sla_policy_id, ${numberOf('f.ticket_id')} AS conversation_id,
        f.moment AS created_at, f.moment AS updated_at
      FROM firsts f JOIN policies p USING (policy_id) JOIN told USING (ticket_id)`,
  },
  {
    table: 'audits',
    select: `
      SELECT row_number() OVER (ORDER BY moment, agent_id) AS id, 'AccountUser' AS auditable_type, ${numberOf('c.agent_id')} AS auditable_id,
        'Account' AS associated_type, 1 AS associated_id, CASE WHEN former IS NULL THEN 'create' ELSE 'update' END AS action,
        CASE WHEN former IS NULL THEN to_json({user_id: ${numberOf('c.agent_id')}, availability: word}) ELSE to_json({availability: [former, word]}) END AS audited_changes,
        moment AS created_at
      FROM (${AVAILABILITIES}) c JOIN canonical_agent a USING (agent_id)
      WHERE NOT a.is_bot AND word IS DISTINCT FROM former`,
  },
];
