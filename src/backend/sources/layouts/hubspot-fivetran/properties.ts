import type { Flavour } from '../flavour';
import type { Here, LayoutDocuments } from '../layout';

/** HubSpot’s own properties of tickets whose names do not begin with `hs_`: other columns have them, or they change with every message. */
const HUBSPOTS = [
  'closed_date',
  'content',
  'created_by',
  'createdate',
  'first_agent_reply_date',
  'last_engagement_date',
  'last_reply_date',
  'notes_last_contacted',
  'notes_last_updated',
  'notes_next_activity_date',
  'nps_follow_up_answer',
  'nps_follow_up_question_version',
  'nps_score',
  'num_contacted_notes',
  'num_notes',
  'source_ref',
  'source_thread_id',
  'source_type',
  'subject',
  'tags',
  'time_to_close',
  'time_to_first_agent_reply',
];

/** Those of HubSpot that are worth a custom field: what became of its own SLA goals. */
const WANTED = ['hs_time_to_first_response_sla_status', 'hs_time_to_next_response_sla_status', 'hs_time_to_close_sla_status'];

/** So long a value is at most that somebody chose: longer ones are what people write, which is not read. */
const LONGEST = 100;

const columns = (names: readonly string[]): string => names.map((name) => `'property_${name}'`).join(', ');

/** The columns of a portal’s own properties that are there and may be read: texts, numbers and booleans. */
export const properties: LayoutDocuments = {
  reads: { ticket: ['id'] },
  select: () => `
    SELECT attname AS name
    FROM pg_attribute
    WHERE attrelid = to_regclass('ticket') AND attnum > 0 AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'SELECT')
      AND atttypid IN ('text'::regtype, 'varchar'::regtype, 'boolean'::regtype, 'integer'::regtype, 'bigint'::regtype, 'float8'::regtype, 'numeric'::regtype)
      AND attname LIKE 'property\\_%' AND attname NOT IN (${columns(HUBSPOTS)})
      AND (attname NOT SIMILAR TO 'property\\_(hs|hubspot)\\_%' OR attname IN (${columns(WANTED)}))
    ORDER BY attname`,
};

/** A portal’s own properties of a ticket as JSON, by their names in HubSpot. */
export function attributesOf(ticket: string, { documents }: Here, { object }: Flavour): string {
  const own = documents('properties').map(({ name }) => {
    const written = `${ticket}."${(name ?? '').replaceAll('"', '""')}"::text`;
    return [(name ?? '').replace('property_', ''), `CASE WHEN length(${written}) <= ${LONGEST} THEN nullif(${written}, '') END`];
  });
  return own.length === 0 ? 'NULL::jsonb' : `jsonb_strip_nulls(${object(Object.fromEntries(own))})`;
}
