import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { numberIn } from './names';

/** Users have one row of numbers: first nobody, then agents, then customers. */
const NOBODY = 1;
const AGENTS = 100;
const CUSTOMERS = 1_000_000;

/** The user of an agent who is a person, or of a customer. */
export const agentUser = (id: string): string => `${AGENTS} + ${numberOf(id)}`;
export const customerUser = (id: string): string => `${CUSTOMERS} + ${numberOf(id)}`;
/** A user, or nobody’s where there is none. */
export const orNobody = (user: string): string => `coalesce(${user}, ${NOBODY})`;

/** The ids of agents who are people. */
export const PERSONS = '(SELECT agent_id FROM canonical_agent WHERE NOT is_bot)';

/** Organizations, users with their roles, groups and who works in them. */
export const PEOPLE: readonly Told[] = [
  { table: 'organizations', select: `SELECT ${numberOf('org_id')} AS id, name FROM canonical_organization` },
  {
    table: 'users',
    select: `
      SELECT ${NOBODY} AS id, '-' AS login, '-' AS firstname, '' AS lastname, false AS active, NULL::BIGINT AS organization_id
      UNION ALL
      SELECT ${agentUser('agent_id')}, agent_id, name, '', active, NULL FROM canonical_agent WHERE NOT is_bot
      UNION ALL
      SELECT ${customerUser('customer_id')}, customer_id, '', name, true, ${numberOf('org_id')} FROM canonical_customer`,
  },
  {
    table: 'roles_users',
    select: `
      SELECT ${agentUser('agent_id')} AS user_id, ${numberIn('roles', 'Agent')} AS role_id FROM canonical_agent WHERE NOT is_bot
      UNION ALL
      SELECT ${customerUser('customer_id')}, ${numberIn('roles', 'Customer')} FROM canonical_customer`,
  },
  { table: 'groups', select: `SELECT number AS id, name FROM ${TEAM_NUMBERS}` },
  {
    table: 'groups_users',
    select: `
      SELECT ${agentUser('m.agent_id')} AS user_id, t.number AS group_id, 'full' AS access
      FROM (SELECT DISTINCT team_id, agent_id FROM canonical_team_member WHERE "to" IS NULL) m
        JOIN ${TEAM_NUMBERS} t USING (team_id)
        JOIN canonical_agent a ON a.agent_id = m.agent_id AND NOT a.is_bot`,
  },
];
