import { agent, helpdesk, message, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';
import { filter } from './owners-groups';
import { made } from './owners-tickets';

// Sort and limit: 6 customers by tickets: c10 and c9 have two each, c1 three, c2 one, nobody four; waits as commented.
const ten = (id: string, requester: string | null, wait: number) => ({
  ticket: made(id, { requester_id: requester }),
  reply: message(id, new Date(Date.UTC(2025, 2, 1, 10, 0, wait)).toISOString().slice(0, 19), 'agent', { author_id: 'ann' }),
});
const RANKED = [
  ten('01', 'c1', 10),
  ten('02', 'c1', 20),
  ten('03', 'c1', 30),
  ten('04', 'c2', 50),
  ten('05', 'c9', 40),
  ten('06', 'c9', 40),
  ten('07', 'c10', 40),
  ten('08', 'c10', 40),
  ten('09', null, 1),
  ten('10', null, 1),
  ten('11', null, 1),
  ten('12', null, 1),
];
const RANKS: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    customer: ['c1', 'c2', 'c9', 'c10'].map((id) => ({ customer_id: id, name: `Customer ${id}`, org_id: null })),
    ticket: [
      ...RANKED.map((one) => one.ticket),
      ticket('13', '2025-03-20 10:00', { requester_id: 'c2' }),
      ticket('14', '2025-03-20 10:00', { requester_id: 'c2' }),
    ],
    message: RANKED.map((one) => one.reply),
  }),
};
const ranked = (metric: string, more: object = {}) => ({ metric, view: 'totals', groupBy: ['customer'], timeZone: 'UTC', ...more });
const [DESC, ASC] = [
  { by: 'value', direction: 'desc' },
  { by: 'value', direction: 'asc' },
];
const FIRST_WEEK = ['2025-03-01 00:00', '2025-03-08 00:00'] as const;
/** Sort, limit and “Other”. */
export const ranks = rulesOf(RANKS, FIRST_WEEK, [
  {
    rule: 'sorted by value, ties by id as text: c10 before c9',
    ask: ranked('opened', { sort: DESC }),
    is: [
      ['(none)', 4],
      ['Customer c1', 3],
      ['Customer c10', 2],
      ['Customer c9', 2],
      ['Customer c2', 1],
    ],
  },
  {
    rule: 'ascending too',
    ask: ranked('opened', { sort: ASC }),
    is: [
      ['Customer c2', 1],
      ['Customer c10', 2],
      ['Customer c9', 2],
      ['Customer c1', 3],
      ['(none)', 4],
    ],
  },
  {
    rule: 'a limit keeps the first, Other has the rest',
    ask: ranked('opened', { sort: DESC, limit: 2, other: true }),
    is: [
      ['(none)', 4],
      ['Customer c1', 3],
      ['Other', 5],
    ],
  },
  {
    rule: 'without Other it does not',
    ask: ranked('opened', { sort: DESC, limit: 3 }),
    is: [
      ['(none)', 4],
      ['Customer c1', 3],
      ['Customer c10', 2],
    ],
  },
  { rule: 'minN before the limit', ask: ranked('time_to_first_response', { sort: DESC, limit: 1, minN: 2 }), is: [['Customer c10', 40]] },
  {
    rule: 'never an Other of means',
    ask: ranked('time_to_first_response', { sort: DESC, limit: 2, other: true, minN: 1 }),
    is: [
      ['Customer c2', 50],
      ['Customer c10', 40],
    ],
  },
  {
    rule: 'sorted by n',
    ask: ranked('time_to_first_response', { sort: { by: 'n', direction: 'desc' }, limit: 2 }),
    is: [
      ['(none)', 1],
      ['Customer c1', 20],
    ],
  },
  // in March c2 has three tickets, as many as c1, but two of them in another week
  {
    rule: 'ranked by the total over the range, also over time',
    ask: { ...ranked('opened', { sort: DESC, limit: 1, filters: [filter('customer', 'in', 'c2', 'c9')] }), view: 'over_time', frequency: 'week' },
    period: ['2025-03-03 00:00', '2025-03-31 00:00'],
    is: {
      'Customer c2': [
        ['2025-03-03 00:00', 0],
        ['2025-03-10 00:00', 0],
        ['2025-03-17 00:00', 2],
        ['2025-03-24 00:00', 0],
      ],
    },
  },
  {
    rule: 'a mean is ranked by the mean of all rows',
    ask: { ...ranked('time_to_first_response', { sort: ASC, limit: 1 }), view: 'over_time', frequency: 'week' },
    is: {
      '(none)': [
        ['2025-02-24 00:00', 1],
        ['2025-03-03 00:00', null],
      ],
    },
  },
]);

// Eleven customers, one answered ticket each, after 1 … 11 seconds; and one who was answered twice, after 30 seconds and after 40.
const many = Array.from({ length: 11 }, (_, i) => ten(`m${i}`, `k${String(i + 1).padStart(2, '0')}`, i + 1));
const TOP: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    customer: many.map((_, i) => ({ customer_id: `k${String(i + 1).padStart(2, '0')}`, name: `K${i + 1}`, org_id: null })),
    ticket: many.map((one) => one.ticket),
    message: many.map((one) => one.reply),
  }),
};
/** The top ten. */
export const top = rulesOf(TOP, FIRST_WEEK, [
  {
    rule: 'top-ten reports: ten, descending',
    ask: { metric: 'customer_wait_time', view: 'totals', timeZone: 'UTC' },
    is: Array.from({ length: 10 }, (_, i) => [`K${11 - i}`, 11 - i]),
  },
  {
    rule: 'a limit of one’s own goes before',
    ask: { metric: 'customer_wait_time', view: 'totals', limit: null, timeZone: 'UTC' },
    tell: 'n',
    is: Array.from({ length: 11 }, () => 1),
  },
  {
    rule: 'grouped by something else they are no top ten',
    ask: { metric: 'customer_wait_time', view: 'totals', groupBy: ['ticket'], timeZone: 'UTC' },
    tell: 'n',
    is: Array.from({ length: 11 }, () => 1),
  },
]);

/** docs/definitions.md, "Owner and other dimensions". */
