import type { Here, LayoutSelect } from '../layout';
import { kindOfPerson, personOf } from '../zendesk/people';
import { AUDITS, DONE, hasAudits } from './audits';
import { COPIED, newest } from './newest';
import { ROLE, STAFF, USERS } from './people';

const hasComments = ({ has }: Here): boolean => has('ticket_comments', 'author_id');

/** Comments as (id, ticket_id, at, author_id, is_public, type, copied_at): of their stream, and those that it lost of the history. */
function writtenOf(here: Here): string {
  const own = `
    SELECT c.id, c.ticket_id, c.created_at AS at, c.author_id, c.public AS is_public, c.type, c.copied_at
    FROM ${newest('ticket_comments', ['id', 'ticket_id', 'created_at', 'author_id', 'public', 'type'])} AS c`;
  const ofHistory = `
    SELECT (d.event ->> 'id')::bigint AS id, d.ticket_id, d.at, coalesce((d.event ->> 'author_id')::bigint, d.author_id) AS author_id,
      (d.event ->> 'public')::boolean AS is_public, d.event ->> 'type' AS type, d.copied_at
    FROM ${DONE} AS d
    WHERE d.event ->> 'type' IN ('Comment', 'VoiceComment')
      ${hasComments(here) ? `AND NOT EXISTS (SELECT FROM ticket_comments c WHERE c.id = (d.event ->> 'id')::bigint)` : ''}`;
  const none = `
    SELECT NULL::bigint AS id, NULL::bigint AS ticket_id, NULL::timestamptz AS at, NULL::bigint AS author_id, NULL::boolean AS is_public, NULL::text AS type,
      NULL::timestamptz AS copied_at
    WHERE false`;
  const found = [...(hasComments(here) ? [own] : []), ...(hasAudits(here) ? [ofHistory] : [])];
  return found.length === 0 ? none : found.join(' UNION ALL ');
}

/** Comments; a private one is a note. */
export const message: LayoutSelect<'message'> = {
  reads: { tickets: ['id', 'requester_id', 'assignee_id', ...COPIED], users: ROLE },
  maybe: { ticket_comments: ['id', 'ticket_id', 'created_at', 'author_id', 'public', 'type', ...COPIED], ...AUDITS },
  select: (_, here) => `
    WITH tickets_now AS ${newest('tickets', ['id', 'requester_id', 'assignee_id'])},
    ${USERS},
    staff AS (${STAFF}),
    written AS (${writtenOf(here)})
    SELECT c.id AS message_id, c.ticket_id, c.at AS sent_at, ${personOf('c.author_id')} AS author_id,
      ${kindOfPerson('c.author_id', 't.requester_id', 'staff', 'u', here)} AS author_kind,
      CASE WHEN c.is_public THEN 'public' ELSE 'internal' END AS visibility,
      CASE WHEN NOT coalesce(c.is_public, false) THEN 'note' WHEN c.type = 'VoiceComment' THEN 'call' ELSE 'reply' END AS kind,
      CASE c.type WHEN 'VoiceComment' THEN 'phone' END AS channel,
      greatest(c.copied_at, t.copied_at, u.copied_at) AS updated_at
    FROM written c
      LEFT JOIN tickets_now t ON t.id = c.ticket_id
      LEFT JOIN users_now u ON u.id = c.author_id
      LEFT JOIN staff ON staff.id = c.author_id`,
  without: { handover: 'Zendesk does not say when a bot gives a conversation to people' },
};
