import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { userOf } from './people';
import { pipelineId } from './views';

const SOURCES = { agent: 'CRM_UI', bot: 'BOT', system: 'WORKFLOWS', customer: 'FORM' } as const;

/** What HubSpot calls whoever changed something. */
const sourceOf = (kind: string): string =>
  `CASE ${kind} ${Object.entries(SOURCES)
    .map(([word, source]) => `WHEN '${word}' THEN '${source}'`)
    .join(' ')} END`;

/** The versions of a property that the demo’s events of a field tell; the first one, at the creation, is what the first event says was before. */
const versionsOf = (field: string, name: string, value: (written: string) => string): string => `
  WITH changes AS (SELECT e.*, t.created_at FROM canonical_ticket_event e JOIN told t USING (ticket_id) WHERE e.field = '${field}'),
  firsts AS (SELECT ticket_id, created_at, arg_min({value: from_value, moment: "at"}, ("at", event_id)) AS first FROM changes GROUP BY ticket_id, created_at)
  SELECT ticket_id, '${name}' AS name, created_at AS moment, ${value('first.value')} AS value, 'system' AS actor_kind, NULL AS actor_id
  FROM firsts WHERE first.value IS NOT NULL AND first.moment > created_at
  UNION ALL
  SELECT ticket_id, '${name}', moment, ${value('last.to_value')}, last.actor_kind, last.actor_id
  FROM (
    SELECT ticket_id, "at" AS moment, arg_max({to_value: to_value, actor_kind: actor_kind, actor_id: actor_id}, event_id) AS last
    FROM changes GROUP BY ticket_id, "at"
  ) l`;

const VERSIONS = [
  `SELECT ticket_id, 'hs_pipeline_stage' AS name, moment, value, actor_kind, actor_id FROM moves`,
  `SELECT ticket_id, 'hs_pipeline' AS name, moment, ${pipelineId('pipeline_id')} AS value, actor_kind, actor_id FROM pipelines`,
  versionsOf('owner', 'hubspot_owner_id', (written) => `CAST(${numberOf(written)} AS VARCHAR)`),
  versionsOf('team', 'hubspot_team_id', (written) => `(SELECT CAST(n.number AS VARCHAR) FROM ${TEAM_NUMBERS} n WHERE n.team_id = ${written})`),
  versionsOf('priority', 'hs_ticket_priority', (written) => `upper(${written})`),
];

/** The versions of properties: those at the creation are of whoever began the ticket. */
export const HISTORY: readonly Told[] = [
  {
    table: 'ticket_property_history',
    select: `
      SELECT ${numberOf('v.ticket_id')} AS ticket_id, v.name, v.moment AS timestamp_instant, v.value,
        CASE WHEN v.moment > t.created_at THEN ${sourceOf('v.actor_kind')} WHEN t.is_imported THEN 'IMPORT' WHEN t.created_by = 'customer' THEN 'CONVERSATIONS'
          ELSE ${sourceOf('t.created_by')} END AS source,
        CASE WHEN v.moment > t.created_at AND v.actor_kind = 'agent' THEN 'userId:' || (${userOf('v.actor_id')}) END AS source_id
      FROM (${VERSIONS.map((versions) => `SELECT * FROM (${versions})`).join(' UNION ALL ')}) v JOIN told t USING (ticket_id)`,
  },
];
