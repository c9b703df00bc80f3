import { LAYOUT_CHOICES } from '../../../../shared/layouts';
import type { HelpdeskLayout } from '../layout';
import { agentStatus } from './availability';
import { chatSession } from './chats';
import { customer, organization } from './contacts';
import { ticket } from './conversations';
import { ticketEvent } from './events';
import { calendar, calendarHours } from './hours';
import { message } from './messages';
import { agent, team, teamMember } from './people';
import { slaTarget, ticketSla } from './sla';
import { survey } from './surveys';

const NO_STAGES = { none: 'Chatwoot has no stages' };

/** Chatwoot’s own tables, one account of them. */
export const chatwoot: HelpdeskLayout = {
  kind: 'helpdesk',
  ...LAYOUT_CHOICES.chatwoot,
  connections: ['postgres'],
  // the surveys’ settings came in May 2025; its tables keep no version
  version: { oldest: '4.2', table: 'inboxes', column: 'csat_config' },
  values: {
    account: { reads: { accounts: ['id', 'name'] }, select: () => 'SELECT id, name FROM accounts ORDER BY id', called: 'accounts' },
  },
  untold: [
    'transfers, time to assignment and time with an owner or a team: Chatwoot keeps no history of assignees and teams',
    'who closed a conversation, bots apart, and who ended a chat: Chatwoot does not write it down',
    'how long a conversation was snoozed: Chatwoot writes it in texts alone',
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
    calendar_exception: { none: 'Chatwoot keeps no holidays' },
    sla_target: slaTarget,
    ticket_sla: ticketSla,
    agent_status: agentStatus,
    pipeline: NO_STAGES,
    stage: NO_STAGES,
    time_entry: { none: 'Chatwoot keeps no time that was worked' },
  },
};
