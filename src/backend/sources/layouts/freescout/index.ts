import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { stage, ticket } from './conversations';
import { ticketEvent } from './events';
import { message } from './messages';
import { agent, customer, organization, team, teamMember } from './people';
import { survey } from './surveys';

const NO_HOURS = { none: 'FreeScout keeps no hours; give them in the settings' };
const NO_SLA = { none: 'FreeScout promises nothing; give targets in the settings' };

/** FreeScout’s own tables. */
export const freescout: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES.freescout,
  connections: ['mysql', 'postgres'],
  version: { oldest: 'January 2021', table: 'threads', column: 'imported' },
  untold: ['conversations that were deleted forever: their rows are gone', 'automatic answers: FreeScout keeps no threads of them'],
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
    survey,
    pipeline: { none: 'FreeScout has one list of statuses' },
    calendar: NO_HOURS,
    calendar_hours: NO_HOURS,
    calendar_exception: NO_HOURS,
    sla_target: NO_SLA,
    ticket_sla: NO_SLA,
    agent_status: { none: 'FreeScout keeps no presence' },
    chat_session: { none: 'FreeScout keeps no sessions of chats' },
    time_entry: { none: 'time that was worked is a module’s, and is not read' },
  },
};
