import type { DatabaseKind } from '../helpdesk/demo-helpdesk';

/** What the kinds of databases say differently. */
const WORDS: Readonly<Record<DatabaseKind, { readonly id: string; readonly at: string }>> = {
  postgres: { id: 'id serial PRIMARY KEY', at: 'timestamp(3)' },
  mysql: { id: 'id int AUTO_INCREMENT PRIMARY KEY', at: 'datetime(3)' },
};

/** Zammad’s tables with the columns that the layout reads: instants without a zone, names in tables of their own, YAML in texts. */
export function tablesOf(kind: DatabaseKind): string[] {
  const { id, at } = WORDS[kind];
  const made = `created_at ${at} NOT NULL DEFAULT '2026-02-27 08:00:00', updated_at ${at} NOT NULL DEFAULT '2026-02-27 08:00:00'`;
  const names = (table: string, more = ''): string => `CREATE TABLE ${table} (${id}, name varchar(250) NOT NULL, ${more}${made})`;
  return [
    names('organizations'),
    `CREATE TABLE users (${id}, organization_id int, login varchar(255) NOT NULL, firstname varchar(100), lastname varchar(100), password varchar(120),
      active boolean NOT NULL DEFAULT true, ${made})`,
    names('groups'),
    names('roles'),
    names('permissions'),
    'CREATE TABLE permissions_roles (role_id int, permission_id int)',
    'CREATE TABLE roles_users (user_id int, role_id int)',
    `CREATE TABLE groups_users (user_id int NOT NULL, group_id int NOT NULL, access varchar(50) NOT NULL DEFAULT 'full')`,
    `CREATE TABLE roles_groups (role_id int NOT NULL, group_id int NOT NULL, access varchar(50) NOT NULL DEFAULT 'full')`,
    names('ticket_state_types'),
    names('ticket_states', 'state_type_id int NOT NULL, next_state_id int, ignore_escalation boolean NOT NULL DEFAULT false, '),
    names('ticket_priorities'),
    names('ticket_article_types', 'communication boolean NOT NULL DEFAULT false, '),
    names('ticket_article_senders'),
    `CREATE TABLE tickets (${id}, group_id int NOT NULL, priority_id int NOT NULL, state_id int NOT NULL, organization_id int, number varchar(60) NOT NULL,
      title varchar(250) NOT NULL, owner_id int NOT NULL, customer_id int NOT NULL, close_at ${at} NULL, last_close_at ${at} NULL, first_response_at ${at} NULL,
      create_article_type_id int, create_article_sender_id int, created_by_id int NOT NULL DEFAULT 1, region varchar(100), plan varchar(100),
      language varchar(100), sla_plan varchar(100), urgent boolean, ${made})`,
    'CREATE INDEX tickets_updated_at ON tickets (updated_at)',
    `CREATE TABLE ticket_articles (${id}, ticket_id int NOT NULL, type_id int NOT NULL, sender_id int NOT NULL, body text, internal boolean NOT NULL DEFAULT false,
      preferences text, created_by_id int NOT NULL DEFAULT 1, origin_by_id int, ${made})`,
    'CREATE INDEX ticket_articles_ticket_id ON ticket_articles (ticket_id)',
    'CREATE INDEX ticket_articles_created_by_id ON ticket_articles (created_by_id)',
    names('history_types'),
    names('history_objects'),
    names('history_attributes'),
    `CREATE TABLE histories (${id}, history_type_id int NOT NULL, history_object_id int NOT NULL, history_attribute_id int, o_id int NOT NULL, related_o_id int,
      id_from int, id_to int, value_from varchar(500), value_to varchar(500), created_by_id int NOT NULL, ${made})`,
    'CREATE INDEX histories_o_id ON histories (o_id)',
    'CREATE INDEX histories_created_at ON histories (created_at)',
    names('tag_objects'),
    names('tag_items'),
    `CREATE TABLE tags (${id}, tag_item_id int NOT NULL, tag_object_id int NOT NULL, o_id int NOT NULL, ${made})`,
    'CREATE INDEX tags_o_id ON tags (o_id)',
    `CREATE TABLE calendars (${id}, name varchar(250), timezone varchar(250), business_hours text, "default" boolean NOT NULL DEFAULT false, public_holidays text, ${made})`,
    `CREATE TABLE slas (${id}, calendar_id int NOT NULL, name varchar(150), first_response_time int, response_time int, update_time int, solution_time int,
      "condition" text, ${made})`,
    names('object_lookups'),
    `CREATE TABLE object_manager_attributes (${id}, object_lookup_id int NOT NULL, name varchar(200) NOT NULL, display varchar(200) NOT NULL,
      data_type varchar(100) NOT NULL, editable boolean NOT NULL DEFAULT true, active boolean NOT NULL DEFAULT true, ${made})`,
    names('ticket_time_accounting_types'),
    `CREATE TABLE ticket_time_accountings (${id}, ticket_id int NOT NULL, ticket_article_id int, time_unit decimal(6, 2) NOT NULL, type_id int, created_by_id int NOT NULL, ${made})`,
  ];
}
