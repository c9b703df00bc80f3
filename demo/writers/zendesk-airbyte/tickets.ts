import { agentOf, FORMS, statusOf, SUBMITTER, VIA } from '../zendesk/demo-zendesk';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** The helpdesk’s own fields, in the order of their numbers. */
const FIELDS = ['region', 'plan', 'language'] as const;

/** Tickets as they are today, their forms and fields; which were deleted. */
export const TICKETS: readonly Told[] = [
  {
    table: 'tickets',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS id, t.created_at, t.subject, ${statusOf('t.status')} AS status, t.priority, ${numberOf('t.requester_id')} AS requester_id,
        ${SUBMITTER} AS submitter_id, ${agentOf('t.owner_id')} AS assignee_id, ${numberOf('t.org_id')} AS organization_id, team.number AS group_id,
        f.number AS ticket_form_id, to_json({channel: ${VIA}, source: {rel: CASE WHEN t.parent_id IS NOT NULL THEN 'follow_up' END, "from":
          {ticket_id: ${numberOf('t.parent_id')}}}}) AS via,
        to_json(CASE WHEN t.merged_into_id IS NULL THEN t.tags ELSE list_append(t.tags, 'closed_by_merge') END) AS tags,
        to_json([${FIELDS.map((field, i) => `{id: ${i + 1}, "value": t.attributes ->> '${field}'}`).join(', ')}]) AS custom_fields,
        t.updated_at AS _airbyte_extracted_at
      FROM told t
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id
        LEFT JOIN ${FORMS} f ON f.category = t.category`,
  },
  { table: 'ticket_fields', select: FIELDS.map((field, i) => `SELECT ${i + 1} AS id, '${field}' AS title`).join(' UNION ALL ') },
  { table: 'ticket_forms', select: `SELECT number AS id, category AS name FROM ${FORMS}` },
  {
    table: 'deleted_tickets',
    select: `SELECT ${numberOf('ticket_id')} AS id, updated_at AS deleted_at, 'open' AS previous_state FROM told WHERE is_deleted`,
  },
];
