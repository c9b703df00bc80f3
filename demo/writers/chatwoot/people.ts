import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** Whoever spams is a contact of one ticket, who is blocked: their numbers begin here. */
const SPAMMERS = 1_000_000_000;

/** The contact of a ticket of `told`. */
export const contactOf = (ticket: string): string =>
  `CASE WHEN ${ticket}.is_spam THEN ${SPAMMERS} + ${numberOf(`${ticket}.ticket_id`)} ELSE ${numberOf(`${ticket}.requester_id`)} END`;

/** Who there is: one account, its people and bots, teams, contacts and their companies. */
export const PEOPLE: readonly Told[] = [
  { table: 'accounts', select: `SELECT 1 AS id, 'Demo' AS name` },
  { table: 'users', select: `SELECT ${numberOf('agent_id')} AS id, name FROM canonical_agent WHERE NOT is_bot` },
  {
    table: 'account_users',
    select: `SELECT ${numberOf('agent_id')} AS id, 1 AS account_id, ${numberOf('agent_id')} AS user_id FROM canonical_agent WHERE NOT is_bot AND active`,
  },
  { table: 'agent_bots', select: `SELECT ${numberOf('agent_id')} AS id, name, 1 AS account_id FROM canonical_agent WHERE is_bot` },
  { table: 'teams', select: `SELECT number AS id, name, 1 AS account_id FROM ${TEAM_NUMBERS}` },
  {
    table: 'team_members',
    select: `
      SELECT row_number() OVER () AS id, t.number AS team_id, ${numberOf('m.agent_id')} AS user_id
      FROM (SELECT DISTINCT team_id, agent_id FROM canonical_team_member WHERE "to" IS NULL) m JOIN ${TEAM_NUMBERS} t USING (team_id)`,
  },
  { table: 'companies', select: `SELECT ${numberOf('org_id')} AS id, 1 AS account_id, name FROM canonical_organization` },
  {
    table: 'contacts',
    select: `
      SELECT ${numberOf('customer_id')} AS id, 1 AS account_id, name, ${numberOf('org_id')} AS company_id, false AS blocked FROM canonical_customer
      UNION ALL
      SELECT ${contactOf('t')}, 1, 'Spam', NULL, true FROM told t WHERE t.is_spam`,
  },
];
