import { agent, event, helpdesk, stage, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, only, rulesOf } from './story';

// All created on 3 March at 10:00. Whatever a ticket is now is asked on the 10th.
const CREATED = '2025-03-03 10:00';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, CREATED, given);
const status = (id: string, when: string, from: string | null, to: string | null, given: object = {}) => event(id, when, 'status', from, to, given);
const ON_5 = at('2025-03-05 10:00');

const BORN: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    stage: [stage('s_open', 'open'), stage('s_done', 'closed')],
    ticket: [
      made('from-value'),
      made('at-creation'),
      made('before'),
      made('by-stage'),
      made('column', { closed_at: at(CREATED) }),
      made('skewed', { closed_at: at('2025-03-02 10:00') }),
      made('undone'),
    ],
    ticket_event: [
      // closed from the start; reopened on the 4th, closed on the 5th
      status('from-value', '2025-03-04 10:00', 'closed', 'open', { actor_id: 'ben', actor_kind: 'agent' }),
      status('from-value', '2025-03-05 10:00', 'open', 'closed', { actor_id: 'ben', actor_kind: 'agent' }),
      // ann closes it at the millisecond of its creation, and a bot merges it: ann closed it
      status('at-creation', CREATED, 'new', 'closed', { actor_id: 'ann', actor_kind: 'agent' }),
      status('at-creation', CREATED, 'closed', 'merged', { actor_id: null, actor_kind: 'bot' }),
      // the clock of who closed it is a day behind
      status('before', '2025-03-02 10:00', 'open', 'closed', { actor_id: 'ben', actor_kind: 'agent' }),
      event('by-stage', CREATED, 'stage', 's_open', 's_done', { actor_id: 'ann', actor_kind: 'agent' }),
      // closed before its creation, and open again before it: it begins open
      status('undone', '2025-03-01 10:00', 'open', 'closed'),
      status('undone', '2025-03-02 10:00', 'closed', 'open'),
    ],
  }),
};
const total = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: only(id),
  timeZone: 'UTC',
  asOf: at('2025-03-10 10:00'),
  ...more,
});
const WEEK = ['2025-03-01 00:00', '2025-03-10 00:00'] as const;
const by = (id: string, more: object = {}) => total('closed', id, { groupBy: ['closed_by', 'closed_by_kind'], ...more });
const born = rulesOf(BORN, WEEK, [
  { rule: 'a ticket that begins closed has a close at its creation', ask: total('closed', 'from-value'), period: [CREATED, '2025-03-03 10:01'], is: 1 },
  { rule: 'of 0 s', ask: total('time_to_close', 'from-value', { close: 'first' }), is: 0 },
  { rule: 'by nobody known', ask: by('from-value'), period: [CREATED, '2025-03-03 10:01'], is: [['(none)', '(none)', 1]] },
  { rule: 'so net flow is the change of the backlog: +1 −1 +1 −1', ask: total('net_flow', 'from-value'), is: 0 },
  { rule: 'over time', ask: total('net_flow', 'from-value'), period: ['2025-03-01 00:00', '2025-03-05 00:00'], is: 1 },
  { rule: 'as the backlog then', ask: total('backlog', 'from-value'), period: ['2025-03-01 00:00', '2025-03-05 00:00'], is: 1 },
  { rule: 'it was reopened', ask: total('reopen_rate', 'from-value'), is: 1 },
  { rule: 'an event at the creation says how the ticket begins', ask: total('time_to_close', 'at-creation'), is: 0 },
  { rule: 'by the actor of the event that closed it', ask: by('at-creation'), is: [['ann', 'agent', 1]] },
  { rule: 'so does one before it', ask: total('time_to_close', 'before'), is: 0 },
  { rule: 'by its actor, too', ask: by('before'), is: [['ben', 'agent', 1]] },
  { rule: 'it is dated by the creation', ask: total('closed', 'before'), period: ['2025-03-01 00:00', CREATED], is: 0 },
  { rule: 'the last of such events decides', ask: total('backlog', 'undone'), is: 1 },
  { rule: 'and the others are nothing', ask: total('closed', 'undone'), is: 0 },
  { rule: 'stages say it as well', ask: by('by-stage'), is: [['ann', 'agent', 1]] },
  { rule: 'without a history a closed_at equal to the creation', ask: total('time_to_close', 'column'), is: 0 },
  { rule: 'a close before the creation is no close', ask: total('closed', 'skewed'), is: 0 },
  { rule: 'nor has it a time', ask: total('time_to_close', 'skewed'), is: null },
  {
    rule: 'it is counted, once',
    ask: total('closed', 'skewed'),
    tell: 'notices',
    is: ['1 row left out: the end lies before the start (clocks that disagree).'],
  },
  { rule: 'net flow takes it at the creation', ask: total('net_flow', 'skewed'), is: 0 },
  { rule: 'as do states', ask: total('backlog', 'skewed'), is: 0 },
]);

