import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { message } from './entries';
import { ticketEvent } from './events';
import { agent, customer, organization, team, teamMember } from './people';
import { calendar, calendarException, calendarHours } from './schedules';
import { slaTarget, ticketSla } from './sla';
import { stage, ticket } from './tickets';

/** osTicket’s own tables. */
export const osticket: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES.osticket,
  connections: ['mysql'],
  // merging and schedules came with it; its tables keep a digest of their version
  version: { oldest: '1.14', table: 'ost_ticket', column: 'ticket_pid' },
  prefix: 'ost_',
  untold: [
    'an owner whom osTicket gave to a reopened ticket without writing it down, until the next event',
    'former priorities, and former SLA plans: osTicket keeps those of today',
    'tickets that were deleted: their rows are gone',
  ],
  tables: {
    ticket,
    message,
    ticket_event: ticketEvent,
    agent,
    team,
    team_member: teamMember,
    customer,
    organization,
    stage,
    calendar,
    calendar_hours: calendarHours,
    calendar_exception: calendarException,
    sla_target: slaTarget,
    ticket_sla: ticketSla,
    pipeline: { none: 'osTicket has one list of statuses' },
    survey: { none: 'osTicket asks for no ratings' },
    agent_status: { none: 'osTicket keeps no presence' },
    chat_session: { none: 'osTicket has no chat' },
    time_entry: { none: 'osTicket keeps no time that was worked' },
  },
};
