import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { customer, organization } from './contacts';
import { ticketEvent } from './history';
import { message } from './messages';
import { agent, team, teamMember } from './people';
import { properties } from './properties';
import { pipeline, stage } from './stages';
import { ticket } from './tickets';

const NO_HOURS = { none: 'HubSpot’s working hours are not replicated' };
const NO_SLA = { none: 'HubSpot’s SLA goals are not replicated' };

/** HubSpot’s tickets as Fivetran’s connector replicates them. */
export const hubspotFivetran: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES['hubspot-fivetran'],
  connections: ['postgres'],
  // the connector writes no version into its tables
  version: null,
  documents: { properties },
  untold: [
    'replies in chats, WhatsApp and Help Desk conversations, but for the instant of the first: the connector replicates e-mails, calls and notes alone',
    'whether a stage pauses, but for those called waiting or on hold: HubSpot’s stages are open or closed',
  ],
  tables: {
    ticket,
    message,
    ticket_event: ticketEvent,
    pipeline,
    stage,
    agent,
    team,
    team_member: teamMember,
    customer,
    organization,
    calendar: NO_HOURS,
    calendar_hours: NO_HOURS,
    calendar_exception: NO_HOURS,
    sla_target: NO_SLA,
    ticket_sla: NO_SLA,
    chat_session: { none: 'HubSpot’s conversations are not replicated' },
    survey: { none: 'HubSpot’s feedback is not read' },
    agent_status: { none: 'HubSpot keeps no history of availability' },
    time_entry: { none: 'HubSpot keeps no time that was worked' },
  },
};
