import type { Here } from '../layout';
import { COPIED, newest } from './newest';

/** What a ticket’s history is made of. */
export const AUDITS = { ticket_audits: ['id', 'ticket_id', 'author_id', 'created_at', 'events', ...COPIED] } as const;

/** Whether the history of tickets is replicated: it is by far the slowest stream, and many leave it off. */
export const hasAudits = ({ has }: Here): boolean => has('ticket_audits', 'events');

/** What was done to tickets, one row each, as a relation (audit_id, nth, ticket_id, author_id, at, event, copied_at): all that was done at once has one instant. */
export const DONE = `(
    SELECT h.id AS audit_id, d.nth, h.ticket_id, h.author_id, h.created_at AS at, d.event, h.copied_at
    FROM ${newest('ticket_audits', ['id', 'ticket_id', 'author_id', 'created_at', 'events'])} AS h
      CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(h.events) WHEN 'array' THEN h.events ELSE '[]' END) WITH ORDINALITY AS d (event, nth)
  )`;

/** Whether it is a field’s first value, or another one. */
export const ofFields = (event: string, fields: readonly string[]): string =>
  `${event} ->> 'type' IN ('Create', 'Change') AND ${event} ->> 'field_name' IN (${fields.map((field) => `'${field}'`).join(', ')})`;
