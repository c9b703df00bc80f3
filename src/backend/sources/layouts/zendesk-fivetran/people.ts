import type { LayoutSelect } from '../layout';
import { isBot, staffOf } from '../zendesk/people';
import { zoneOf } from '../zendesk/zones';

/** Who answers, by Fivetran’s tables. */
export const STAFF = staffOf('"user"', 'ticket');

/** The columns of "user" that tell what somebody is. */
export const ROLE = ['id', 'role', '_fivetran_synced'] as const;

/** Agents, administrators, and those who have been. */
export const agent: LayoutSelect<'agent'> = {
  reads: { user: ['id', 'name', 'role', 'active', 'suspended', 'time_zone'], ticket: ['assignee_id'] },
  select: (sql, here) => `
    WITH staff AS (${STAFF})
    SELECT u.id AS agent_id, u.name, u.role IN ('agent', 'admin') AND coalesce(u.active, true) AND NOT coalesce(u.suspended, false) AS active,
      ${isBot('u.id', here)} AS is_bot, ${zoneOf(sql, 'u.time_zone')} AS time_zone
    FROM "user" u JOIN staff s ON s.id = u.id`,
  without: { calendar_id: 'schedules are those of tickets' },
};

/** All users: those who answer may also ask. */
export const customer: LayoutSelect<'customer'> = {
  reads: { user: ['id', 'name', 'organization_id', '_fivetran_synced'] },
  select: () => `SELECT u.id AS customer_id, u.name, u.organization_id AS org_id, u._fivetran_synced AS updated_at FROM "user" u`,
};

/** Organizations. */
export const organization: LayoutSelect<'organization'> = {
  reads: { organization: ['id', 'name', '_fivetran_synced'] },
  select: () => 'SELECT o.id AS org_id, o.name, o._fivetran_synced AS updated_at FROM organization o',
  optional: 'no organizations were replicated',
};

/** Groups; those that were deleted keep their names, for what they did. */
export const team: LayoutSelect<'team'> = {
  reads: { group: ['id', 'name'] },
  select: () => 'SELECT g.id AS team_id, g.name FROM "group" g',
  optional: 'no groups were replicated',
};

/** Who is in which group now: Zendesk does not keep since when. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { group_membership: ['group_id', 'user_id'] },
  maybe: { group_membership: ['_fivetran_deleted'] },
  select: (_, { has }) => `
    SELECT DISTINCT m.group_id AS team_id, m.user_id AS agent_id
    FROM group_membership m
    ${has('group_membership', '_fivetran_deleted') ? 'WHERE NOT coalesce(m._fivetran_deleted, false)' : ''}`,
  without: { from: 'Zendesk keeps today’s members only', to: 'Zendesk keeps today’s members only' },
  optional: 'no memberships were replicated',
};
