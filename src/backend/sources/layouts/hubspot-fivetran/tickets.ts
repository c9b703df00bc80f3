import type { Here, LayoutSelect } from '../layout';
import { wordOf } from '../word-of';
import { attributesOf } from './properties';
import { beganBy, imported } from './sources';

/** A property that only some portals replicate; null in others. */
const property = ({ has }: Here, name: string): string => (has('ticket', name) ? `t.${name}` : 'NULL');

/** Which ticket a merged one is in: a text of the merged, the survivor, when that was written. Of several survivors one that still is. */
const mergedInto = ({ has }: Here): string => `
  SELECT DISTINCT ON (loser) loser, survivor, synced
  FROM (
    SELECT trim(m.loser) AS loser, s.id AS survivor, coalesce(s.is_deleted, false) AS is_deleted, s._fivetran_synced AS synced
    FROM ticket s CROSS JOIN LATERAL unnest(string_to_array(${has('ticket', 'property_hs_merged_object_ids') ? 's.property_hs_merged_object_ids' : 'NULL'}, ';')) AS m (loser)
  ) merges
  ORDER BY loser, is_deleted, survivor`;

const CHANNELS = { EMAIL: 'email', CHAT: 'chat', FORM: 'web_form', PHONE: 'phone' } as const;

/** A canonical channel: a source of the portal’s own has its own word. */
const channelOf = (source: string): string => wordOf(`upper(${source})`, CHANNELS, `lower(nullif(${source}, ''))`);

/** Tickets, deleted and merged ones included. Several contacts or companies: the first by number. */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    ticket: [
      'id',
      'property_createdate',
      'property_closed_date',
      'property_subject',
      'property_hs_pipeline',
      'property_hs_pipeline_stage',
      'property_hs_ticket_priority',
      'property_hubspot_owner_id',
      'is_deleted',
      '_fivetran_deleted',
      '_fivetran_synced',
    ],
    ticket_property_history: ['ticket_id', 'name', 'timestamp_instant', 'source'],
    ticket_contact: ['ticket_id', 'contact_id', '_fivetran_synced'],
    ticket_company: ['ticket_id', 'company_id', '_fivetran_synced'],
  },
  maybe: { ticket: ['property_hs_merged_object_ids', 'property_hs_ticket_category', 'property_hubspot_team_id', 'property_source_type'] },
  select: (sql, here) => `
    WITH began AS (
      SELECT DISTINCT ON (ticket_id) ticket_id, source
      FROM ticket_property_history
      WHERE name = 'hs_pipeline_stage'
      ORDER BY ticket_id, timestamp_instant
    ),
    contacts AS (SELECT ticket_id, min(contact_id) AS id, max(_fivetran_synced) AS synced FROM ticket_contact GROUP BY ticket_id),
    companies AS (SELECT ticket_id, min(company_id) AS id, max(_fivetran_synced) AS synced FROM ticket_company GROUP BY ticket_id),
    merged AS (${mergedInto(here)})
    SELECT t.id AS ticket_id, t.id AS number, t.property_subject AS subject, t.property_createdate AS created_at,
      ${beganBy(`upper(nullif(${property(here, 'property_source_type')}, ''))`, 'began.source')} AS created_by,
      ${channelOf(property(here, 'property_source_type'))} AS channel, contacts.id AS requester_id, companies.id AS org_id,
      t.property_hubspot_owner_id AS owner_id, ${property(here, 'property_hubspot_team_id')} AS team_id,
      t.property_hs_pipeline AS pipeline_id, t.property_hs_pipeline_stage AS stage_id, CASE WHEN merged.loser IS NOT NULL THEN 'merged' END AS status,
      lower(nullif(t.property_hs_ticket_priority, '')) AS priority, nullif(${property(here, 'property_hs_ticket_category')}, '') AS category,
      t.property_closed_date AS closed_at, merged.survivor AS merged_into_id,
      merged.loser IS NULL AND (coalesce(t.is_deleted, false) OR coalesce(t._fivetran_deleted, false)) AS is_deleted,
      ${imported('began.source')} AS is_imported, ${attributesOf('t', here, sql)} AS attributes,
      greatest(t._fivetran_synced, contacts.synced, companies.synced, merged.synced) AS updated_at
    FROM ticket t
      LEFT JOIN began ON began.ticket_id = t.id
      LEFT JOIN contacts ON contacts.ticket_id = t.id
      LEFT JOIN companies ON companies.ticket_id = t.id
      LEFT JOIN merged ON merged.loser = t.id::text`,
  without: {
    tags: 'HubSpot has none of tickets',
    parent_id: 'HubSpot has none',
    is_spam: 'HubSpot makes no ticket of spam',
    is_test: 'HubSpot has no mark for it',
  },
};
