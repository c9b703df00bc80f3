import type { Flavour } from '../flavour';
import type { Here, LayoutSelect } from '../layout';
import { channelOf, kindOf } from '../zendesk/words';
import { stageNow } from './stages';
import { kindOfPerson } from '../zendesk/people';
import { STAFF } from './people';

/** What every helpdesk names by itself: columns of its own fields, without the word before their names. */
function customFields({ object }: Flavour, here: Here): string {
  const own = here.columns('ticket').filter((column) => column.startsWith('custom_') && column !== 'custom_status_id');
  return object({
    type: 't.type',
    ...(here.has('brand', 'name') ? { brand: 'b.name' } : {}),
    ...Object.fromEntries(own.map((column) => [column.slice('custom_'.length), `t."${column.replaceAll('"', '""')}"`])),
  });
}

/** The latest name of each form. */
const FORMS = `
  LEFT JOIN (
    SELECT id, (array_agg(name ORDER BY updated_at DESC))[1] AS name FROM ticket_form_history GROUP BY id
  ) AS f ON f.id = t.ticket_form_id`;

const TAGS = `
  LEFT JOIN (
    SELECT ticket_id, array_agg(tag ORDER BY tag) AS tags, bool_or(tag = 'closed_by_merge') AS is_merged, max(_fivetran_synced) AS synced
    FROM ticket_tag
    GROUP BY ticket_id
  ) AS g ON g.ticket_id = t.id`;

/**
 * Tickets. Who submitted one began it, but where its first comment is the requester’s own, which an agent passed on. One that was merged is named by the ticket
 * that took it in; where that is gone, a tag is all that says so, and it names itself.
 */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    ticket: [
      'id',
      'subject',
      'created_at',
      'status',
      'priority',
      'type',
      'requester_id',
      'submitter_id',
      'assignee_id',
      'group_id',
      'organization_id',
      'ticket_form_id',
      'via_channel',
      'merged_ticket_ids',
      'via_followup_source_id',
      '_fivetran_synced',
    ],
    ticket_comment: ['ticket_id', 'user_id', 'created'],
    user: ['id', 'role', '_fivetran_synced'],
  },
  maybe: {
    ticket: ['brand_id', 'custom_status_id', '_fivetran_deleted'],
    ticket_tag: ['ticket_id', 'tag', '_fivetran_synced'],
    ticket_form_history: ['id', 'name', 'updated_at'],
    brand: ['id', 'name'],
  },
  select: (sql, here) => {
    const hasTags = here.has('ticket_tag', 'tag');
    const hasForms = here.has('ticket_form_history', 'name');
    const isDeleted = `t.status = 'deleted'${here.has('ticket', '_fivetran_deleted') ? ' OR coalesce(t._fivetran_deleted, false)' : ''}`;
    return `
    WITH staff AS (${STAFF}),
    merges AS (
      SELECT m.id[1]::bigint AS loser, min(s.id) AS survivor, max(s._fivetran_synced) AS synced
      FROM ticket s CROSS JOIN LATERAL regexp_matches(s.merged_ticket_ids::text, '[0-9]+', 'g') AS m (id)
      GROUP BY 1
    )
    SELECT t.id AS ticket_id, t.id AS number, t.subject, t.created_at,
      CASE
        WHEN t.submitter_id <> t.requester_id AND t.id IN (
          SELECT c.ticket_id FROM ticket_comment c JOIN ticket o ON o.id = c.ticket_id
          WHERE c.created <= o.created_at AND c.user_id = o.requester_id
        ) THEN 'customer'
        WHEN t.submitter_id IS NOT NULL THEN ${kindOfPerson('t.submitter_id', 't.requester_id', 'staff', 'u', here)}
      END AS created_by,
      ${channelOf('t.via_channel')} AS channel, t.requester_id, t.organization_id AS org_id, t.assignee_id AS owner_id, t.group_id AS team_id,
      'zendesk' AS pipeline_id, CASE WHEN t.status <> 'deleted' THEN ${stageNow(here)} END AS stage_id,
      CASE WHEN ${isDeleted} THEN 'closed' ELSE ${kindOf('t.status')} END AS status, t.priority,
      ${hasForms ? 'coalesce(f.name, t.ticket_form_id::text)' : 't.ticket_form_id::text'} AS category,
      ${hasTags ? 'g.tags' : 'NULL::text[]'} AS tags,
      coalesce(m.survivor${hasTags ? ', CASE WHEN g.is_merged THEN t.id END' : ''}) AS merged_into_id, t.via_followup_source_id AS parent_id,
      ${isDeleted} AS is_deleted, ${customFields(sql, here)} AS attributes,
      greatest(t._fivetran_synced, m.synced, u._fivetran_synced${hasTags ? ', g.synced' : ''}) AS updated_at
    FROM ticket t
      LEFT JOIN "user" u ON u.id = t.submitter_id
      LEFT JOIN staff ON staff.id = t.submitter_id
      LEFT JOIN merges m ON m.loser = t.id
      ${hasTags ? TAGS : ''}
      ${hasForms ? FORMS : ''}
      ${here.has('brand', 'name') ? 'LEFT JOIN brand b ON b.id = t.brand_id' : ''}`;
  },
  without: {
    closed_at: 'it is an event',
    is_spam: 'Zendesk’s suspended tickets are not replicated',
    is_test: 'Zendesk has no mark for it',
    is_imported: 'Zendesk has no mark for it',
  },
};
