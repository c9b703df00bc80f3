import { agent, helpdesk, message } from '../oracle/builders';
import { type Desk, MARCH, rulesOf, said } from './story';
import { made } from './owners-tickets';

// Dimensions: two agents of one name; a message by another customer than the requester; tags with a double; an agent in two teams.
const GROUPS: Desk = {
  rows: helpdesk({
    agent: [agent('a1', { name: 'Sam' }), agent('a2', { name: 'Sam' }), agent('a3', { name: '50%_Off' })],
    team: [
      { team_id: 't1', name: 'North' },
      { team_id: 't2', name: 'South' },
    ],
    customer: [
      { customer_id: 'c1', name: 'Requester', org_id: 'o1' },
      { customer_id: 'c2', name: 'Colleague', org_id: 'o2' },
    ],
    organization: [
      { org_id: 'o1', name: 'One' },
      { org_id: 'o2', name: 'Two' },
    ],
    ticket: [
      made('1', { owner_id: 'a1', requester_id: 'c1', team_id: 't1', tags: ['x', 'y', 'x'], priority: 'High' }),
      made('2', { owner_id: 'a2', requester_id: 'c2', team_id: 't2', tags: ['x'], priority: 'high' }),
      made('3', { owner_id: 'a3', tags: ['y'], channel: 'chat' }),
      made('4', { owner_id: null, tags: [] }),
    ],
    message: [
      message('1', '2025-03-02 09:15', 'customer', { author_id: 'c2' }),
      message('1', '2025-03-02 11:00', 'customer', { author_id: 'c2' }),
      message('1', '2025-03-03 17:59:59.999', 'customer', { author_id: 'c2' }),
    ],
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
/** A filter as a query says it. */
export const filter = (field: string, op: string, ...values: string[]) => ({ field, op, values });
/** Dimensions, grouping and filters. */
export const groups = rulesOf(GROUPS, MARCH, [
  {
    rule: 'equal names of different ids stay separate',
    ask: count(['owner'], [filter('owner', 'in', 'a1', 'a2')]),
    is: [
      ['Sam (a1)', 1],
      ['Sam (a2)', 1],
    ],
  },
  { rule: 'null is (unassigned) for the owner', ask: count(['owner'], [filter('owner', 'not_in', 'a1', 'a2', 'a3')]), is: [['(unassigned)', 1]] },
  {
    rule: 'and (none) otherwise',
    ask: count(['channel']),
    is: [
      ['Chat', 1],
      ['(none)', 3],
    ],
  },
  { rule: 'the customer is the ticket’s requester, whoever wrote', ask: count(['customer'], [], { metric: 'ticket_reply_count' }), is: [['Requester', 3]] },
  {
    rule: 'values of one text but another case are different values',
    ask: count(['priority'], [filter('priority', 'is_not_empty')]),
    is: [
      ['High (High)', 1],
      ['High (high)', 1],
    ],
  },
  {
    rule: 'a row counts once under each of its tags, doubled or not',
    ask: count(['tag']),
    is: [
      ['x', 2],
      ['y', 2],
      ['(none)', 1],
    ],
  },
  { rule: 'that groups do not add up, a notice says', ask: count(['tag']), tell: 'notices', is: [said(/several/)] },
  { rule: 'no Other for many-valued groups', ask: count(['tag'], [], { limit: 1, other: true, sort: { by: 'value', direction: 'desc' } }), is: [['x', 2]] },
  { rule: 'in matches ids', ask: count([], [filter('owner', 'in', 'a1', 'a3')]), is: 2 },
  { rule: 'not names', ask: count([], [filter('owner', 'in', 'Sam')]), is: 0 },
  { rule: 'in matches the null label', ask: count([], [filter('owner', 'in', 'a1', '(unassigned)')]), is: 2 },
  { rule: 'equals matches the null label', ask: count([], [filter('channel', 'equals', '(none)')]), is: 3 },
  { rule: 'not in keeps nulls', ask: count([], [filter('owner', 'not_in', 'a1')]), is: 3 },
  { rule: 'not equals keeps nulls', ask: count([], [filter('channel', 'not_equals', 'chat')]), is: 3 },
  { rule: 'not in with the null label leaves them out', ask: count([], [filter('owner', 'not_in', 'a1', '(unassigned)')]), is: 2 },
  { rule: 'contains matches display names, ignoring case', ask: count([], [filter('owner', 'contains', 'sAM')]), is: 2 },
  { rule: 'not ids', ask: count([], [filter('owner', 'contains', 'a1')]), is: 0 },
  { rule: 'a percent sign and an underscore are themselves', ask: count([], [filter('owner', 'contains', '%_')]), is: 1 },
  { rule: 'and match nothing else', ask: count([], [filter('owner', 'contains', 'S_m')]), is: 0 },
  { rule: 'contains never matches null, not even its label', ask: count([], [filter('owner', 'contains', 'unassigned')]), is: 0 },
  { rule: 'nor the empty text', ask: count([], [filter('channel', 'contains', '')]), is: 1 },
  { rule: 'is empty is null', ask: count([], [filter('owner', 'is_empty')]), is: 1 },
  { rule: 'or no value', ask: count([], [filter('tag', 'is_empty')]), is: 1 },
  { rule: 'is not empty is the rest', ask: count([], [filter('tag', 'is_not_empty')]), is: 3 },
  { rule: 'any value matches of a many-valued field', ask: count([], [filter('tag', 'in', 'y')]), is: 2 },
  { rule: 'none for the negatives; no tag at all is kept', ask: count([], [filter('tag', 'not_in', 'y')]), is: 2 },
  { rule: 'the null label is no tag', ask: count([], [filter('tag', 'in', '(none)')]), is: 1 },
  { rule: 'not in with it leaves the untagged out', ask: count([], [filter('tag', 'not_in', '(none)')]), is: 3 },
  { rule: 'contains on names that never change', ask: count([], [filter('weekday', 'contains', 'SUN')], { metric: 'ticket_reply_count' }), is: 2 },
  { rule: 'contains on tags: any', ask: count([], [filter('tag', 'contains', 'Y')]), is: 2 },
  { rule: 'several filters AND, on one field too', ask: count([], [filter('tag', 'in', 'x'), filter('tag', 'in', 'y')]), is: 1 },
  {
    rule: 'a filter lets rows through, with all their values',
    ask: count(['tag'], [filter('tag', 'in', 'y')]),
    is: [
      ['x', 1],
      ['y', 2],
    ],
  },
  {
    rule: 'between is inclusive: 17:59 is in hour 17, 09:15 in hour 9',
    ask: count([], [filter('hour_of_day', 'between', '9', '17')], { metric: 'ticket_reply_count' }),
    is: 3,
  },
  { rule: 'between compares numbers as numbers', ask: count([], [filter('hour_of_day', 'between', '10', '17')], { metric: 'ticket_reply_count' }), is: 2 },
  { rule: 'weekday 1 is Monday: 3 March 2025', ask: count([], [filter('weekday', 'equals', '1')], { metric: 'ticket_reply_count' }), is: 1 },
  { rule: 'Sunday is 7', ask: count(['weekday'], [filter('weekday', 'equals', '7')], { metric: 'ticket_reply_count' }), is: [['Sunday', 2]] },
  {
    rule: 'hour and weekday are the report’s: 17:59 UTC is 23:29 in Kolkata',
    ask: count(['hour_of_day'], [filter('weekday', 'equals', '1')], { metric: 'ticket_reply_count', timeZone: 'Asia/Kolkata' }),
    is: [['23:00', 1]],
  },
  {
    rule: 'a filter that a metric does not have is an error of the query’s own',
    ask: count([], [filter('availability', 'in', 'away')]),
    is: said(/^400: .*availability/),
  },
  { rule: 'and a warning of a dashboard’s', ask: count([], [{ ...filter('availability', 'in', 'away'), origin: 'variable' }]), is: 4 },
]);

// Sort and limit: 6 customers by tickets: c10 and c9 have two each, c1 three, c2 one, nobody four; waits as commented.
