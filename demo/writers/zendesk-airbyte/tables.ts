const COPIED = `_airbyte_raw_id text NOT NULL DEFAULT gen_random_uuid()::text, _airbyte_extracted_at timestamptz NOT NULL DEFAULT '2026-01-01 00:00:00+00',
    _airbyte_meta jsonb NOT NULL DEFAULT '{"changes": []}', _airbyte_generation_id bigint`;

const stream = (name: string, columns: string): string => `CREATE TABLE ${name} (${columns}, ${COPIED})`;

/** Airbyte’s tables of a Zendesk, with the columns that the layout reads: a stream each, without keys, as it makes them. */
export const TABLES: readonly string[] = [
  stream(
    'tickets',
    `id bigint, created_at timestamptz, updated_at timestamptz, subject text, description text, type text, status text, priority text, requester_id bigint,
    submitter_id bigint, assignee_id bigint, organization_id bigint, group_id bigint, brand_id bigint, ticket_form_id bigint, via jsonb, tags jsonb, custom_fields jsonb`
  ),
  stream('ticket_fields', 'id bigint, title text'),
  stream('ticket_comments', 'id bigint, ticket_id bigint, type text, public boolean, author_id bigint, created_at timestamptz, body text'),
  stream('ticket_audits', 'id bigint, ticket_id bigint, author_id bigint, created_at timestamptz, events jsonb'),
  stream('ticket_metrics', 'id bigint, ticket_id bigint, solved_at timestamptz, reopens bigint'),
  stream('ticket_forms', 'id bigint, name text'),
  stream('deleted_tickets', 'id bigint, deleted_at timestamptz, previous_state text'),
  stream('users', 'id bigint, name text, role text, active boolean, suspended boolean, organization_id bigint, time_zone text, iana_time_zone text'),
  stream('groups', 'id bigint, name text, deleted boolean'),
  stream('group_memberships', 'id bigint, group_id bigint, user_id bigint'),
  stream('organizations', 'id bigint, name text'),
  stream('brands', 'id bigint, name text'),
  stream(
    'satisfaction_ratings',
    'id bigint, ticket_id bigint, requester_id bigint, assignee_id bigint, score text, comment text, created_at timestamptz, updated_at timestamptz'
  ),
  stream('schedules', 'id bigint, name text, time_zone text, intervals jsonb, created_at timestamptz'),
  stream('sla_policies', 'id bigint, title text, policy_metrics jsonb'),
];
