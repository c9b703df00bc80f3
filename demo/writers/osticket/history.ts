import { CHANGES } from '../helpdesk/changes';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { staffOf } from './people';

/** What was done: (ticket_id, moment, place in that moment, what, data, the actor). */
const DONE = `
  SELECT ticket_id, created_at AS moment, 0 AS place, 1 AS event_id, NULL AS "data", created_by AS actor_kind,
    CASE created_by WHEN 'customer' THEN requester_id WHEN 'agent' THEN (SELECT min(agent_id) FROM canonical_agent WHERE NOT is_bot) END AS actor_id
  FROM told
  UNION ALL
  SELECT ticket_id, moment, 3, CASE what WHEN 'resolved' THEN 2 ELSE 3 END, CASE what WHEN 'resolved' THEN '{"status":[3,"Closed"]}' END, actor_kind, actor_id
  FROM (${CHANGES})
  UNION ALL
  SELECT e.ticket_id, e."at", 1, CASE WHEN a.agent_id IS NULL THEN 5 ELSE 4 END, '{"staff":1}', e.actor_kind, e.actor_id
  FROM canonical_ticket_event e JOIN told USING (ticket_id) LEFT JOIN canonical_agent a ON a.agent_id = e.to_value AND NOT a.is_bot
  WHERE e.field = 'owner'
  UNION ALL
  SELECT ticket_id, "at", 2, 6, '{"dept":"another"}', actor_kind, actor_id FROM canonical_ticket_event JOIN told USING (ticket_id) WHERE field = 'team'
  UNION ALL
  SELECT ticket_id, "at", 2, 15, '{"ticket":"another"}', actor_kind, actor_id FROM canonical_ticket_event JOIN told USING (ticket_id) WHERE field = 'merge'`;

/** Who or what had a ticket at a moment (included): by the last event until then, else by the first one later, else as it is now. */
const hadAt = (field: string, now: string): string => `
  coalesce(
    (SELECT arg_max(struct_pack(v := f.to_value), (f."at", f.event_id)) FROM canonical_ticket_event f WHERE f.ticket_id = d.ticket_id AND f.field = '${field}' AND f."at" <= d.moment),
    (SELECT arg_min(struct_pack(v := f.from_value), (f."at", f.event_id)) FROM canonical_ticket_event f WHERE f.ticket_id = d.ticket_id AND f.field = '${field}'),
    struct_pack(v := ${now})).v`;

const ACTOR = `CASE d.actor_kind WHEN 'customer' THEN ${numberOf('d.actor_id')} WHEN 'agent' THEN ${staffOf('d.actor_id')} END`;

/** The history, with what holds after each event. Nobody’s “annulled” matters. */
export const HISTORY: readonly Told[] = [
  {
    table: 'ost_thread_event',
    select: `
      SELECT row_number() OVER (ORDER BY d.moment, d.ticket_id, d.place) AS id, ${numberOf('d.ticket_id')} AS thread_id, d.event_id,
        CASE WHEN d.event_id = 1 THEN 0 ELSE coalesce(${staffOf(hadAt('owner', 't.owner_id'))}, 0) END AS staff_id,
        (SELECT number FROM ${TEAM_NUMBERS} n WHERE n.team_id = ${hadAt('team', 't.team_id')}) AS dept_id, d."data", ${ACTOR} AS uid,
        CASE d.actor_kind WHEN 'customer' THEN 'U' ELSE 'S' END AS uid_type, d.moment AS "timestamp"
      FROM (${DONE}) d JOIN told t USING (ticket_id)`,
  },
];
