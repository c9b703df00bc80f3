import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { customAttributes } from './attributes';
import { calendar, calendarDoubts, calendarException, calendarHours, calendars } from './calendars';
import { pipeline, stage, ticketEvent } from './history';
import { message } from './messages';
import { agent, customer, organization, team, teamMember } from './people';
import { slaDoubts, slas, slaTarget, ticketSla } from './slas';
import { ticket } from './tickets';
import { timeEntry } from './times';

/** Zammad’s own tables. */
export const zammad: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES.zammad,
  connections: ['postgres', 'mysql'],
  // its tables keep no version; an answer's time in SLAs came in 2021
  version: { oldest: '5.0', table: 'slas', column: 'response_time' },
  clocks: 'utc',
  documents: { calendars, slas, customAttributes },
  doubts: (here, sql) => [...calendarDoubts(here), ...slaDoubts(here, sql)],
  untold: [
    'what happened before tickets were imported: Zammad writes no history of it, so that imported tickets are left out',
    'which SLA a ticket had before: Zammad keeps none of tickets, the one that its conditions choose today is taken for all its time',
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
    calendar,
    calendar_hours: calendarHours,
    calendar_exception: calendarException,
    sla_target: slaTarget,
    ticket_sla: ticketSla,
    time_entry: timeEntry,
    chat_session: { none: 'Zammad’s chats have no tickets' },
    survey: { none: 'Zammad asks for no ratings' },
    agent_status: { none: 'Zammad keeps no history of who was there' },
  },
};
