import { agent, helpdesk, message, stage, survey, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, MARCH, type Rule, rulesOf } from './story';

const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, '2025-03-01 10:00', given);

// Each flagged ticket has one reply, one rating and one chat; "double" has two flags.
const FLAGGED: Array<Partial<TicketRow> & { ticket_id: string }> = [
  { ticket_id: 'plain' },
  { ticket_id: 'spam', is_spam: true },
  { ticket_id: 'deleted', is_deleted: true },
  { ticket_id: 'merged', merged_into_id: 'plain' },
  { ticket_id: 'test', is_test: true },
  { ticket_id: 'imported', is_imported: true },
  { ticket_id: 'double', is_spam: true, is_test: true },
];
const FLAGS: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: FLAGGED.map(({ ticket_id, ...given }) => made(ticket_id, given)),
    message: FLAGGED.map(({ ticket_id }) => message(ticket_id, '2025-03-01 11:00', 'agent', { author_id: 'ann' })),
    survey: FLAGGED.map(({ ticket_id }) => survey(`v-${ticket_id}`, ticket_id, '2025-03-02 10:00', 5)),
    chat_session: FLAGGED.map(({ ticket_id }) => ({
      session_id: `c-${ticket_id}`,
      ticket_id,
      started_at: at('2025-03-01 10:30'),
      first_agent_at: at('2025-03-01 11:00'),
      ended_at: null,
      ended_by: null,
    })),
    // no events say that they are spam: flags are as they stand today
  }),
};
const flagged = (metric: string, include: string[] = [], statistics = ['count']) => ({
  metric,
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  include,
  statistics,
});
/** Tickets that are left out, each with a switch. */
export const flags = rulesOf(FLAGS, MARCH, [
  { rule: 'flagged tickets are left out', ask: flagged('opened'), is: 1 },
  { rule: 'messages follow their ticket’s flags', ask: flagged('owner_reply_count'), is: 1 },
  { rule: 'ratings follow their ticket’s flags', ask: flagged('csat'), is: 1 },
  { rule: 'chats follow their ticket’s flags', ask: flagged('chat_wait_time'), is: 1 },
  ...['spam', 'deleted', 'merged', 'test', 'imported'].map((word) => ({
    rule: `${word} tickets have a switch, which leaves those with another flag out`,
    ask: flagged('opened', [word]),
    is: 2,
  })),
  { rule: 'a ticket with two flags needs both switches', ask: flagged('opened', ['spam', 'test']), is: 4 },
  { rule: 'the switch is there for messages too', ask: flagged('owner_reply_count', ['spam']), is: 2 },
]);

// Rows that point at nothing: messages and ratings of a ticket that is not there, a status and a message of agents who are not; and one that ends before it starts.
const ORPHANS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('robo', { is_bot: true })],
    stage: [stage('s_open', 'open')],
    ticket: [made('here')],
    message: [
      message('here', '2025-03-01 11:00', 'agent', { author_id: 'ann' }),
      message('gone', '2025-03-01 11:00', 'agent', { author_id: 'ann' }),
      message('gone', '2025-03-01 11:30', 'customer'),
      message('gone', '2025-03-01 11:00', 'agent', { author_id: 'ann', visibility: 'internal', kind: 'note' }),
      message('gone', '2025-03-01 11:00', 'agent', { author_id: 'robo' }),
      message('here', '2025-03-01 12:00', 'agent', { author_id: null }),
      message('here', '2025-03-01 13:00', 'agent', { author_id: 'ghost' }),
    ],
    survey: [
      survey('v1', 'here', '2025-03-02 10:00', 5),
      survey('v2', 'gone', '2025-03-02 10:00', 1),
      survey('v3', 'gone', '2025-03-02 10:00', 1),
      survey('v4', 'gone', '2025-03-02 10:00', 9, { kind: 'nps', scale_min: 0, scale_max: 10 }),
    ],
    agent_status: [
      { agent_id: 'ann', status: 'Online', availability: 'available', from: at('2025-03-01 10:00'), to: at('2025-03-01 11:00') },
      { agent_id: 'nobody', status: 'Online', availability: 'available', from: at('2025-03-01 10:00'), to: at('2025-03-01 11:00') },
      { agent_id: 'ben', status: 'Online', availability: 'available', from: at('2025-03-01 10:00'), to: at('2025-03-01 09:00') },
      { agent_id: 'ben', status: 'Lunch', availability: 'away', from: at('2025-03-01 12:00'), to: at('2025-03-01 11:00') },
    ],
  }),
};
/** Rows that point at nothing. */
export const orphans = rulesOf(ORPHANS, MARCH, [
  { rule: 'a message whose ticket is missing is left out', ask: flagged('owner_reply_count'), is: 3 },
  {
    rule: 'and counted in a notice',
    ask: flagged('owner_reply_count'),
    tell: 'notices' as Rule['tell'],
    is: [expect.stringMatching(/^1 row left out: .*ticket/)],
  },
  {
    rule: 'only rows that would have been in the answer: neither notes nor bots, and of received messages the received',
    ask: { metric: 'ticket_reply_count', view: 'totals', groupBy: [] },
    tell: 'notices' as Rule['tell'],
    is: [expect.stringMatching(/^2 rows left out: .*ticket/)],
  },
  { rule: 'so is a rating', ask: flagged('csat'), is: 1 },
  { rule: 'of csat those of csat', ask: flagged('csat'), tell: 'notices' as Rule['tell'], is: [expect.stringMatching(/^2 rows left out: .*survey/)] },
  {
    rule: 'a status whose agent no table has stays, under the agent’s id',
    ask: { ...flagged('agent_status_time', [], ['sum']), groupBy: ['agent'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['ann', 3600],
      ['nobody', 3600],
    ],
  },
  {
    rule: 'a status that ends before it starts is dropped and counted: ben’s that is available',
    ask: flagged('max_available_agents', [], ['max']),
    tell: 'notices' as Rule['tell'],
    is: [expect.stringMatching(/^1 row left out: their end lies before/)],
  },
  {
    rule: 'and both, where both would have counted',
    ask: flagged('agent_status_time', [], ['sum']),
    tell: 'notices' as Rule['tell'],
    is: [expect.stringMatching(/^2 rows left out: their end lies before/)],
  },
  {
    rule: 'authors who are not known are human: an id that no table has stays, none is (none)',
    ask: { metric: 'owner_reply_count', view: 'totals', groupBy: ['author'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['ann', 1],
      ['ghost', 1],
      ['(none)', 1],
    ],
  },
]);
