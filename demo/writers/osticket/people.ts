import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** The number of an agent who writes and owns; null of a bot, for which osTicket has no place. */
export const staffOf = (agent: string): string => `(SELECT ${numberOf('s.agent_id')} FROM canonical_agent s WHERE s.agent_id = ${agent} AND NOT s.is_bot)`;

/** Who there is: agents, departments, users and their organizations. */
export const PEOPLE: readonly Told[] = [
  {
    table: 'ost_staff',
    select: `
      SELECT ${numberOf('a.agent_id')} AS staff_id, coalesce(min(t.number), 1) AS dept_id, a.agent_id AS username, split_part(a.name, ' ', 1) AS firstname,
        substr(a.name, length(split_part(a.name, ' ', 1)) + 2) AS lastname, a.time_zone AS timezone, a.active AS isactive
      FROM canonical_agent a LEFT JOIN canonical_team_member m ON m.agent_id = a.agent_id AND m."to" IS NULL LEFT JOIN ${TEAM_NUMBERS} t ON t.team_id = m.team_id
      WHERE NOT a.is_bot
      GROUP BY a.agent_id, a.name, a.time_zone, a.active`,
  },
  {
    table: 'ost_staff_dept_access',
    select: `
      SELECT DISTINCT ${numberOf('m.agent_id')} AS staff_id, t.number AS dept_id
      FROM canonical_team_member m JOIN canonical_agent a USING (agent_id) JOIN ${TEAM_NUMBERS} t ON t.team_id = m.team_id
      WHERE m."to" IS NULL AND NOT a.is_bot`,
  },
  { table: 'ost_department', select: `SELECT number AS id, name, 4 AS flags, 0 AS schedule_id FROM ${TEAM_NUMBERS}` },
  { table: 'ost_organization', select: `SELECT ${numberOf('org_id')} AS id, name FROM canonical_organization` },
  {
    table: 'ost_user',
    select: `SELECT ${numberOf('customer_id')} AS id, coalesce(${numberOf('org_id')}, 0) AS org_id, name, TIMESTAMP '2020-01-01' AS updated FROM canonical_customer`,
  },
];
