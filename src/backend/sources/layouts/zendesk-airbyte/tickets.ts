import type { Here, LayoutSelect } from '../layout';
import { kindOfPerson } from '../zendesk/people';
import { channelOf, kindOf } from '../zendesk/words';
import { DONE, hasAudits } from './audits';
import { COPIED, newest } from './newest';
import { STAFF, USERS } from './people';

/** The helpdesk’s own fields by their titles, where those are replicated, else by their numbers; empty ones are left out. */
function customFields({ has }: Here): string {
  const hasTitles = has('ticket_fields', 'title');
  return `(
        SELECT jsonb_object_agg(coalesce(${hasTitles ? 'n.title, ' : ''}f.field ->> 'id'), f.field -> 'value')
        FROM jsonb_array_elements(CASE jsonb_typeof(t.custom_fields) WHEN 'array' THEN t.custom_fields ELSE '[]' END) AS f (field)
          ${hasTitles ? `LEFT JOIN titles n ON n.id::text = f.field ->> 'id'` : ''}
        WHERE f.field ->> 'value' IS NOT NULL
      )`;
}

const READ = [
  'id',
  'created_at',
  'subject',
  'type',
  'status',
  'priority',
  'requester_id',
  'submitter_id',
  'assignee_id',
  'organization_id',
  'group_id',
  'brand_id',
  'ticket_form_id',
  'via',
  'tags',
  'custom_fields',
] as const;

/** Who wrote first, where that was at once: by comments, else by the history. */
const FIRSTS = ({ has }: Here): string =>
  has('ticket_comments', 'author_id')
    ? 'SELECT ticket_id, author_id, created_at AS at FROM ticket_comments'
    : `SELECT ticket_id, (event ->> 'author_id')::bigint AS author_id, at FROM ${DONE} AS d WHERE event ->> 'type' = 'Comment'`;

/**
 * Tickets. Who submitted one began it, but where its first comment is the requester’s own, which an agent passed on. Which ticket took in one that was merged is
 * not said: it names itself. Without a history, when it was solved last is all that is known of its closes.
 */
export const ticket: LayoutSelect<'ticket'> = {
  reads: { tickets: [...READ, ...COPIED], users: ['id', 'role', ...COPIED] },
  maybe: {
    ticket_comments: ['ticket_id', 'author_id', 'created_at'],
    ticket_metrics: ['id', 'ticket_id', 'solved_at', ...COPIED],
    ticket_forms: ['id', 'name', ...COPIED],
    ticket_fields: ['id', 'title', ...COPIED],
    brands: ['id', 'name', ...COPIED],
    deleted_tickets: ['id', ...COPIED],
  },
  select: (_, here) => {
    const hasOf = { forms: here.has('ticket_forms', 'name'), brands: here.has('brands', 'name'), gone: here.has('deleted_tickets', 'id') };
    const hasMetrics = here.has('ticket_metrics', 'solved_at');
    const hasFirsts = here.has('ticket_comments', 'author_id') || hasAudits(here);
    const isDeleted = `(t.status = 'deleted'${hasOf.gone ? ' OR g.id IS NOT NULL' : ''})`;
    const isMerged = `coalesce(t.tags @> '"closed_by_merge"', false)`;
    return `
    WITH tickets_now AS ${newest('tickets', READ)},
    ${USERS},
    ${here.has('ticket_fields', 'title') ? `titles AS ${newest('ticket_fields', ['id', 'title'])},` : ''}
    staff AS (${STAFF})
    SELECT t.id AS ticket_id, t.id AS number, t.subject, t.created_at,
      CASE
        ${
          hasFirsts
            ? `WHEN t.submitter_id <> t.requester_id AND t.id IN (
          SELECT o.id FROM (${FIRSTS(here)}) AS c JOIN tickets_now o ON o.id = c.ticket_id WHERE c.at <= o.created_at AND c.author_id = o.requester_id
        ) THEN 'customer'`
            : ''
        }
        WHEN t.submitter_id IS NOT NULL THEN ${kindOfPerson('t.submitter_id', 't.requester_id', 'staff', 'u', here)}
      END AS created_by,
      ${channelOf(`t.via ->> 'channel'`)} AS channel, t.requester_id, t.organization_id AS org_id, t.assignee_id AS owner_id, t.group_id AS team_id,
      'zendesk' AS pipeline_id, CASE WHEN NOT ${isDeleted} THEN t.status END AS stage_id,
      CASE WHEN ${isDeleted} THEN 'closed' WHEN ${isMerged} THEN 'merged' ELSE ${kindOf('t.status')} END AS status, t.priority,
      ${hasOf.forms ? 'coalesce(f.name, t.ticket_form_id::text)' : 't.ticket_form_id::text'} AS category,
      CASE jsonb_typeof(t.tags) WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(t.tags)) END AS tags,
      ${hasMetrics && !hasAudits(here) ? `CASE WHEN t.status IN ('solved', 'closed') THEN m.solved_at END` : 'NULL::timestamptz'} AS closed_at,
      CASE WHEN ${isMerged} THEN t.id END AS merged_into_id,
      CASE t.via #>> '{source,rel}' WHEN 'follow_up' THEN t.via #>> '{source,from,ticket_id}' END AS parent_id,
      ${isDeleted} AS is_deleted,
      jsonb_build_object('type', t.type${hasOf.brands ? ", 'brand', b.name" : ''}) || coalesce(${customFields(here)}, '{}') AS attributes,
      greatest(t.copied_at, u.copied_at${hasOf.gone ? ', g.copied_at' : ''}${hasMetrics ? ', m.copied_at' : ''}) AS updated_at
    FROM tickets_now t
      LEFT JOIN users_now u ON u.id = t.submitter_id
      LEFT JOIN staff ON staff.id = t.submitter_id
      ${hasMetrics ? `LEFT JOIN ${newest('ticket_metrics', ['ticket_id', 'solved_at'])} AS m ON m.ticket_id = t.id` : ''}
      ${hasOf.gone ? `LEFT JOIN ${newest('deleted_tickets', ['id'])} AS g ON g.id = t.id` : ''}
      ${hasOf.forms ? `LEFT JOIN ${newest('ticket_forms', ['id', 'name'])} AS f ON f.id = t.ticket_form_id` : ''}
      ${hasOf.brands ? `LEFT JOIN ${newest('brands', ['id', 'name'])} AS b ON b.id = t.brand_id` : ''}`;
  },
  without: {
    is_spam: 'Zendesk’s suspended tickets are not replicated',
    is_test: 'Zendesk has no mark for it',
    is_imported: 'Zendesk has no mark for it',
  },
};
