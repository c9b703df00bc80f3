import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { ROBOT, statusOf } from './conversations';

/** An agent whom the demo has lost. */
const GONE = 9999;
/** The status of what changes none. */
const UNCHANGED = 6;

/** Each change of a status, of a stage where a ticket has no history of statuses; a close that was never logged, at the instant that its ticket has for it. */
const STATUSES = `
  WITH logged AS (SELECT DISTINCT ticket_id FROM canonical_ticket_event WHERE field = 'status'),
  kinds AS (
    SELECT e.ticket_id, e."at" AS moment, e.event_id, e.actor_kind, e.actor_id, CASE e.field WHEN 'status' THEN e.to_value ELSE s.kind END AS kind
    FROM canonical_ticket_event e JOIN told USING (ticket_id) LEFT JOIN logged l USING (ticket_id) LEFT JOIN canonical_stage s ON s.stage_id = e.to_value
    WHERE e.field = CASE WHEN l.ticket_id IS NULL THEN 'stage' ELSE 'status' END
  ),
  last AS (SELECT ticket_id, arg_max(kind, (moment, event_id)) AS kind, max(moment) AS moment FROM kinds GROUP BY ticket_id)
  SELECT ticket_id, moment, event_id, kind, actor_kind, actor_id FROM kinds
  UNION ALL
  SELECT t.ticket_id, t.closed_at, 'E', 'closed', NULL, NULL
  FROM told t LEFT JOIN last USING (ticket_id)
  WHERE t.status IN ('closed', 'merged', 'spam') AND coalesce(last.kind, 'open') NOT IN ('closed', 'merged', 'spam')
    AND t.closed_at > coalesce(last.moment, TIMESTAMP '1970-01-01')`;

/** What happened in a conversation, in the order of places at one moment. */
const DONE = `
  SELECT ticket_id, created_at AS moment, 0 AS place, '' AS id, 4 AS type, NULL AS subtype, ${UNCHANGED} AS status, 2 AS state, 9 AS action_type, NULL AS action_data,
    created_by AS actor_kind, CASE created_by WHEN 'customer' THEN requester_id WHEN 'agent' THEN (SELECT min(agent_id) FROM canonical_agent WHERE NOT is_bot) END AS actor_id,
    NULL AS meta
  FROM told
  UNION ALL
  SELECT m.ticket_id, m.sent_at, 3, m.message_id, CASE WHEN m.kind = 'note' THEN 3 WHEN m.author_kind = 'customer' THEN 1 ELSE 2 END,
    CASE m.kind WHEN 'forward' THEN 1 END, ${UNCHANGED}, CASE m.kind WHEN 'draft' THEN 1 ELSE 2 END, NULL, NULL, m.author_kind,
    coalesce(m.author_id, CASE m.author_kind WHEN 'agent' THEN 'A${GONE}' END), NULL
  FROM canonical_message m JOIN told USING (ticket_id)
  WHERE m.kind IN ('reply', 'note', 'forward', 'draft') OR m.kind = 'auto' AND m.author_kind <> 'customer'
  UNION ALL
  SELECT ticket_id, moment, 4, event_id, 4, NULL, CASE kind WHEN 'merged' THEN ${UNCHANGED} ELSE ${statusOf('kind')} END, 2, CASE kind WHEN 'merged' THEN 10 ELSE 1 END, NULL,
    actor_kind, actor_id, NULL
  FROM (${STATUSES})
  UNION ALL
  SELECT e.ticket_id, e."at", 1, e.event_id, 4, NULL, ${UNCHANGED}, 2, 2, NULL, e.actor_kind, e.actor_id, NULL
  FROM canonical_ticket_event e JOIN told USING (ticket_id) WHERE e.field = 'owner'
  UNION ALL
  SELECT e.ticket_id, e."at", 2, e.event_id, 4, NULL, ${UNCHANGED}, 2, 3, CAST(n.number AS VARCHAR), e.actor_kind, e.actor_id, NULL
  FROM canonical_ticket_event e JOIN told USING (ticket_id) LEFT JOIN ${TEAM_NUMBERS} n ON n.team_id = e.from_value WHERE e.field = 'team'
  UNION ALL
  SELECT e.ticket_id, e."at", 5, e.event_id, 4, NULL, 1, 2, 4, NULL, e.actor_kind, e.actor_id, '{"mic":' || ${numberOf('t.merged_into_id')} || '}'
  FROM canonical_ticket_event e JOIN told t USING (ticket_id) WHERE e.field = 'merge' AND t.merged_into_id IS NOT NULL`;

/** Who had a conversation then: by the last change until then, before the first by what that came from; nobody where nothing was ever written of it. */
const OWNER = `
  coalesce(
    (SELECT arg_max(struct_pack(v := f.to_value), (f."at", f.event_id)) FROM canonical_ticket_event f
      WHERE f.ticket_id = d.ticket_id AND f.field = 'owner' AND (f."at" < d.moment OR f."at" = d.moment AND (d.place > 1 OR d.place = 1 AND f.event_id <= d.id))),
    (SELECT arg_min(struct_pack(v := f.from_value), (f."at", f.event_id)) FROM canonical_ticket_event f WHERE f.ticket_id = d.ticket_id AND f.field = 'owner')
  ).v`;

/** Threads, numbered as they came. */
export const THREADS: readonly Told[] = [
  {
    table: 'threads',
    select: `
      SELECT row_number() OVER (ORDER BY d.moment, d.ticket_id, d.place, d.id) AS id, ${numberOf('d.ticket_id')} AS conversation_id, ${numberOf(OWNER)} AS user_id, d.type,
        d.subtype, d.status, d.state, d.action_type, d.action_data, CASE d.actor_kind WHEN 'customer' THEN 1 ELSE 2 END AS source_via,
        CASE WHEN d.actor_kind IN ('agent', 'bot') THEN ${numberOf('d.actor_id')} WHEN d.actor_kind = 'system' AND d.type = 4 THEN ${ROBOT} END AS created_by_user_id,
        CASE d.actor_kind WHEN 'customer' THEN ${numberOf('d.actor_id')} END AS created_by_customer_id, d.moment AS created_at, d.moment AS updated_at, d.meta
      FROM (${DONE}) d`,
  },
];