const PRESENT: Desk = {
  rows: helpdesk({
    stage: [stage('s_wait', 'waiting_customer'), stage('s_done', 'closed')],
    ticket: [
      // nothing but a column each
      made('says-closed', { status: 'merged', closed_at: ON_5 }),
      made('says-open', { status: 'on_hold', closed_at: ON_5 }),
      made('stage-open', { stage_id: 's_wait', closed_at: ON_5 }),
      made('stage-closed', { stage_id: 's_done' }),
      made('status-first', { stage_id: 's_done', status: 'open' }),
      made('stage-lost', { stage_id: 's_lost', closed_at: ON_5 }),
      made('nothing'),
      made('column', { closed_at: ON_5 }),
      // histories
      made('later', { closed_at: ON_5 }),
      made('born-later', { closed_at: ON_5 }),
      made('same', { closed_at: at('2025-03-04 10:00') }),
      made('since', { status: 'spam' }),
      made('kept', { status: 'open', closed_at: ON_5 }),
      made('ended', { status: 'open', stage_id: 's_wait', closed_at: at('2025-03-08 10:00') }),
      made('null-to'),
      made('null-from'),
    ],
    ticket_event: [
      // ends open on the 4th; closed_at says the 5th
      status('later', '2025-03-04 10:00', 'new', 'waiting_customer'),
      // begins closed, and opens on the 4th
      status('born-later', '2025-03-04 10:00', 'closed', 'open'),
      // closed_at is not later than the last event
      status('same', '2025-03-04 10:00', 'new', 'waiting_customer'),
      // closed on the 4th, open on the 5th, waiting on the 6th; now it is spam
      status('since', '2025-03-04 10:00', 'new', 'closed'),
      status('since', '2025-03-05 10:00', 'closed', 'open'),
      status('since', '2025-03-06 10:00', 'open', 'waiting_customer'),
      // reopened on the 6th, and closed_at was kept
      status('kept', '2025-03-05 10:00', 'new', 'closed'),
      status('kept', '2025-03-06 10:00', 'closed', 'waiting_customer'),
      // ends closed: whatever the columns say
      status('ended', '2025-03-06 10:00', 'new', 'closed'),
      // null is open: closed on the 4th, open on the 6th
      status('null-to', '2025-03-04 10:00', 'new', 'closed'),
      status('null-to', '2025-03-06 10:00', 'closed', null),
      status('null-from', '2025-03-06 10:00', null, 'closed'),
    ],
  }),
};
const day = 86_400;
/** The time to close, and the word of the status, of one ticket. */
const isNow = (rule: string, id: string, closed: number | null, word: string) => [
  { rule, ask: total('time_to_close', id), is: closed },
  { rule: `${rule}: its status`, ask: total('opened', id, { groupBy: ['status'] }), is: [[word, 1]] },
];
const present = rulesOf(PRESENT, WEEK, [
  ...isNow('closed by its status, since closed_at', 'says-closed', 2 * day, 'Merged'),
  ...isNow('open by its status: closed_at is ignored', 'says-open', null, 'On hold'),
  ...isNow('open by its stage: likewise', 'stage-open', null, 'Waiting for customer'),
  ...isNow('closed by its stage, nobody knows since when: no close', 'stage-closed', null, 'Closed'),
  { rule: 'but in no backlog', ask: total('backlog', 'stage-closed'), is: 0 },
  { rule: 'from its creation on', ask: total('backlog', 'stage-closed'), period: ['2025-03-01 00:00', '2025-03-03 10:01'], is: 0 },
  { rule: 'net flow leaves it out', ask: total('net_flow', 'stage-closed', { statistics: ['sum', 'n'] }), is: [[0, 0]] },
  { rule: 'it was opened', ask: total('opened', 'stage-closed'), is: 1 },
  ...isNow('the status goes before the stage', 'status-first', null, 'Open'),
  { rule: 'so that ticket is open', ask: total('backlog', 'status-first'), is: 1 },
  ...isNow('a stage that no table has says nothing: closed_at does', 'stage-lost', 2 * day, 'Closed'),
  ...isNow('nothing is known', 'nothing', null, '(none)'),
  { rule: 'then it is open', ask: total('backlog', 'nothing'), is: 1 },
  ...isNow('nothing but closed_at is known', 'column', 2 * day, 'Closed'),
  ...isNow('a history that ends open, and a later closed_at: closed then', 'later', 2 * day, 'Closed'),
  ...isNow('likewise where it began closed', 'born-later', 2 * day, 'Closed'),
  { rule: 'then it is in no backlog', ask: total('backlog', 'born-later'), is: 0 },
  ...isNow('a closed_at not later is ignored: the history’s last word', 'same', null, 'Waiting for customer'),
  { rule: 'that ticket is open', ask: total('backlog', 'same'), is: 1 },
  ...isNow('a history that ends open, and a closed status: closed since nobody knows when', 'since', null, 'Spam'),
  { rule: 'its earlier closes stand', ask: total('closed', 'since'), is: 1 },
  { rule: 'until its last event it is in the backlog', ask: total('backlog', 'since'), period: ['2025-03-01 00:00', '2025-03-06 10:00'], is: 1 },
  { rule: 'and from then on in none', ask: total('backlog', 'since'), period: ['2025-03-01 00:00', '2025-03-06 10:01'], is: 0 },
  ...isNow('a history that ends open, and an open status: closed_at is ignored; the status now', 'kept', null, 'Open'),
  { rule: 'it is open', ask: total('backlog', 'kept'), is: 1 },
  ...isNow('a history that ends closed: nothing else is read', 'ended', 3 * day, 'Closed'),
  { rule: 'an event to null opens', ask: total('backlog', 'null-to'), is: 1 },
  { rule: 'and its last word is open', ask: total('opened', 'null-to', { groupBy: ['status'] }), is: [['Open', 1]] },
  { rule: 'from null it was open', ask: total('time_to_close', 'null-from'), is: 3 * day },
  // ignored: says-open, stage-open, kept; closed after an open end: later, born-later; at an unknown time: stage-closed, since
  {
    rule: 'contradictions are counted',
    ask: total('closed', '', { filters: [] }),
    tell: 'notices',
    is: [
      '3 tickets: their closed_at is ignored, as their status or stage says that they are open.',
      '2 tickets: their events end open, and a later closed_at closes them.',
      '2 tickets: their status or stage says that they are closed, but nothing says since when.',
    ],
  },
]);

/** What begins closed, and what histories do not say. */
export const states = [...born, ...present];
