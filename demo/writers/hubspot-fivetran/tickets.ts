import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { pipelineId } from './views';

/** The instant of the first answer of a person, which HubSpot knows of conversations, too. */
const ANSWERED = `
  SELECT m.ticket_id, min(m.sent_at) AS moment
  FROM canonical_message m LEFT JOIN canonical_agent a ON a.agent_id = m.author_id
  WHERE m.author_kind = 'agent' AND m.kind = 'reply' AND m.visibility = 'public' AND NOT coalesce(a.is_bot, false)
  GROUP BY m.ticket_id`;

const MERGED = `
  SELECT merged_into_id AS ticket_id, string_agg(CAST(${numberOf('ticket_id')} AS VARCHAR), ';' ORDER BY ticket_id) AS losers
  FROM canonical_ticket WHERE merged_into_id IS NOT NULL GROUP BY merged_into_id`;

/** Tickets as they are today, and the contact and company of each. Who types a ticket says nothing of a source, but of a call. */
export const TICKETS: readonly Told[] = [
  {
    table: 'ticket',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS id, t.created_at AS property_createdate, t.closed_at AS property_closed_date,
        answered.moment AS property_first_agent_reply_date, t.subject AS property_subject, ${pipelineId('t.pipeline_id')} AS property_hs_pipeline,
        n.stage AS property_hs_pipeline_stage, upper(t.priority) AS property_hs_ticket_priority, t.category AS property_hs_ticket_category,
        ${numberOf('t.owner_id')} AS property_hubspot_owner_id, team.number AS property_hubspot_team_id,
        CASE
          WHEN t.channel <> 'phone' AND t.created_by <> 'customer' THEN NULL
          WHEN t.channel = 'web_form' THEN 'FORM'
          ELSE upper(t.channel)
        END AS property_source_type,
        merged.losers AS property_hs_merged_object_ids, t.attributes ->> 'region' AS property_region, t.attributes ->> 'plan' AS property_plan,
        t.attributes ->> 'language' AS property_language, t.is_deleted OR t.merged_into_id IS NOT NULL AS is_deleted
      FROM told t
        JOIN now_in n USING (ticket_id)
        LEFT JOIN (${ANSWERED}) answered USING (ticket_id)
        LEFT JOIN (${MERGED}) merged USING (ticket_id)
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id`,
  },
  {
    table: 'ticket_contact',
    select: `SELECT ${numberOf('ticket_id')} AS ticket_id, ${numberOf('requester_id')} AS contact_id, 'HUBSPOT_DEFINED' AS category FROM told WHERE requester_id IS NOT NULL`,
  },
  {
    table: 'ticket_company',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS ticket_id, ${numberOf('coalesce(t.org_id, c.org_id)')} AS company_id, 'HUBSPOT_DEFINED' AS category
      FROM told t LEFT JOIN canonical_customer c ON c.customer_id = t.requester_id
      WHERE coalesce(t.org_id, c.org_id) IS NOT NULL`,
  },
];
