import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, rulesOf, type Section } from './story';

const DAY = '2025-03-03';
const WHOLE_DAY = [`${DAY} 00:00`, '2025-03-04 00:00'] as const;
const HOUR = 3600;
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 08:00`, given);
const says = (id: string, time: string, kind: 'customer' | 'agent' | 'bot', more: object = {}) =>
  message(id, `${DAY} ${time}`, kind, { author_id: kind === 'agent' ? 'ann' : null, ...more });
const status = (id: string, time: string, from: string, to: string) => event(id, `${DAY} ${time}`, 'status', from, to);

const STATES: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: ['asked', 'answered', 'again', 'reopened', 'noted']
      .map((id) => made(id))
      .concat([
        made('ours', { created_by: 'agent' }),
        made('bots', { created_by: 'bot' }),
        made('owned', { owner_id: 'ben' }),
        made('empty', { created_by: 'agent' }),
      ]),
    message: [
      // written 09:00 and 10:00, on top of the creation at 08:00: one run
      says('asked', '09:00', 'customer'),
      says('asked', '10:00', 'customer'),
      says('answered', '09:00', 'agent'),
      // answered 09:00, asked again 10:00 and 10:30
      says('again', '09:00', 'agent'),
      says('again', '10:00', 'customer'),
      says('again', '10:30', 'customer'),
      // asked at 08:00; closed 09:00–11:00; nobody wrote since
      // a bot and a note are no answer
      says('noted', '09:00', 'bot'),
      says('noted', '09:30', 'agent', { visibility: 'internal', kind: 'note' }),
      // an agent's ticket: nobody waits until the customer writes at 10:00
      says('ours', '08:00', 'agent'),
      says('ours', '10:00', 'customer'),
      says('bots', '10:00', 'customer'),
    ],
    ticket_event: [
      status('reopened', '09:00', 'open', 'closed'),
      status('reopened', '11:00', 'closed', 'open'),
      // ann's until 10:00, then ben's
      event('owned', `${DAY} 10:00`, 'owner', 'ann', 'ben'),
    ],
  }),
};
const state = (metric: string, now: string, ids: string[], more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  asOf: at(`${DAY} ${now}`),
  filters: ids.length === 0 ? [] : [{ field: 'ticket', op: 'in', values: ids }],
  ...more,
});
const wait = (now: string, ...ids: string[]) => state('longest_wait', now, ids);

// Ten tickets of cu, open from the 2nd to the 20th; two of cu2, open from the 25th on; one of cu3, open from the 1st to the 30th.
const PILES: Desk = {
  rows: helpdesk({
    customer: ['cu', 'cu2', 'cu3'].map((id) => ({ customer_id: id, name: id, org_id: null })),
    ticket: [
      ...Array.from({ length: 10 }, (_, i) => ticket(`a${i}`, '2024-01-02 00:00', { requester_id: 'cu', closed_at: at('2024-01-20 00:00') })),
      ...['b0', 'b1'].map((id) => ticket(id, '2024-01-25 00:00', { requester_id: 'cu2' })),
      ticket('c0', '2024-01-01 00:00', { requester_id: 'cu3', closed_at: at('2024-01-30 00:00') }),
    ],
    message: [],
  }),
};
const JANUARY = ['2024-01-01 00:00', '2024-02-01 00:00'] as const;
const WEEKS = ['2024-01-01 00:00', '2024-01-08 00:00', '2024-01-15 00:00', '2024-01-22 00:00', '2024-01-29 00:00'];
const weekly = (...values: Array<number | null>) => WEEKS.map((week, i) => [week, values[i]]);
const pile = (metric: string, more: object = {}) => ({
  metric,
  view: 'over_time',
  frequency: 'week',
  groupBy: ['customer'],
  sort: { by: 'value', direction: 'desc' },
  timeZone: 'UTC',
  asOf: at('2024-01-31 00:00'),
  ...more,
});
const DAYS = 24 * HOUR;
// at the end of each week, and now: cu 10, 10, 0, 0, 0; cu2 0, 0, 0, 2, 2; cu3 1, 1, 1, 1, 0
const piles = rulesOf(PILES, JANUARY, [
  {
    rule: 'over time, too, a state is ranked by its total, which is that of the range’s end, or now',
    ask: pile('backlog', { limit: 1 }),
    is: { cu2: weekly(0, 0, 0, 2, 2) },
  },
  { rule: 'as totals are', ask: pile('backlog', { view: 'totals', limit: 1 }), is: [['cu2', 2]] },
  { rule: 'of an earlier now, that', ask: pile('backlog', { limit: 1, asOf: at('2024-01-17 00:00') }), is: { cu: weekly(10, 10, 10, null, null) } },
  {
    rule: 'Other is what is not shown, at each instant',
    ask: pile('backlog', { limit: 1, other: true }),
    is: { cu2: weekly(0, 0, 0, 2, 2), Other: weekly(11, 11, 1, 1, 0) },
  },
  {
    rule: 'those without rows at the end come last, by id',
    ask: pile('backlog', { limit: 2 }),
    is: { cu2: weekly(0, 0, 0, 2, 2), cu: weekly(10, 10, 0, 0, 0) },
  },
  {
    rule: 'and first in ascending order, as their total is 0',
    ask: pile('backlog', { limit: 1, sort: { by: 'value', direction: 'asc' } }),
    is: { cu: weekly(10, 10, 0, 0, 0) },
  },
  { rule: 'minN asks for the total’s n', ask: pile('backlog', { minN: 1 }), is: { cu2: weekly(0, 0, 0, 2, 2) } },
  {
    rule: 'sorted by n, it is the total’s',
    ask: pile('backlog_age', { limit: 1, sort: { by: 'n', direction: 'desc' } }),
    is: { cu2: weekly(null, null, null, 4 * DAYS, 6 * DAYS) },
  },
  // cu2’s six days, though cu3’s ticket was older in every week
  {
    rule: 'an age is ranked by the age at the end; none comes last',
    ask: pile('backlog_age', { limit: 1 }),
    is: { cu2: weekly(null, null, null, 4 * DAYS, 6 * DAYS) },
  },
  {
    rule: 'also in ascending order',
    ask: pile('longest_wait', { limit: 1, sort: { by: 'value', direction: 'asc' } }),
    is: { cu2: weekly(null, null, null, 4 * DAYS, 6 * DAYS) },
  },
  {
    rule: 'the groups shown are compared with the period before',
    ask: pile('backlog', { limit: 1, compare: 'previous_period', asOf: at('2024-03-03 00:00'), frequency: 'month' }),
    period: ['2024-02-01 00:00', '2024-03-01 00:00'],
    tell: 'frames',
    is: { cu2: [['2024-02-01 00:00', 2]], 'cu2 (previous period)': [['2024-02-01 00:00', 2]] },
  },
]);

/** docs/definitions.md, "Backlog and waiting". */
export const STATE: Section = {
  title: 'Backlog and waiting',
  rules: [
    ...piles,
    ...rulesOf(STATES, WHOLE_DAY, [
      { rule: 'a wait runs from the first row of the customer’s run, the creation included', ask: wait('12:00', 'asked'), is: 4 * HOUR },
      { rule: 'answered: nobody waits', ask: wait('12:00', 'answered'), is: null },
      { rule: 'until the answer he did', ask: wait('08:30', 'answered'), is: HOUR / 2 },
      { rule: 'rows strictly before the instant: at the millisecond of the answer he waits', ask: wait('09:00', 'answered'), is: HOUR },
      { rule: 'a millisecond later he does not', ask: wait('09:00:00.001', 'answered'), is: null },
      { rule: 'asked again: from the first row of the new run', ask: wait('12:00', 'again'), is: 2 * HOUR },
      { rule: 'in between the answer stands', ask: wait('09:59', 'again'), is: null },
      { rule: 'a closed ticket waits for nobody', ask: wait('10:00', 'reopened'), is: null },
      // closed from 09:00 to 11:00
      { rule: 'reopened, the wait runs from the first row of its run, less the time closed', ask: wait('12:00', 'reopened'), is: 2 * HOUR },
      { rule: 'bots and notes are no answer', ask: wait('12:00', 'noted'), is: 4 * HOUR },
      { rule: 'an agent’s ticket has no virtual row', ask: wait('12:00', 'ours'), is: 2 * HOUR },
      { rule: 'nor has a bot’s', ask: wait('12:00', 'bots'), is: 2 * HOUR },
      { rule: 'a ticket without any human row does not wait', ask: wait('12:00', 'empty'), is: null },
      // asked, again, reopened, noted, ours, bots, owned
      { rule: 'waiting now counts tickets', ask: state('waiting_now', '12:00', []), is: 7 },
      // at 10:00 sharp: asked, noted, owned (reopened is closed; the others' rows of 10:00 are not before it)
      { rule: 'as of an earlier instant', ask: state('waiting_now', '10:00', []), is: 3 },
      {
        rule: 'over time: at the end of each bucket, or now',
        ask: state('waiting_now', '11:30', [], { view: 'over_time', frequency: 'hour' }),
        period: [`${DAY} 08:00`, `${DAY} 13:00`],
        // at 09:00: asked, answered, again, reopened, noted, owned; at 10:00 three; at 11:00 asked, again, noted, ours, bots, owned; at 11:30 reopened too
        is: [
          [`${DAY} 08:00`, 6],
          [`${DAY} 09:00`, 3],
          [`${DAY} 10:00`, 6],
          [`${DAY} 11:00`, 7],
          [`${DAY} 12:00`, null],
        ],
      },
      { rule: 'the owner is that of the instant', ask: state('backlog', '09:00', ['owned'], { groupBy: ['owner'] }), is: [['ann', 1]] },
      { rule: 'later another', ask: state('backlog', '11:00', ['owned'], { groupBy: ['owner'] }), is: [['ben', 1]] },
      { rule: 'a filter tests that owner', ask: state('backlog', '09:00', ['owned'], { filters: [{ field: 'owner', op: 'in', values: ['ben'] }] }), is: 0 },
      { rule: 'or the current one', ask: state('backlog', '09:00', ['owned'], { ownerAt: 'current', groupBy: ['owner'] }), is: [['ben', 1]] },
      { rule: 'the age is from creation, also after a reopening', ask: state('backlog_age', '12:00', ['reopened']), is: 4 * HOUR },
      { rule: 'before anything was created there is no backlog', ask: state('backlog', '08:00', []), is: 0 },
      { rule: 'everything is open once it was', ask: state('backlog', '08:00:00.001', []), is: 9 },
    ]),
  ],
};
