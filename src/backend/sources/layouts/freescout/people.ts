import type { LayoutSelect } from '../layout';

/** Users, those too who are disabled or deleted, and the robots of workflows and teams. */
export const agent: LayoutSelect<'agent'> = {
  reads: { users: ['id', 'first_name', 'last_name', 'status', 'type', 'timezone', 'updated_at'] },
  select: (sql) => `
    SELECT id AS agent_id, TRIM(${sql.concat('first_name', `' '`, 'last_name')}) AS name, status = 1 AS active, type = 2 AS is_bot,
      NULLIF(timezone, '') AS time_zone, ${sql.shown('updated_at')} AS updated_at
    FROM users`,
  without: { calendar_id: 'FreeScout keeps no hours of people' },
};

/** Mailboxes. */
export const team: LayoutSelect<'team'> = {
  reads: { mailboxes: ['id', 'name'] },
  select: () => `SELECT id AS team_id, name FROM mailboxes`,
};

/** Who works in which mailbox. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { mailbox_user: ['mailbox_id', 'user_id'] },
  select: () => `SELECT DISTINCT mailbox_id AS team_id, user_id AS agent_id FROM mailbox_user`,
  without: { from: 'it keeps today’s members only', to: 'it keeps today’s members only' },
};

/** A company is what is written on its customers, whatever the case of its letters. */
const COMPANY = `NULLIF(LOWER(TRIM(k.company)), '')`;

/** Customers by their names, else by their first address. */
export const customer: LayoutSelect<'customer'> = {
  reads: { customers: ['id', 'first_name', 'last_name', 'company', 'updated_at'], emails: ['customer_id', 'email'] },
  select: (sql) => `
    SELECT k.id AS customer_id,
      COALESCE(
        NULLIF(TRIM(${sql.text(sql.concat(`COALESCE(k.first_name, '')`, `' '`, `COALESCE(k.last_name, '')`))}), ''),
        (SELECT ${sql.text('MIN(e.email)')} FROM emails e WHERE e.customer_id = k.id)
      ) AS name,
      ${COMPANY} AS org_id, ${sql.shown('k.updated_at')} AS updated_at
    FROM customers k`,
};

/** Companies. */
export const organization: LayoutSelect<'organization'> = {
  reads: { customers: ['company'] },
  select: () => `SELECT ${COMPANY} AS org_id, MIN(TRIM(k.company)) AS name FROM customers k WHERE ${COMPANY} IS NOT NULL GROUP BY ${COMPANY}`,
};
