import type { LayoutSelect } from '../layout';
import { CONFIG, defaultSchedule } from './config';
import { hoursOfPolicy } from './schedules';
import { idOf } from './threads';

const ONE_TODAY = 'osTicket keeps the policy of today only';

/** A grace period, in the hours of its schedule, is when a ticket is to be closed. */
export const slaTarget: LayoutSelect<'sla_target'> = {
  reads: { ost_sla: ['id', 'grace_period', 'schedule_id'], ost_schedule: ['id', 'flags'], ost_department: ['schedule_id'] },
  maybe: CONFIG,
  select: (_, here) => `
    SELECT a.id AS policy_id, 'close' AS clock, a.grace_period * 3600 AS target_seconds, ${hoursOfPolicy('a', defaultSchedule(here))} AS calendar_id
    FROM ost_sla a
    WHERE a.grace_period > 0`,
  without: { priority: 'its policies know none', valid_from: 'it keeps today’s grace periods only', pauses: 'its grace periods never stand still' },
};

/** The policy that a ticket has. */
export const ticketSla: LayoutSelect<'ticket_sla'> = {
  reads: { ost_ticket: ['ticket_id', 'sla_id', 'updated'] },
  select: () => `SELECT ticket_id, ${idOf('sla_id')} AS policy_id, updated AS updated_at FROM ost_ticket WHERE sla_id > 0`,
  without: { from: ONE_TODAY, to: ONE_TODAY },
};
