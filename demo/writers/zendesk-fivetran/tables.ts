const SYNCED = `_fivetran_synced timestamptz DEFAULT '2026-01-01 00:00:00+00'`;
const DELETED = '_fivetran_deleted boolean DEFAULT false';

/** Fivetran’s tables of a Zendesk, with the columns that the layout reads: those that every Zendesk fills. */
export const TABLES: readonly string[] = [
  `CREATE TABLE ticket (id bigint PRIMARY KEY, subject text, description text, created_at timestamptz, updated_at timestamptz, status text, priority text, type text,
    requester_id bigint, submitter_id bigint, assignee_id bigint, group_id bigint, organization_id bigint, brand_id bigint, ticket_form_id bigint, via_channel text,
    merged_ticket_ids text DEFAULT '[]', via_followup_source_id bigint, custom_status_id bigint, custom_region text, custom_plan text, custom_language text,
    ${DELETED}, ${SYNCED})`,
  `CREATE TABLE ticket_comment (id bigint PRIMARY KEY, ticket_id bigint, user_id bigint, created timestamptz, public boolean DEFAULT true, body text,
    voice_comment boolean DEFAULT false, facebook_comment boolean DEFAULT false, tweet boolean DEFAULT false, ${DELETED}, ${SYNCED})`,
  `CREATE TABLE ticket_field_history (ticket_id bigint, field_name text, updated timestamptz, value text, user_id bigint, ${SYNCED},
    PRIMARY KEY (ticket_id, field_name, updated))`,
  `CREATE TABLE ticket_tag (ticket_id bigint, tag text, ${SYNCED}, PRIMARY KEY (ticket_id, tag))`,
  `CREATE TABLE "user" (id bigint PRIMARY KEY, name text, role text, active boolean DEFAULT true, suspended boolean DEFAULT false, time_zone text,
    organization_id bigint, ${SYNCED})`,
  `CREATE TABLE "group" (id bigint PRIMARY KEY, name text, ${DELETED}, ${SYNCED})`,
  `CREATE TABLE group_membership (id bigint PRIMARY KEY, group_id bigint, user_id bigint, ${DELETED}, ${SYNCED})`,
  `CREATE TABLE organization (id bigint PRIMARY KEY, name text, ${SYNCED})`,
  `CREATE TABLE brand (id bigint PRIMARY KEY, name text, ${DELETED}, ${SYNCED})`,
  `CREATE TABLE ticket_form_history (id bigint, name text, updated_at timestamptz, ${DELETED}, ${SYNCED}, PRIMARY KEY (id, updated_at))`,
  `CREATE TABLE schedule (id bigint, name text, time_zone text, created_at timestamptz, start_time bigint, end_time bigint, start_time_utc bigint, end_time_utc bigint,
    ${DELETED}, ${SYNCED})`,
  `CREATE TABLE schedule_holiday (id bigint, schedule_id bigint, name text, start_date date, end_date date, ${DELETED}, ${SYNCED})`,
  `CREATE TABLE ticket_schedule (ticket_id bigint, schedule_id bigint, created_at timestamptz, ${SYNCED})`,
];

/** What only those have who have made statuses of their own, or who chat. */
export const MORE_TABLES: readonly string[] = [
  'CREATE TABLE custom_status (id bigint PRIMARY KEY, agent_label text, status_category text)',
  `CREATE TABLE ticket_chat (chat_id text PRIMARY KEY, ticket_id bigint, ${SYNCED})`,
  `CREATE TABLE ticket_chat_event (chat_id text, chat_index int, created_at timestamptz, type text, actor_id text, is_history_context boolean DEFAULT false,
    message text, ${SYNCED})`,
];
