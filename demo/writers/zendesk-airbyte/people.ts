import { agentOf } from '../zendesk/demo-zendesk';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** Users, groups and who is in them, organizations. */
export const PEOPLE: readonly Told[] = [
  { table: 'users', select: 'SELECT id, name, role, active, time_zone AS iana_time_zone, organization_id FROM users' },
  { table: 'groups', select: `SELECT number AS id, name FROM ${TEAM_NUMBERS}` },
  {
    table: 'group_memberships',
    select: `
      SELECT row_number() OVER () AS id, t.number AS group_id, ${agentOf('m.agent_id')} AS user_id
      FROM (SELECT DISTINCT team_id, agent_id FROM canonical_team_member WHERE "to" IS NULL) m JOIN ${TEAM_NUMBERS} t USING (team_id)`,
  },
  { table: 'organizations', select: `SELECT ${numberOf('org_id')} AS id, name FROM canonical_organization` },
];
