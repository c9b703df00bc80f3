/** How old a Chatwoot its tables are: the oldest that is read, or the newest. */
export type Age = '4.2' | '4.14';

/** Chatwoot’s tables with the columns that the layout reads: instants without a zone, numbers for words, JSON that holds JSON as a text. */
export function tablesOf(age: Age): string[] {
  const newer = age === '4.14';
  return [
    'CREATE TABLE accounts (id serial PRIMARY KEY, name varchar NOT NULL)',
    'CREATE TABLE users (id serial PRIMARY KEY, name varchar NOT NULL, encrypted_password varchar)',
    `CREATE TABLE account_users (id bigserial PRIMARY KEY, account_id bigint, user_id bigint, role int DEFAULT 0, availability int NOT NULL DEFAULT 0)`,
    'CREATE TABLE agent_bots (id bigserial PRIMARY KEY, name varchar, account_id bigint)',
    'CREATE TABLE teams (id bigserial PRIMARY KEY, name varchar NOT NULL, account_id bigint NOT NULL)',
    'CREATE TABLE team_members (id bigserial PRIMARY KEY, team_id bigint NOT NULL, user_id bigint NOT NULL)',
    `CREATE TABLE inboxes (id serial PRIMARY KEY, account_id int NOT NULL, name varchar NOT NULL, channel_type varchar, timezone varchar DEFAULT 'UTC',
      working_hours_enabled boolean DEFAULT false, csat_config jsonb NOT NULL DEFAULT '{}')`,
    `CREATE TABLE working_hours (id bigserial PRIMARY KEY, inbox_id bigint, account_id bigint, day_of_week int NOT NULL, closed_all_day boolean DEFAULT false,
      open_hour int, open_minutes int, close_hour int, close_minutes int, open_all_day boolean DEFAULT false)`,
    `CREATE TABLE contacts (id serial PRIMARY KEY, account_id int NOT NULL, name varchar DEFAULT '', email varchar, additional_attributes jsonb DEFAULT '{}',
      blocked boolean NOT NULL DEFAULT false, updated_at timestamp NOT NULL DEFAULT '2026-02-27 08:00:00'${newer ? ', company_id bigint' : ''})`,
    ...(newer ? ['CREATE TABLE companies (id bigserial PRIMARY KEY, account_id bigint NOT NULL, name varchar NOT NULL)'] : []),
    `CREATE TABLE conversations (id serial PRIMARY KEY, account_id int NOT NULL, display_id int NOT NULL, inbox_id int NOT NULL, contact_id bigint,
      status int NOT NULL DEFAULT 0, assignee_id int, team_id bigint, priority int, created_at timestamp NOT NULL, updated_at timestamp NOT NULL,
      additional_attributes jsonb DEFAULT '{}', custom_attributes jsonb DEFAULT '{}', cached_label_list text${newer ? ', assignee_agent_bot_id bigint' : ''})`,
    `CREATE TABLE messages (id serial PRIMARY KEY, account_id int NOT NULL, conversation_id int NOT NULL, message_type int NOT NULL, sender_type varchar,
      sender_id bigint, private boolean NOT NULL DEFAULT false, content text, content_type int NOT NULL DEFAULT 0, content_attributes json DEFAULT '{}',
      additional_attributes jsonb DEFAULT '{}', created_at timestamp NOT NULL, updated_at timestamp NOT NULL)`,
    'CREATE INDEX ON messages (conversation_id, account_id, message_type, created_at)',
    'CREATE INDEX ON messages (sender_type, sender_id)',
    `CREATE TABLE reporting_events (id bigserial PRIMARY KEY, name varchar, account_id int, inbox_id int, user_id int, conversation_id int,
      event_start_time timestamp, event_end_time timestamp, created_at timestamp(6) NOT NULL)`,
    `CREATE TABLE csat_survey_responses (id bigserial PRIMARY KEY, account_id bigint NOT NULL, conversation_id bigint NOT NULL, message_id bigint NOT NULL,
      contact_id bigint NOT NULL, assigned_agent_id bigint, rating int NOT NULL, feedback_message text, created_at timestamp(6) NOT NULL,
      updated_at timestamp(6) NOT NULL)`,
    ...(newer ? ENTERPRISE : []),
  ];
}

const ENTERPRISE = [
  `CREATE TABLE sla_policies (id bigserial PRIMARY KEY, account_id bigint NOT NULL, name varchar NOT NULL, first_response_time_threshold float8,
    next_response_time_threshold float8, resolution_time_threshold float8, only_during_business_hours boolean DEFAULT false)`,
  `CREATE TABLE applied_slas (id bigserial PRIMARY KEY, account_id bigint NOT NULL, sla_policy_id bigint NOT NULL, conversation_id bigint NOT NULL,
    created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL)`,
  `CREATE TABLE audits (id bigserial PRIMARY KEY, auditable_type varchar, auditable_id bigint, associated_type varchar, associated_id bigint, action varchar,
    audited_changes jsonb, created_at timestamp)`,
];
