import type { Columns, Here } from '../layout';

/** When an activity was: an e-mail that was logged later has its own instant. */
const AT = 'coalesce(property_hs_timestamp, property_hs_createdate) AS sent_at';
const DONE = [
  'engagement_id',
  'property_hs_timestamp',
  'property_hs_createdate',
  'property_hubspot_owner_id',
  '_fivetran_deleted',
  '_fivetran_synced',
] as const;

/** What a deleted activity is, which counts nowhere: its row stays, so that a refresh sees that it was deleted. */
const unlessDeleted = (kind: string): string => `CASE WHEN coalesce(_fivetran_deleted, false) THEN 'draft' ELSE ${kind} END AS kind`;

/** One that was forwarded to HubSpot is of an unknown side, and one that never left is none. */
const email = ({ has }: Here): string => `
  SELECT engagement_id, ${AT}, property_hubspot_owner_id AS owner_id,
    CASE property_hs_email_direction WHEN 'EMAIL' THEN 'agent' WHEN 'DRAFT_EMAIL' THEN 'agent' WHEN 'INCOMING_EMAIL' THEN 'customer' ELSE 'system' END AS author_kind,
    'public' AS visibility,
    ${unlessDeleted(`CASE
      WHEN property_hs_email_direction = 'DRAFT_EMAIL' THEN 'draft'
      ${has('engagement_email', 'property_hs_email_status') ? `WHEN property_hs_email_status IN ('FAILED', 'SCHEDULED') THEN 'draft'` : ''}
      WHEN property_hs_email_direction IN ('EMAIL', 'INCOMING_EMAIL') THEN 'reply'
      ELSE 'forward'
    END`)},
    _fivetran_synced AS synced
  FROM engagement_email`;

const written = (table: string, visibility: string, kind: string): string => `
  SELECT engagement_id, ${AT}, property_hubspot_owner_id, 'agent', '${visibility}', ${unlessDeleted(`'${kind}'`)}, _fivetran_synced
  FROM ${table}`;

/** What activities are made of, and what only some replicate. */
export const ACTIVITY_READS: Columns = { engagement_email: [...DONE, 'property_hs_email_direction'] };
export const ACTIVITY_MAYBE: Columns = { engagement_email: ['property_hs_email_status'], engagement_call: DONE, engagement_note: DONE };

/** A SELECT of e-mails, calls and notes: `engagement_id, sent_at, owner_id, author_kind, visibility, kind, synced`. */
export function activities(here: Here): string {
  return [
    email(here),
    ...(here.has('engagement_call', 'engagement_id') ? [written('engagement_call', 'public', 'call')] : []),
    ...(here.has('engagement_note', 'engagement_id') ? [written('engagement_note', 'internal', 'note')] : []),
  ].join(' UNION ALL ');
}
