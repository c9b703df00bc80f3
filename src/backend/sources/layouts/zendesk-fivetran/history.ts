import type { Here, LayoutSelect } from '../layout';
import { kindOf } from '../zendesk/words';
import { kindOfPerson, personOf } from '../zendesk/people';
import { STAFF } from './people';
import { DEFAULT_SCHEDULE, hasSchedules, SCHEDULE } from './schedules';
import { hasOwnStatuses } from './stages';

/** What a field’s changes become: a status is a stage too, unless the ticket has statuses that the helpdesk made. */
const FIELDS = [
  ['status', 'status'],
  ['status', 'stage'],
  ['custom_status_id', 'stage'],
  ['assignee_id', 'owner'],
  ['group_id', 'team'],
  ['priority', 'priority'],
] as const;

const fieldsOf = (here: Here): string =>
  FIELDS.filter(([name]) => name !== 'custom_status_id' || hasOwnStatuses(here))
    .map(([name, field]) => `('${name}', '${field}')`)
    .join(', ');

/** By whose hours a ticket counts: those of the first schedule, until a trigger gives it another. */
const schedulesOf = (here: Here): string => `
    UNION ALL
    SELECT 'schedule-' || t.id, t.id, t.created_at, 'schedule', d.id::text, NULL, NULL, t._fivetran_synced
    FROM ticket t CROSS JOIN ${DEFAULT_SCHEDULE} AS d
    ${
      here.has('ticket_schedule', 'schedule_id')
        ? `UNION ALL
    SELECT 'schedule-' || s.ticket_id || '-' || (extract(epoch FROM s.created_at) * 1000000)::bigint, s.ticket_id, s.created_at, 'schedule', s.schedule_id::text,
      NULL, NULL, s._fivetran_synced
    FROM ticket_schedule s
    WHERE s.schedule_id IN (SELECT id FROM schedule)`
        : ''
    }`;

/** What fields of a ticket became, and its schedules. Deleting is no status. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: {
    ticket_field_history: ['ticket_id', 'field_name', 'updated', 'value', 'user_id', '_fivetran_synced'],
    ticket: ['id', 'created_at', 'requester_id', 'assignee_id', '_fivetran_synced'],
    user: ['id', 'role'],
  },
  maybe: { ...SCHEDULE, ticket_schedule: ['ticket_id', 'schedule_id', 'created_at', '_fivetran_synced'] },
  select: (_, here) => `
    WITH staff AS (${STAFF})
    SELECT h.ticket_id || '-' || f.field || '-' || (extract(epoch FROM h.updated) * 1000000)::bigint AS event_id, h.ticket_id, h.updated AS at, f.field,
      CASE f.field WHEN 'status' THEN ${kindOf('h.value')} ELSE nullif(h.value, '') END AS to_value,
      ${personOf('h.user_id')} AS actor_id, ${kindOfPerson('h.user_id', 't.requester_id', 'staff', 'u', here)} AS actor_kind, h._fivetran_synced AS updated_at
    FROM ticket_field_history h
      JOIN (VALUES ${fieldsOf(here)}) AS f (name, field) ON f.name = h.field_name
      LEFT JOIN ticket t ON t.id = h.ticket_id
      LEFT JOIN "user" u ON u.id = h.user_id
      LEFT JOIN staff ON staff.id = h.user_id
    WHERE NOT (h.field_name = 'status' AND h.value = 'deleted')
      ${
        hasOwnStatuses(here)
          ? `AND NOT (f.name = 'status' AND f.field = 'stage' AND h.ticket_id IN (SELECT ticket_id FROM ticket_field_history WHERE field_name = 'custom_status_id'))`
          : ''
      }
    ${hasSchedules(here) ? schedulesOf(here) : ''}`,
  without: { from_value: 'it is the value of the change before' },
};
