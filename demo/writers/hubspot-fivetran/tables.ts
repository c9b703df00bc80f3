const SYNCED = `_fivetran_synced timestamptz DEFAULT '2026-05-01 00:00:00+00'`;
const KEPT = `${SYNCED}, _fivetran_deleted boolean DEFAULT false`;

const activity = (name: string, more = ''): string =>
  `CREATE TABLE ${name} (engagement_id bigint PRIMARY KEY, property_hs_timestamp timestamptz, property_hs_createdate timestamptz,
    property_hubspot_owner_id bigint${more}, ${KEPT})`;

/** The connector’s tables with the columns that the layout reads: instants with their zone, properties of an object as `property_…`, associations without a key of their own. */
export const TABLES: readonly string[] = [
  `CREATE TABLE owner (owner_id bigint PRIMARY KEY, active_user_id bigint, is_active boolean, first_name text, last_name text, email text, portal_id bigint, ${SYNCED})`,
  `CREATE TABLE users (id bigint PRIMARY KEY, first_name text, last_name text, email text, ${SYNCED})`,
  `CREATE TABLE team (id bigint PRIMARY KEY, name text, ${KEPT})`,
  `CREATE TABLE owner_team (owner_id bigint, team_id bigint, is_team_primary boolean, ${SYNCED})`,
  `CREATE TABLE contact (id bigint PRIMARY KEY, property_firstname text, property_lastname text, property_email text, ${KEPT})`,
  `CREATE TABLE company (id bigint PRIMARY KEY, property_name text, is_deleted boolean DEFAULT false, ${KEPT})`,
  `CREATE TABLE ticket_pipeline (pipeline_id text PRIMARY KEY, label text, display_order int, ${KEPT})`,
  `CREATE TABLE ticket_pipeline_stage (stage_id text, pipeline_id text, label text, display_order int, is_closed boolean, ticket_state text, ${KEPT})`,
  `CREATE TABLE ticket (id bigint PRIMARY KEY, property_createdate timestamptz, property_closed_date timestamptz, property_first_agent_reply_date timestamptz,
    property_subject text, property_content text, property_hs_pipeline text, property_hs_pipeline_stage text, property_hs_ticket_priority text,
    property_hs_ticket_category text, property_hubspot_owner_id bigint, property_hubspot_team_id bigint, property_source_type text,
    property_hs_merged_object_ids text, property_region text, property_plan text, property_language text, is_deleted boolean DEFAULT false, ${KEPT})`,
  `CREATE TABLE ticket_property_history (ticket_id bigint, name text, timestamp_instant timestamptz, value text, source text, source_id text, ${SYNCED},
    PRIMARY KEY (ticket_id, name, timestamp_instant))`,
  `CREATE TABLE ticket_contact (ticket_id bigint, contact_id bigint, category text, ${SYNCED})`,
  `CREATE TABLE ticket_company (ticket_id bigint, company_id bigint, category text, ${SYNCED})`,
  `CREATE TABLE ticket_engagement (ticket_id bigint, engagement_id bigint, category text, ${SYNCED})`,
  activity('engagement_email', ', property_hs_email_direction text, property_hs_email_status text'),
  activity('engagement_call'),
  activity('engagement_note'),
];
