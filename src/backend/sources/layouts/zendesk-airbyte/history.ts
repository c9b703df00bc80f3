import type { LayoutSelect } from '../layout';
import { kindOfPerson, personOf } from '../zendesk/people';
import { kindOf } from '../zendesk/words';
import { AUDITS, DONE, ofFields } from './audits';
import { COPIED, newest } from './newest';
import { ROLE, STAFF, USERS } from './people';

/** A value of an event as text; lists and objects are none. */
const valueOf = (key: string): string =>
  `CASE jsonb_typeof(d.event -> '${key}') WHEN 'array' THEN NULL WHEN 'object' THEN NULL ELSE nullif(d.event ->> '${key}', '') END`;

const becomes = (key: string): string => `CASE f.field WHEN 'status' THEN ${kindOf(valueOf(key))} ELSE ${valueOf(key)} END`;

/** What fields of a ticket became, by its audits; a status is a stage too. Deleting is no status. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: { ...AUDITS, tickets: ['id', 'requester_id', 'assignee_id', ...COPIED], users: ROLE },
  select: (_, here) => `
    WITH tickets_now AS ${newest('tickets', ['id', 'requester_id', 'assignee_id'])},
    ${USERS},
    staff AS (${STAFF})
    SELECT d.audit_id || '-' || lpad(d.nth::text, 4, '0') || '-' || f.field AS event_id, d.ticket_id, d.at, f.field,
      ${becomes('previous_value')} AS from_value, ${becomes('value')} AS to_value,
      ${personOf('d.author_id')} AS actor_id, ${kindOfPerson('d.author_id', 't.requester_id', 'staff', 'u', here)} AS actor_kind, d.copied_at AS updated_at
    FROM ${DONE} AS d
      JOIN (VALUES ('status', 'status'), ('status', 'stage'), ('assignee_id', 'owner'), ('group_id', 'team'), ('priority', 'priority')) AS f (name, field)
        ON f.name = d.event ->> 'field_name'
      LEFT JOIN tickets_now t ON t.id = d.ticket_id
      LEFT JOIN users_now u ON u.id = d.author_id
      LEFT JOIN staff ON staff.id = d.author_id
    WHERE ${ofFields('d.event', ['status', 'assignee_id', 'group_id', 'priority'])}
      AND NOT (f.name = 'status' AND d.event ->> 'value' = 'deleted')`,
  optional: 'the stream ticket_audits is not replicated, and so no history: a ticket’s last close is all that is known',
};
