import { DURATION_STATISTICS, TICKET_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

/** Team performance: how long customers wait and tickets take. */
export const performance = [
  metric({
    id: 'time_to_close', topic: 'performance', label: 'Time to close', question: 'How long does it take to close a ticket?', unit: 's',
    about: 'From creation to the last close, of tickets that are closed now. A reopened ticket leaves until it closes again and then counts once, with the longer time; the first close is an option. Dated by the close.',
    fact: 'close_fact', at: 'closed_at', datedBy: 'the last close', measure: { kind: 'duration', all: 'close_ms', sla: 'close_biz_ms' },
    where: [{ rule: 'close' }], statistics: DURATION_STATISTICS, dimensions: TICKET_DIMENSIONS, needs: ['ticket'],
    columns: ['closed_at', 'ticket', 'subject', 'created_at', 'owner', 'team', 'customer', 'channel', 'priority', 'duration', 'duration_sla'],
  }),
  metric({
    id: 'time_to_first_response', topic: 'performance', label: 'Time to first response', question: 'How long do customers wait for a first answer?', unit: 's',
    about: 'From creation to the first public reply of a human agent. Tickets that agents created are left out: nobody waited. In chat the clock restarts when a bot hands over. Dated by the reply.',
    fact: 'first_reply_fact', at: 'replied_at', datedBy: 'the first reply', measure: { kind: 'duration', all: 'wait_ms', sla: 'wait_biz_ms' },
    statistics: DURATION_STATISTICS, dimensions: TICKET_DIMENSIONS, needs: ['message'],
    columns: ['replied_at', 'ticket', 'subject', 'owner', 'team', 'customer', 'channel', 'priority', 'duration', 'duration_sla'],
  }),
  metric({
    id: 'chat_wait_time', topic: 'performance', label: 'Chat wait time', question: 'How long do chat visitors wait for a person?', unit: 's',
    about: 'From the start of the chat, or the bot’s last handover, to the first message of an agent. Abandoned chats are left out: they have a rate of their own. Dated by that message.',
    fact: 'chat_fact', at: 'first_agent_at', datedBy: 'the first agent message', measure: { kind: 'duration', all: 'wait_ms', sla: 'wait_biz_ms' },
    statistics: DURATION_STATISTICS, dimensions: TICKET_DIMENSIONS, needs: ['chat_session'],
    columns: ['first_agent_at', 'ticket', 'subject', 'owner', 'team', 'customer', 'duration', 'duration_sla'],
  }),
  metric({
    id: 'support_volume', topic: 'performance', label: 'Support volume', question: 'How many tickets do we get?', unit: 'short',
    about: 'Distinct tickets, by their current owner; the owner at creation is an option. Dated by creation.',
    fact: 'ticket_fact', at: 'created_at', datedBy: 'creation', measure: { kind: 'count' },
    statistics: ['count', 'n'], dimensions: TICKET_DIMENSIONS, needs: ['ticket'], defaults: { ownerAt: 'current', groupBy: { totals: ['owner'] } },
    columns: ['created_at', 'ticket', 'subject', 'owner', 'team', 'customer', 'channel', 'priority', 'status'],
  }),
  metric({
    id: 'time_in_stage', topic: 'performance', label: 'Time in pipeline stage', question: 'Where do tickets spend their time?', unit: 's',
    about: 'From a ticket’s first entry of a stage to its last exit, of tickets that are closed now. After a reopening the count resumes with the next message. A stage that was not left does not count. Dated by the close.',
    fact: 'stage_fact', at: 'closed_at', datedBy: 'the last close', measure: { kind: 'duration', all: 'span_ms', sla: 'span_biz_ms' },
    where: [{ rule: 'valid_as_of' }], statistics: DURATION_STATISTICS, dimensions: TICKET_DIMENSIONS, needs: ['ticket_event', 'stage'],
    defaults: { groupBy: { totals: ['stage'] } },
    columns: ['closed_at', 'ticket', 'subject', 'stage', 'first_entry_at', 'last_exit_at', 'visits', 'owner', 'team', 'duration', 'duration_sla'],
  }),
];
