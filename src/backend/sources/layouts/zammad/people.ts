import type { Flavour } from '../flavour';
import type { LayoutSelect } from '../layout';
import { NOBODY } from './words';

/** What the SELECT of staff reads. */
export const STAFF_READS = {
  roles_users: ['user_id', 'role_id'],
  permissions_roles: ['role_id', 'permission_id'],
  permissions: ['id', 'name'],
} as const;

/** The users whose roles let them work on tickets. */
export const STAFF = `
  SELECT ru.user_id FROM roles_users ru
    JOIN permissions_roles pr ON pr.role_id = ru.role_id
    JOIN permissions p ON p.id = pr.permission_id
  WHERE p.name IN ('ticket', 'ticket.agent')`;

/** Whose rights make a member of a group: their own, and those of their roles. */
const MEMBER = `access IN ('full', 'change')`;

function nameOf(sql: Flavour, user: string): string {
  const whole = sql.concat(`coalesce(${user}.firstname, '')`, `' '`, `coalesce(${user}.lastname, '')`);
  return `coalesce(nullif(trim(${whole}), ''), ${user}.login)`;
}

/** Whoever may work on tickets, also those who have left. */
export const agent: LayoutSelect<'agent'> = {
  reads: { users: ['id', 'firstname', 'lastname', 'login', 'active'], ...STAFF_READS },
  select: (sql) => `
    SELECT u.id AS agent_id, ${nameOf(sql, 'u')} AS name, u.active
    FROM users u
    WHERE u.id <> ${NOBODY} AND u.id IN (${STAFF})`,
  without: { is_bot: 'Zammad has no mark for it', time_zone: 'it keeps none of people', calendar_id: 'its calendars are those of SLAs' },
};

/** Groups; one within another has its name after that one’s. */
export const team: LayoutSelect<'team'> = {
  reads: { groups: ['id', 'name'] },
  select: () => 'SELECT id AS team_id, name FROM "groups"',
};

/** Who works in which group now. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { groups_users: ['user_id', 'group_id', 'access'], roles_groups: ['role_id', 'group_id', 'access'], ...STAFF_READS },
  select: () => `
    SELECT m.group_id AS team_id, m.user_id AS agent_id
    FROM (
        SELECT user_id, group_id FROM groups_users WHERE ${MEMBER}
        UNION
        SELECT ru.user_id, rg.group_id FROM roles_groups rg JOIN roles_users ru ON ru.role_id = rg.role_id WHERE rg.${MEMBER}
      ) AS m
    WHERE m.user_id IN (${STAFF})`,
  without: { from: 'it keeps today’s members only', to: 'it keeps today’s members only' },
};

/** Everybody: agents ask too. */
export const customer: LayoutSelect<'customer'> = {
  reads: { users: ['id', 'firstname', 'lastname', 'login', 'organization_id', 'updated_at'] },
  select: (sql) => `
    SELECT u.id AS customer_id, ${nameOf(sql, 'u')} AS name, u.organization_id AS org_id, u.updated_at
    FROM users u
    WHERE u.id <> ${NOBODY}`,
};

/** Organizations. */
export const organization: LayoutSelect<'organization'> = {
  reads: { organizations: ['id', 'name', 'updated_at'] },
  select: () => 'SELECT id AS org_id, name, updated_at FROM organizations',
};
