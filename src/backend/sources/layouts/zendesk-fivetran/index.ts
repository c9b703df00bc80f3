import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { chatSession } from './chats';
import { message } from './comments';
import { ticketEvent } from './history';
import { agent, customer, organization, team, teamMember } from './people';
import { calendar, calendarException, calendarHours } from './schedules';
import { slaTarget, ticketSla } from './sla';
import { pipeline, stage } from './stages';
import { survey } from './surveys';
import { ticket } from './tickets';

/** The tables that Fivetran’s connector makes of Zendesk Support. */
export const zendeskFivetran: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES['zendesk-fivetran'],
  connections: ['postgres'],
  // its tables keep no version: what came later is looked for, a column at a time
  version: null,
  values: {
    bots: {
      reads: { user: ['id', 'name', 'role'] },
      select: () => `SELECT id, name FROM "user" WHERE role IN ('agent', 'admin') ORDER BY id`,
      called: 'agents',
    },
  },
  untold: [
    'what hours a schedule had before it was changed: Zendesk keeps today’s only',
    'requester wait time, agent work time and periodic updates as SLA clocks: their targets are not those of a reply or a close',
  ],
  tables: {
    ticket,
    message,
    ticket_event: ticketEvent,
    chat_session: chatSession,
    survey,
    agent,
    team,
    team_member: teamMember,
    customer,
    organization,
    calendar,
    calendar_hours: calendarHours,
    calendar_exception: calendarException,
    sla_target: slaTarget,
    ticket_sla: ticketSla,
    pipeline,
    stage,
    agent_status: { none: 'Fivetran does not replicate agents’ presence' },
    time_entry: { none: 'Zendesk keeps no time that was worked' },
  },
};
