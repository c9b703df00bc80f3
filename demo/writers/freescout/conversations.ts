import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** The tickets that FreeScout has a place for: it marks none as a test. */
export const TOLD = `SELECT * FROM canonical_ticket WHERE NOT is_test`;

/** A robot, as whom a workflow does what the demo’s helpdesk does by itself. */
export const ROBOT = 9000;

/** FreeScout’s number of a status: what is on hold is active there. */
export const statusOf = (kind: string): string =>
  `CASE ${kind} WHEN 'waiting_customer' THEN 2 WHEN 'closed' THEN 3 WHEN 'merged' THEN 3 WHEN 'spam' THEN 4 ELSE 1 END`;

const TAGS = `(SELECT name, row_number() OVER (ORDER BY name) AS number FROM (SELECT DISTINCT unnest(tags) AS name FROM canonical_ticket))`;

/** Who there is, and conversations as they are today. */
export const CONVERSATIONS: readonly Told[] = [
  {
    table: 'users',
    select: `
      SELECT ${numberOf('agent_id')} AS id, left(split_part(name, ' ', 1), 20) AS first_name, substr(name, length(split_part(name, ' ', 1)) + 2) AS last_name,
        coalesce(time_zone, 'UTC') AS timezone, CASE WHEN is_bot THEN 2 ELSE 1 END AS type, CASE WHEN active THEN 1 ELSE 3 END AS status, TIMESTAMP '2020-01-01' AS updated_at
      FROM canonical_agent
      UNION ALL
      SELECT ${ROBOT}, 'Workflow', '', 'UTC', 2, 1, TIMESTAMP '2020-01-01'`,
  },
  { table: 'mailboxes', select: `SELECT number AS id, name FROM ${TEAM_NUMBERS}` },
  {
    table: 'mailbox_user',
    select: `
      SELECT row_number() OVER () AS id, t.number AS mailbox_id, ${numberOf('m.agent_id')} AS user_id
      FROM (SELECT DISTINCT team_id, agent_id FROM canonical_team_member WHERE "to" IS NULL) m JOIN ${TEAM_NUMBERS} t USING (team_id)`,
  },
  {
    table: 'customers',
    select: `
      SELECT ${numberOf('k.customer_id')} AS id, k.name AS first_name, NULL AS last_name, o.name AS company, TIMESTAMP '2020-01-01' AS updated_at
      FROM canonical_customer k LEFT JOIN canonical_organization o USING (org_id)`,
  },
  {
    table: 'conversations',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS id, t.number, CASE t.channel WHEN 'email' THEN 1 WHEN 'phone' THEN 2 WHEN 'chat' THEN 3 ELSE 4 END AS type,
        CASE WHEN t.is_spam THEN 4 ELSE ${statusOf('t.status')} END AS status, CASE WHEN t.is_deleted OR t.merged_into_id IS NOT NULL THEN 3 ELSE 2 END AS state,
        t.subject, t.is_imported AS imported, team.number AS mailbox_id, ${numberOf('t.owner_id')} AS user_id, ${numberOf('t.requester_id')} AS customer_id,
        CASE t.created_by WHEN 'customer' THEN NULL WHEN 'agent' THEN (SELECT min(${numberOf('agent_id')}) FROM canonical_agent WHERE NOT is_bot) ELSE ${ROBOT} END
          AS created_by_user_id,
        CASE t.created_by WHEN 'customer' THEN ${numberOf('t.requester_id')} END AS created_by_customer_id, t.created_at,
        coalesce(t.updated_at, t.created_at) AS updated_at
      FROM told t LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id`,
  },
  { table: 'tags', select: `SELECT number AS id, name FROM ${TAGS}` },
  {
    table: 'conversation_tag',
    select: `
      SELECT row_number() OVER () AS id, ${numberOf('l.ticket_id')} AS conversation_id, g.number AS tag_id
      FROM (SELECT ticket_id, unnest(tags) AS name FROM told) l JOIN ${TAGS} g USING (name)`,
  },
];
