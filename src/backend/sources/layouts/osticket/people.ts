import type { LayoutSelect } from '../layout';
import { idOf } from './threads';

/** Agents, and those who may no longer log in. */
export const agent: LayoutSelect<'agent'> = {
  reads: { ost_staff: ['staff_id', 'firstname', 'lastname', 'username', 'isactive', 'timezone'] },
  select: () => `
    SELECT staff_id AS agent_id, COALESCE(NULLIF(TRIM(CONCAT_WS(' ', firstname, lastname)), ''), username) AS name, isactive AS active,
      NULLIF(timezone, '') AS time_zone
    FROM ost_staff`,
  without: { is_bot: 'osTicket has no bots', calendar_id: 'its hours are those of policies and departments' },
};

/** Departments. */
export const team: LayoutSelect<'team'> = {
  reads: { ost_department: ['id', 'name'] },
  select: () => `SELECT id AS team_id, name FROM ost_department`,
};

/** Who works in which department: in the own one, and where access was given. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { ost_staff: ['staff_id', 'dept_id'], ost_staff_dept_access: ['staff_id', 'dept_id'] },
  select: () => `
    SELECT dept_id AS team_id, staff_id AS agent_id FROM ost_staff WHERE dept_id > 0
    UNION
    SELECT dept_id, staff_id FROM ost_staff_dept_access WHERE dept_id > 0`,
  without: { from: 'it keeps today’s members only', to: 'it keeps today’s members only' },
};

/** Users: those who ask. */
export const customer: LayoutSelect<'customer'> = {
  reads: { ost_user: ['id', 'name', 'org_id', 'updated'] },
  select: () => `SELECT id AS customer_id, name, ${idOf('org_id')} AS org_id, updated AS updated_at FROM ost_user`,
};

/** Organizations. */
export const organization: LayoutSelect<'organization'> = {
  reads: { ost_organization: ['id', 'name'] },
  select: () => `SELECT id AS org_id, name FROM ost_organization`,
};
