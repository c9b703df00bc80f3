import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { PIPELINE, STAGES } from '../zendesk/words';
import { message } from './comments';
import { ticketEvent } from './history';
import { COPIED, newest } from './newest';
import { agent, customer, organization, team, teamMember } from './people';
import { calendar, calendarHours, slaTarget } from './schedules';
import { survey } from './surveys';
import { ticket } from './tickets';

/** The tables that Airbyte’s connector makes of Zendesk Support. */
export const zendeskAirbyte: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES['zendesk-airbyte'],
  connections: ['postgres'],
  // its tables keep no version: what is there is looked for, a stream at a time
  version: null,
  values: {
    bots: {
      reads: { users: ['id', 'name', 'role', ...COPIED] },
      select: () => `SELECT u.id, u.name FROM ${newest('users', ['id', 'name', 'role'])} AS u WHERE u.role IN ('agent', 'admin') ORDER BY u.id`,
      called: 'agents',
    },
  },
  untold: [
    'which schedule a ticket has, and holidays: Airbyte does not replicate them',
    'which SLA policy a ticket has: Airbyte does not replicate it',
    'what hours a schedule had before it was changed: Zendesk keeps today’s only',
    'which ticket took in a merged one: only a tag says that it was merged',
  ],
  tables: {
    ticket,
    message,
    ticket_event: ticketEvent,
    survey,
    agent,
    team,
    team_member: teamMember,
    customer,
    organization,
    calendar,
    calendar_hours: calendarHours,
    calendar_exception: { none: 'Airbyte does not replicate holidays' },
    sla_target: slaTarget,
    ticket_sla: { none: 'Airbyte does not replicate which policy a ticket has' },
    pipeline: { reads: {}, select: () => PIPELINE },
    stage: { reads: {}, select: () => `SELECT * FROM (${STAGES}) AS s (pipeline_id, stage_id, label, position, kind, pauses_sla)` },
    chat_session: { none: 'Airbyte does not replicate chats' },
    agent_status: { none: 'Airbyte does not replicate agents’ presence' },
    time_entry: { none: 'Zendesk keeps no time that was worked' },
  },
};
