import { DURATION_STATISTICS, MESSAGE_DIMENSIONS, TURN_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

const SENT = { column: 'direction', is: 1 } as const;
const RECEIVED = { column: 'direction', is: 2 } as const;

const turn = {
  topic: 'replies',
  unit: 's',
  fact: 'turn_fact',
  at: 'replied_at',
  measure: { kind: 'duration', all: 'wait_ms', sla: 'wait_biz_ms' },
  statistics: DURATION_STATISTICS,
  dimensions: TURN_DIMENSIONS,
  needs: ['message'],
  columns: ['replied_at', 'ticket', 'subject', 'author', 'owner', 'team', 'customer', 'channel', 'waited_from_at', 'run_length', 'duration', 'duration_sla'],
} as const;

const message = {
  topic: 'replies',
  unit: 'short',
  fact: 'message_fact',
  at: 'sent_at',
  datedBy: 'the message',
  measure: { kind: 'count' },
  statistics: ['count', 'n'],
  dimensions: MESSAGE_DIMENSIONS,
  needs: ['message'],
  columns: ['sent_at', 'ticket', 'subject', 'direction', 'author', 'owner', 'team', 'customer', 'channel'],
} as const;

const RUNS =
  'Consecutive messages of one side are one turn, whose clock starts at the first message of the run; bots and automatic messages neither break nor start one. A close ends a turn, and time in which the ticket was closed and then reopened does not count.';

/** Ticket replies: who answers whom, how fast and how often. */
export const replies = [
  metric({
    ...turn,
    id: 'customer_reply_time',
    label: 'Customer response time',
    question: 'How long do customers take to answer us?',
    better: 'neutral',
    datedBy: 'the customer’s reply',
    about: `From the first message of the agent’s run to the customer’s answer. ${RUNS} Dated by the customer’s reply.`,
    where: [RECEIVED],
    defaults: { groupBy: { totals: ['customer'] }, topTenOf: 'customer' },
  }),
  metric({
    ...turn,
    id: 'customer_wait_time',
    label: 'Customer wait time',
    question: 'Which customers wait longest for our answers?',
    better: 'lower',
    datedBy: 'the agent’s reply',
    about: `From the first message of the customer’s run (ticket creation for the first) to the agent’s answer. A bot’s handover restarts the first wait. ${RUNS} Customers who still wait are in “Waiting now”. Dated by the agent’s reply.`,
    where: [SENT],
    defaults: { groupBy: { totals: ['customer'] }, topTenOf: 'customer' },
  }),
  metric({
    ...message,
    id: 'owner_reply_count',
    label: 'Owner reply count',
    question: 'How many replies does each agent send?',
    better: 'neutral',
    about: 'Public replies of human agents, by author. Messages, not turns; no notes, drafts, bots, automatic or campaign messages. Dated by the message.',
    where: [SENT],
    defaults: { groupBy: { totals: ['author'] } },
  }),
  metric({
    ...turn,
    id: 'owner_reply_time',
    label: 'Owner response time',
    question: 'How fast does each agent answer?',
    better: 'lower',
    datedBy: 'the agent’s reply',
    about: `The same turns as customer wait time, by the agent who wrote the answer (also after a transfer); by ticket owner as an option. ${RUNS} Dated by the agent’s reply.`,
    where: [SENT],
    defaults: { groupBy: { totals: ['author'] } },
  }),
  metric({
    ...turn,
    id: 'reply_time_since_assignment',
    label: 'Response time since assignment',
    question: 'How fast does each agent answer what they were given?',
    better: 'lower',
    datedBy: 'the agent’s reply',
    about: `Of the turns of owner response time, the part of the wait in which the author had the ticket: from the last time that it was given to them, or from the turn’s start where that came later or they were never given it. ${RUNS} Dated by the agent’s reply.`,
    measure: { kind: 'duration', all: 'since_ms', sla: 'since_biz_ms' },
    where: [SENT],
    columns: ['replied_at', 'ticket', 'subject', 'author', 'owner', 'team', 'customer', 'channel', 'waited_from_at', 'since_at', 'duration', 'duration_sla'],
    defaults: { groupBy: { totals: ['author'] } },
  }),
  metric({
    ...message,
    id: 'ticket_reply_count',
    label: 'Ticket reply count',
    question: 'Which tickets have the most messages?',
    better: 'neutral',
    about: 'Messages sent and received per ticket. Messages, not turns. Dated by the message.',
    defaults: { groupBy: { totals: ['ticket'] }, topTenOf: 'ticket' },
  }),
  metric({
    ...message,
    id: 'messages_by_hour',
    byClock: true,
    label: 'Messages by time of day',
    question: 'When do messages come and go?',
    better: 'neutral',
    about:
      'Messages sent and received by local hour of the day, or by weekday. An hour that a clock change doubles counts both; one that it skips is 0. Dated by the message.',
    defaults: { groupBy: { totals: ['hour_of_day', 'direction'], over_time: ['direction'] } },
  }),
];
