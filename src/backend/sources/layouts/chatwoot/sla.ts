import type { LayoutSelect } from '../layout';
import { utc } from './sql';

const ENTERPRISE = 'SLA policies are of its Enterprise edition';

/** The thresholds of SLA policies, around the clock: its own evaluation looks at no hours, whatever the policy says. */
export const slaTarget: LayoutSelect<'sla_target'> = {
  reads: { sla_policies: ['id', 'account_id', 'first_response_time_threshold', 'next_response_time_threshold', 'resolution_time_threshold'] },
  select: (_, here) => `
    SELECT p.id AS policy_id, t.clock, t.seconds AS target_seconds
    FROM sla_policies p
      CROSS JOIN LATERAL (VALUES
        ('first_reply', p.first_response_time_threshold), ('next_reply', p.next_response_time_threshold), ('close', p.resolution_time_threshold)
      ) AS t (clock, seconds)
    WHERE p.account_id = ${here.option('account')} AND t.seconds IS NOT NULL`,
  optional: ENTERPRISE,
  without: { priority: 'its policies know none', valid_from: 'it keeps today’s thresholds only', calendar_id: 'its own evaluation counts around the clock' },
};

/** Which policy a conversation has, and since when. */
export const ticketSla: LayoutSelect<'ticket_sla'> = {
  reads: { applied_slas: ['account_id', 'conversation_id', 'sla_policy_id', 'created_at', 'updated_at'] },
  select: (_, here) => `
    SELECT conversation_id AS ticket_id, sla_policy_id AS policy_id, ${utc('created_at')} AS "from", ${utc('updated_at')} AS updated_at
    FROM applied_slas
    WHERE account_id = ${here.option('account')}`,
  optional: ENTERPRISE,
};
