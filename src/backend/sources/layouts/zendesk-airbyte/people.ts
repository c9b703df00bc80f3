import type { LayoutSelect } from '../layout';
import { isBot, staffOf } from '../zendesk/people';
import { zoneOf } from '../zendesk/zones';
import { COPIED, newest } from './newest';

/** Who answers, by Airbyte’s streams; `users` and `tickets` are CTEs. */
export const STAFF = staffOf('users_now', 'tickets_now');

/** What somebody is, and who has tickets: CTEs that STAFF and others read. */
export const USERS = `users_now AS ${newest('users', ['id', 'role'])}`;
/** The columns that they read. */
export const ROLE = ['id', 'role', ...COPIED] as const;

/** Agents, administrators, and those who have been. */
export const agent: LayoutSelect<'agent'> = {
  reads: { users: ['id', 'name', 'role', 'active', 'suspended', 'time_zone', 'iana_time_zone', ...COPIED], tickets: ['id', 'assignee_id', ...COPIED] },
  select: (sql, here) => `
    WITH users_now AS ${newest('users', ['id', 'name', 'role', 'active', 'suspended', 'time_zone', 'iana_time_zone'])},
    tickets_now AS ${newest('tickets', ['assignee_id'])},
    staff AS (${STAFF})
    SELECT u.id AS agent_id, u.name, u.role IN ('agent', 'admin') AND coalesce(u.active, true) AND NOT coalesce(u.suspended, false) AS active,
      ${isBot('u.id', here)} AS is_bot, coalesce(u.iana_time_zone, ${zoneOf(sql, 'u.time_zone')}) AS time_zone
    FROM users_now u JOIN staff s ON s.id = u.id`,
  without: { calendar_id: 'schedules are those of tickets' },
};

/** All users: those who answer may also ask. */
export const customer: LayoutSelect<'customer'> = {
  reads: { users: ['id', 'name', 'organization_id', ...COPIED] },
  select: () => `
    SELECT u.id AS customer_id, u.name, u.organization_id AS org_id, u.copied_at AS updated_at
    FROM ${newest('users', ['id', 'name', 'organization_id'])} AS u`,
};

/** Organizations. */
export const organization: LayoutSelect<'organization'> = {
  reads: { organizations: ['id', 'name', ...COPIED] },
  select: () => `SELECT o.id AS org_id, o.name, o.copied_at AS updated_at FROM ${newest('organizations', ['id', 'name'])} AS o`,
  optional: 'the stream organizations is not replicated',
};

/** Groups; those that were deleted keep their names, for what they did. */
export const team: LayoutSelect<'team'> = {
  reads: { groups: ['id', 'name', ...COPIED] },
  select: () => `SELECT g.id AS team_id, g.name FROM ${newest('groups', ['id', 'name'])} AS g`,
  optional: 'the stream groups is not replicated',
};

/** Who is in which group now: Zendesk does not keep since when. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { group_memberships: ['id', 'group_id', 'user_id', ...COPIED] },
  select: () => `SELECT DISTINCT m.group_id AS team_id, m.user_id AS agent_id FROM ${newest('group_memberships', ['group_id', 'user_id'])} AS m`,
  without: { from: 'Zendesk keeps today’s members only', to: 'Zendesk keeps today’s members only' },
  optional: 'the stream group_memberships is not replicated',
};
