import { DURATION_STATISTICS, STATUS_DIMENSIONS, TICKET_DIMENSIONS, withoutTime } from '../bindings';
import { metric } from '../metric';

const ticket = { topic: 'backlog', dimensions: TICKET_DIMENSIONS, needs: ['ticket'] } as const;
const TICKET_COLUMNS = ['ticket', 'subject', 'owner', 'team', 'customer', 'channel', 'priority', 'status'] as const;
const state = { ...ticket, dimensions: withoutTime(TICKET_DIMENSIONS), datedBy: 'the end of the bucket, or now' } as const;
const closed = {
  ...ticket, fact: 'close_fact', at: 'closed_at', datedBy: 'the last close', where: [{ rule: 'closed_as_of' }],
  columns: ['closed_at', ...TICKET_COLUMNS, 'agent_replies', 'nth'],
} as const;
const TEAM = { column: 'team_ix', bridge: { table: 'status_team', on: 'row_ix' } } as const;
const agent = { agent: STATUS_DIMENSIONS.agent } as const;

/** Backlog and flow: what is open, who waits, and how work moves. */
export const backlog = [
  metric({
    ...state, id: 'backlog', label: 'Backlog', question: 'How many tickets are open?', unit: 'short',
    about: 'Open tickets at the end of each bucket, or now: true at any instant in the past. Closed, merged and spam are closed.',
    fact: 'open_fact', at: 'opened_at', measure: { kind: 'state', state: 'open', value: 'count' }, statistics: ['count', 'n'], columns: ['opened_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...state, id: 'backlog_age', label: 'Backlog age', question: 'How old are our open tickets?', unit: 's',
    about: 'From creation to the end of each bucket, or now, of tickets that are open then.',
    fact: 'open_fact', at: 'opened_at', measure: { kind: 'state', state: 'open', value: 'age' }, statistics: DURATION_STATISTICS, columns: ['opened_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...state, id: 'waiting_now', label: 'Waiting customers', question: 'How many customers wait for an answer?', unit: 'short',
    about: 'Open tickets whose last human message is the customer’s, at the end of each bucket, or now.',
    fact: 'wait_fact', at: 'begins_at', measure: { kind: 'state', state: 'waiting', value: 'count' }, statistics: ['count', 'n'], needs: ['message'],
    columns: ['waited_from_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...state, id: 'longest_wait', label: 'Longest wait', question: 'Who has waited longest?', unit: 's',
    about: 'From the first message of the customer’s unanswered run to the end of each bucket, or now.',
    fact: 'wait_fact', at: 'begins_at', measure: { kind: 'state', state: 'waiting', value: 'age' }, statistics: ['max', ...DURATION_STATISTICS.filter((one) => one !== 'max')], needs: ['message'],
    columns: ['waited_from_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...ticket, id: 'opened', label: 'Opened tickets', question: 'How many tickets come in?', unit: 'short',
    about: 'Tickets created. Dated by creation.', fact: 'ticket_fact', at: 'created_at', datedBy: 'creation', measure: { kind: 'count' }, statistics: ['count', 'n'],
    defaults: { ownerAt: 'current' }, columns: ['created_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...ticket, id: 'closed', label: 'Closed tickets', question: 'How many tickets do we close?', unit: 'short',
    about: 'Closes, each time a ticket goes from open to closed. Dated by the close.', fact: 'close_fact', at: 'closed_at', datedBy: 'the close', measure: { kind: 'count' },
    statistics: ['count', 'n'], columns: ['closed_at', ...TICKET_COLUMNS, 'nth'],
  }),
  metric({
    ...ticket, id: 'net_flow', label: 'Net flow', question: 'Does the backlog grow?', unit: 'short',
    about: 'Created plus reopened minus closed: above zero the backlog grows. Each dated by its own event.', fact: 'flow_fact', at: 'at_ms', datedBy: 'the creation, reopening or close',
    measure: { kind: 'net', weight: 'weight' }, statistics: ['sum', 'count', 'n'], columns: ['at_ms', ...TICKET_COLUMNS, 'weight'],
  }),
  metric({
    ...ticket, id: 'reopen_rate', label: 'Reopen rate', question: 'How many tickets come back?', unit: 'percentunit',
    about: 'Tickets ever reopened of those ever closed. Dated by the first close.', fact: 'close_fact', at: 'closed_at', datedBy: 'the first close',
    measure: { kind: 'share', positive: 'is_ever_reopened' }, where: [{ column: 'nth', is: 1 }], statistics: ['share', 'count', 'n'], columns: ['closed_at', ...TICKET_COLUMNS, 'reopened_at'],
  }),
  metric({
    ...closed, id: 'one_touch_rate', label: 'One-touch rate', question: 'How many tickets need one answer only?', unit: 'percentunit', needs: ['message'],
    about: 'Tickets closed with exactly one agent reply and never reopened, of tickets closed now. Dated by the last close.', measure: { kind: 'share', positive: 'is_one_touch' }, statistics: ['share', 'count', 'n'],
  }),
  metric({
    ...closed, id: 'first_contact_resolution', label: 'First-contact resolution', question: 'How many tickets are solved at the first contact?', unit: 'percentunit', needs: ['message'],
    about: 'Tickets closed after one agent turn (one or more messages in a row) and never reopened, of tickets closed now. Dated by the last close.',
    measure: { kind: 'share', positive: 'is_first_contact' }, statistics: ['share', 'count', 'n'],
  }),
  metric({
    ...closed, id: 'replies_to_resolution', label: 'Replies to resolution', question: 'How many answers does a ticket need?', unit: 'short', needs: ['message'],
    about: 'Agent replies until the last close, zero included, of tickets closed now. Dated by the last close.', measure: { kind: 'number', column: 'agent_replies' },
    statistics: DURATION_STATISTICS,
  }),
  metric({
    ...ticket, id: 'transfers', label: 'Transfers', question: 'How often do tickets change hands?', unit: 'short', needs: ['ticket_event'],
    about: 'Changes of owner from somebody to somebody else. A first assignment is not a transfer. Dated by the change.', fact: 'transfer_fact', at: 'moved_at', datedBy: 'the change of owner',
    measure: { kind: 'count' }, where: [{ column: 'kind', is: 1 }], statistics: ['count', 'n'], columns: ['moved_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...ticket, id: 'team_transfers', label: 'Team transfers', question: 'How often do tickets change teams?', unit: 'short', needs: ['ticket_event'],
    about: 'Changes of team from one team to another. A first team is not a transfer. Dated by the change.', fact: 'transfer_fact', at: 'moved_at', datedBy: 'the change of team',
    measure: { kind: 'count' }, where: [{ column: 'kind', is: 2 }], statistics: ['count', 'n'], columns: ['moved_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...ticket, topic: 'performance', id: 'chat_abandonment', label: 'Chat abandonment', question: 'How many chat visitors give up?', unit: 'percentunit', needs: ['chat_session'],
    about: 'Chats that ended without an agent’s message, of those answered or ended. Dated by the start of the chat.', fact: 'chat_fact', at: 'started_at', datedBy: 'the start of the chat',
    dimensions: { ...TICKET_DIMENSIONS, owner: { column: 'started_owner_ix' } },
    measure: { kind: 'share', positive: 'is_abandoned' }, where: [{ rule: 'chat_over' }], statistics: ['share', 'count', 'n'], columns: ['started_at', 'ended_at', ...TICKET_COLUMNS],
  }),
  metric({
    ...closed, topic: 'performance', id: 'stage_dwell', label: 'Stage dwell', question: 'How long do tickets stay in a stage in all?', unit: 's', fact: 'stage_fact',
    about: 'The sum of a ticket’s visits to a stage, of tickets that are closed now. A visit that has not ended does not count. Dated by the close.',
    measure: { kind: 'duration', all: 'dwell_ms', sla: 'dwell_biz_ms' }, where: [{ rule: 'valid_as_of' }], statistics: DURATION_STATISTICS, needs: ['ticket_event', 'stage'], defaults: { groupBy: { totals: ['stage'] } },
    columns: ['closed_at', ...TICKET_COLUMNS, 'stage', 'visits', 'duration', 'duration_sla'],
  }),
  metric({
    topic: 'scheduling', id: 'agent_concurrency', label: 'Chats at once', question: 'How many chats does an agent hold at once?', unit: 'short',
    about: 'The time-weighted mean number of chat sessions that an agent holds at once, over the time in which the agent holds at least one.', fact: 'hold_fact', at: 'from_at',
    datedBy: 'the session, clipped to the bucket', dimensions: agent, measure: { kind: 'concurrency' }, statistics: ['mean', 'n'], needs: ['chat_session'], columns: ['from_at', 'to_at', 'agent', 'seconds'],
  }),
  metric({
    topic: 'scheduling', id: 'occupancy', label: 'Occupancy', question: 'How much of their available time do agents have work?', unit: 'percentunit',
    about: 'Of the time in which an agent is available or busy, the share in which the agent holds a chat or owns a ticket whose customer waits.', fact: 'load_fact', at: 'from_at',
    datedBy: 'the status interval, clipped to the bucket', dimensions: { agent: STATUS_DIMENSIONS.agent, team: STATUS_DIMENSIONS.team }, measure: { kind: 'occupancy' }, statistics: ['share', 'n'],
    needs: ['agent_status'], columns: ['from_at', 'to_at', 'agent', 'agent_status', 'seconds'],
  }),
  metric({
    topic: 'scheduling', id: 'uncovered_hours', label: 'Uncovered hours', question: 'When was nobody available?', unit: 's',
    about: 'Business time of a calendar (the default one, or the calendar filtered for) in which no agent was available. 0 where covered; nothing where the calendar is closed.', fact: 'status_fact',
    at: 'from_at', datedBy: 'the calendar’s hours', dimensions: { agent: { column: 'agent_ix', filterOnly: true }, team: { ...TEAM, filterOnly: true }, calendar: { column: 'calendar_ix' } }, measure: { kind: 'uncovered' }, additive: false,
    statistics: ['sum', 'n'], needs: ['agent_status', 'calendar'], columns: ['from_at', 'to_at', 'agent', 'availability', 'seconds'],
  }),
];
