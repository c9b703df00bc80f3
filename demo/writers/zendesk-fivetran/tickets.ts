import { agentOf, FORMS, STATUS_NOW, SUBMITTER, VIA } from '../zendesk/demo-zendesk';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** Tickets as they are today, their tags and forms. */
export const TICKETS: readonly Told[] = [
  {
    table: 'ticket',
    select: `
      WITH losers AS (
        SELECT merged_into_id AS ticket_id, '[' || string_agg(CAST(${numberOf('ticket_id')} AS VARCHAR), ',' ORDER BY ticket_id) || ']' AS ids
        FROM told WHERE merged_into_id IS NOT NULL GROUP BY merged_into_id
      )
      SELECT ${numberOf('t.ticket_id')} AS id, t.subject, t.created_at, ${STATUS_NOW} AS status, t.priority,
        ${numberOf('t.requester_id')} AS requester_id, ${SUBMITTER} AS submitter_id, ${agentOf('t.owner_id')} AS assignee_id, team.number AS group_id,
        ${numberOf('t.org_id')} AS organization_id, f.number AS ticket_form_id, ${VIA} AS via_channel, coalesce(l.ids, '[]') AS merged_ticket_ids,
        ${numberOf('t.parent_id')} AS via_followup_source_id, t.attributes ->> 'region' AS custom_region, t.attributes ->> 'plan' AS custom_plan,
        t.attributes ->> 'language' AS custom_language, t.updated_at AS _fivetran_synced
      FROM told t
        LEFT JOIN losers l USING (ticket_id)
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id
        LEFT JOIN ${FORMS} f ON f.category = t.category`,
  },
  {
    table: 'ticket_tag',
    select: `
      SELECT ${numberOf('ticket_id')} AS ticket_id, unnest(tags) AS tag FROM told
      UNION
      SELECT ${numberOf('ticket_id')}, 'closed_by_merge' FROM told WHERE merged_into_id IS NOT NULL`,
  },
  { table: 'ticket_form_history', select: `SELECT number AS id, category AS name, '2025-01-01 00:00:00+00' AS updated_at FROM ${FORMS}` },
];
