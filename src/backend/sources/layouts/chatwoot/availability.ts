import type { Here, LayoutSelect } from '../layout';
import { utc } from './sql';

/** The audits of who is in the account: what stands in them of somebody who left says whose they were. */
const ofAccount = ({ option }: Here): string => `auditable_type = 'AccountUser' AND associated_type = 'Account' AND associated_id = ${option('account')}`;

/** What people set their availability to, from the Enterprise edition’s audits; whether they were there at all is in Redis and never kept. */
export const agentStatus: LayoutSelect<'agent_status'> = {
  reads: {
    audits: ['id', 'action', 'auditable_type', 'auditable_id', 'associated_type', 'associated_id', 'audited_changes', 'created_at'],
    account_users: ['id', 'user_id', 'account_id'],
  },
  select: (_, here) => `
    WITH people AS (
      SELECT id, user_id FROM account_users WHERE account_id = ${here.option('account')}
      UNION
      SELECT auditable_id, (audited_changes ->> 'user_id')::bigint
      FROM audits
      WHERE ${ofAccount(here)} AND audited_changes ->> 'user_id' ~ '^[0-9]+$'
    ),
    changes AS (
      SELECT a.id, u.user_id, a.created_at,
        CASE WHEN a.action = 'destroy' THEN 'offline' ELSE CASE jsonb_typeof(a.audited_changes -> 'availability')
          WHEN 'array' THEN a.audited_changes -> 'availability' ->> 1 ELSE a.audited_changes ->> 'availability' END END AS status
      FROM audits a JOIN people u ON u.id = a.auditable_id
      WHERE ${ofAccount(here)} AND (a.audited_changes -> 'availability' IS NOT NULL OR a.action = 'destroy')
    ),
    said AS (
      SELECT DISTINCT ON (user_id, created_at) user_id, created_at,
        CASE WHEN status IN ('online', '0') THEN 'online' WHEN status IN ('busy', '2') THEN 'busy' ELSE 'offline' END AS status
      FROM changes
      ORDER BY user_id, created_at, id DESC
    )
    SELECT user_id AS agent_id, status, CASE status WHEN 'online' THEN 'available' ELSE status END AS availability,
      ${utc('created_at')} AS "from", ${utc('lead(created_at) OVER (PARTITION BY user_id ORDER BY created_at)')} AS "to"
    FROM said`,
  optional: 'only its Enterprise edition keeps what agents set',
};
