import { helpdesk, message, survey } from '../oracle/builders';
import { made } from './owners-tickets';
import { type Desk, MARCH, rulesOf, said } from './story';

// Custom fields: texts, numbers, booleans, none in four ways; a rating without a ticket.
const FIELDS: Desk = {
  rows: helpdesk({
    ticket: [
      made('1', { attributes: { plan: 'gold', seats: 5, vip: true, Region: 'EU' } }),
      made('2', { attributes: { plan: 'gold', seats: 12, vip: false } }),
      made('3', { attributes: { plan: 'Free', seats: '5' } }),
      made('4', { attributes: { plan: null } }),
      made('5', { attributes: { plan: '' } }),
      made('6', { attributes: { plan: ['gold'], seats: { of: 5 } } }),
      made('7'),
    ],
    message: [
      message('1', '2025-03-01 11:00', 'agent'),
      message('1', '2025-03-01 12:00', 'agent'),
      message('3', '2025-03-01 13:00', 'agent'),
      message('7', '2025-03-01 13:00', 'agent'),
    ],
    survey: [survey('s1', '1', '2025-03-02 10:00', 5), survey('s2', null, '2025-03-02 11:00', 4)],
  }),
};
const count = (groupBy: string[], filters: object[] = [], more: object = {}) => ({
  metric: 'opened',
  view: 'totals',
  groupBy,
  filters,
  timeZone: 'UTC',
  sort: { by: 'name', direction: 'asc' },
  ...more,
});
const plan = (op: string, ...values: string[]) => [{ field: 'attribute.plan', op, values }];
const seats = (op: string, ...values: string[]) => [{ field: 'attribute.seats', op, values }];

/** Tickets’ own attributes as dimensions. */
export const fields = rulesOf(FIELDS, MARCH, [
  {
    rule: 'a custom field is a dimension; null, empty and nested values, and tickets without the key, are (none)',
    ask: count(['attribute.plan']),
    is: [
      ['Free', 1],
      ['gold', 2],
      ['(none)', 4],
    ],
  },
  {
    rule: 'numbers and booleans are compared as text: 5 is "5"',
    ask: count(['attribute.seats', 'attribute.vip'], seats('is_not_empty')),
    is: [
      ['12', 'false', 1],
      ['5', 'true', 1],
      ['5', '(none)', 1],
    ],
  },
  {
    rule: 'a ticket’s value is that of its messages: 2 of ticket 1, 1 each of 3 and 7',
    ask: count(['attribute.plan'], [], { metric: 'ticket_reply_count', statistics: ['count'] }),
    is: [
      ['Free', 1],
      ['gold', 2],
      ['(none)', 1],
    ],
  },
  {
    rule: 'and of its ratings; a rating without a ticket has none',
    ask: count(['attribute.plan'], [], { metric: 'csat', statistics: ['count'] }),
    is: [
      ['gold', 1],
      ['(none)', 1],
    ],
  },
  { rule: 'in matches values', ask: count([], plan('in', 'gold', 'silver')), is: 2 },
  { rule: 'as they are written', ask: count([], plan('equals', 'free')), is: 0 },
  { rule: 'and the null label', ask: count([], plan('in', 'gold', '(none)')), is: 6 },
  { rule: 'not in keeps what has none', ask: count([], plan('not_in', 'gold')), is: 5 },
  { rule: 'unless it names that', ask: count([], plan('not_in', '(none)')), is: 3 },
  { rule: 'contains ignores case, and never matches what has none', ask: count([], plan('contains', 'FR', 'none')), is: 1 },
  { rule: 'is empty', ask: count([], plan('is_empty')), is: 4 },
  { rule: 'is not empty', ask: count([], plan('is_not_empty')), is: 3 },
  { rule: 'between compares numbers as numbers: 12 lies above 5', ask: count([], seats('between', '4', '9')), is: 2 },
  { rule: 'several AND', ask: count([], [...plan('in', 'gold'), ...seats('in', '5')]), is: 1 },
  {
    rule: 'top values, and the rest as Other: each ticket once',
    ask: count(['attribute.plan'], [], { limit: 1, other: true, sort: { by: 'value', direction: 'desc' } }),
    is: [
      ['(none)', 4],
      ['Other', 3],
    ],
  },
  { rule: 'there is nothing to say of groups that add up', ask: count(['attribute.plan']), tell: 'notices', is: [] },
  {
    rule: 'a column of records',
    ask: { kind: 'records', metric: 'opened', columns: ['ticket', 'attribute.plan', 'attribute.seats'], filters: plan('not_in', '(none)') },
    is: [
      ['1', 'gold', '5'],
      ['2', 'gold', '12'],
      ['3', 'Free', '5'],
    ],
  },
  {
    rule: 'a field that there is not is an error that names the nearest',
    ask: count(['attribute.plam']),
    is: said(/^400: .*"plam"\. Did you mean "attribute\.plan"\?$/),
  },
  { rule: 'keys are as they are written', ask: count(['attribute.region']), is: said(/^400: .*Did you mean "attribute\.Region"\?$/) },
  {
    rule: 'in a filter too',
    ask: count([], [{ field: 'attribute.zzzzzz', op: 'in', values: ['x'] }]),
    is: said(/^400: There is no custom field "zzzzzz"\. There are: attribute\.Region/),
  },
  { rule: 'and in a column', ask: { kind: 'records', metric: 'opened', columns: ['attribute.plans'] }, is: said(/^400: .*Did you mean "attribute\.plan"\?$/) },
  { rule: 'a dashboard’s filter on it is left out', ask: count([], [{ field: 'attribute.plam', op: 'in', values: ['gold'], origin: 'adhoc' }]), is: 7 },
  {
    rule: 'with a warning',
    ask: count([], [{ field: 'attribute.plam', op: 'in', values: ['gold'], origin: 'adhoc' }]),
    tell: 'notices',
    is: [said(/^The filter on "plam" does not apply: .*Did you mean "attribute\.plan"\? The numbers are not filtered by it\.$/)],
  },
  { rule: 'what is written otherwise is told how it is written', ask: count(['attributes.plan']), is: said(/^400: .*written "attribute\.plan"/) },
  {
    rule: 'a metric whose rows have no tickets has none',
    ask: { metric: 'max_available_agents', view: 'totals', groupBy: ['attribute.plan'] },
    is: said(/^400: "max_available_agents" has no dimension "attribute\.plan"/),
  },
]);
