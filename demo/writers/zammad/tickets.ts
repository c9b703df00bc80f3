import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { articleType, numberIn, priorityNumber, REMOVED_STATE, stateNumber } from './names';
import { agentUser, customerUser, orNobody, PERSONS } from './people';

/** The tickets that Zammad has a place for: it marks none as spam or as a test. */
export const TOLD = 'SELECT * FROM canonical_ticket WHERE NOT is_spam AND NOT is_test';

/** The type of what is said over a channel. */
const typeOf = (channel: string): string =>
  `CASE ${channel} WHEN 'phone' THEN ${articleType('phone')} WHEN 'whatsapp' THEN ${articleType('whatsapp message')}
     WHEN 'web_form' THEN ${articleType('web')} WHEN 'chat' THEN ${articleType('chat')} ELSE ${articleType('email')} END`;

/** Tickets with what they are today. */
export const TICKETS: readonly Told[] = [
  {
    table: 'tickets',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS id, team.number AS group_id, coalesce(${priorityNumber('t.priority')}, 2) AS priority_id,
        CASE WHEN t.is_deleted THEN ${REMOVED_STATE} ELSE ${stateNumber('l.stage')} END AS state_id, ${numberOf('t.org_id')} AS organization_id,
        t.number, coalesce(t.subject, '-') AS title, ${orNobody(`CASE WHEN t.owner_id IN ${PERSONS} THEN ${agentUser('t.owner_id')} END`)} AS owner_id,
        ${orNobody(customerUser('t.requester_id'))} AS customer_id, ${typeOf('t.channel')} AS create_article_type_id,
        CASE t.created_by WHEN 'agent' THEN ${numberIn('ticket_article_senders', 'Agent')} WHEN 'customer' THEN ${numberIn('ticket_article_senders', 'Customer')}
          ELSE ${numberIn('ticket_article_senders', 'System')} END AS create_article_sender_id,
        t.attributes ->> 'region' AS region, t.attributes ->> 'plan' AS plan, t.attributes ->> 'language' AS language, p.policy_id AS sla_plan,
        t.created_at, coalesce(t.updated_at, t.created_at) AS updated_at
      FROM told t
        JOIN last_state l USING (ticket_id)
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id
        LEFT JOIN (SELECT ticket_id, arg_max(policy_id, "from") AS policy_id FROM canonical_ticket_sla GROUP BY ticket_id) p USING (ticket_id)`,
  },
  { table: 'tag_items', select: `SELECT row_number() OVER (ORDER BY name) AS id, name FROM (SELECT DISTINCT unnest(tags) AS name FROM told)` },
  {
    table: 'tags',
    select: `
      SELECT row_number() OVER (ORDER BY o_id, tag_item_id) AS id, * FROM (
        SELECT i.id AS tag_item_id, 1 AS tag_object_id, ${numberOf('t.ticket_id')} AS o_id
        FROM (SELECT ticket_id, unnest(tags) AS name FROM told) t
          JOIN (SELECT row_number() OVER (ORDER BY name) AS id, name FROM (SELECT DISTINCT unnest(tags) AS name FROM told)) i USING (name))`,
  },
  {
    table: 'ticket_articles',
    // drafts and surveys have no place there; what was sent to many, and what a bot wrote, Zammad’s own rules would have sent
    select: `
      SELECT ${numberOf('m.message_id')} AS id, ${numberOf('m.ticket_id')} AS ticket_id,
        CASE WHEN m.kind IN ('note', 'forward') THEN ${articleType('note')} WHEN m.kind = 'call' THEN ${articleType('phone')} ELSE ${typeOf('m.channel')} END AS type_id,
        CASE WHEN m.author_kind = 'customer' THEN ${numberIn('ticket_article_senders', 'Customer')}
          WHEN m.author_kind = 'agent' AND NOT coalesce(a.is_bot, false) AND m.kind NOT IN ('campaign', 'auto') THEN ${numberIn('ticket_article_senders', 'Agent')}
          ELSE ${numberIn('ticket_article_senders', 'System')} END AS sender_id,
        m.visibility = 'internal' OR m.kind IN ('note', 'forward') AS internal,
        '--- !ruby/hash:ActiveSupport::HashWithIndifferentAccess' || chr(10) || 'is-auto-response: ' || (m.kind = 'auto') || chr(10) AS preferences,
        ${orNobody(`CASE WHEN m.author_kind = 'customer' THEN ${customerUser('m.author_id')} WHEN m.author_id IN ${PERSONS} THEN ${agentUser('m.author_id')} END`)} AS created_by_id,
        m.sent_at AS created_at, coalesce(m.updated_at, m.sent_at) AS updated_at
      FROM canonical_message m
        JOIN told USING (ticket_id)
        LEFT JOIN canonical_agent a ON a.agent_id = m.author_id
      WHERE m.kind NOT IN ('draft', 'survey')`,
  },
  {
    table: 'ticket_time_accounting_types',
    select: `SELECT row_number() OVER (ORDER BY activity) AS id, activity AS name FROM (SELECT DISTINCT activity FROM canonical_time_entry WHERE activity IS NOT NULL)`,
  },
  {
    table: 'ticket_time_accountings',
    select: `
      SELECT row_number() OVER (ORDER BY e.entry_id) AS id, ${numberOf('e.ticket_id')} AS ticket_id, e.seconds / 60 AS time_unit, y.id AS type_id,
        ${orNobody(agentUser('e.agent_id'))} AS created_by_id, e."at" AS created_at, e."at" AS updated_at
      FROM canonical_time_entry e
        JOIN told USING (ticket_id)
        LEFT JOIN (SELECT row_number() OVER (ORDER BY activity) AS id, activity FROM (SELECT DISTINCT activity FROM canonical_time_entry WHERE activity IS NOT NULL)) y USING (activity)`,
  },
];
