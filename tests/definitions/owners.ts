import { agent, event, helpdesk, message, survey, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { type Desk, rulesOf, type Section } from './story';

const MARCH = ['2025-03-01 00:00', '2025-04-01 00:00'] as const;
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, '2025-03-01 10:00', given);
const owned = (id: string, when: string, from: string | null, to: string | null) => event(id, when, 'owner', from, to);
const reply = (id: string, when: string, author: string | null = 'ann') => message(id, when, 'agent', { author_id: author });
const only = (id: string) => [{ field: 'ticket', op: 'equals', values: [id] }];

const OWNERS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('cis')],
    ticket: [
      made('late', { owner_id: 'ben' }),
      made('still', { owner_id: 'cis' }),
      made('dropped', { owner_id: 'ben' }),
      made('moved', { owner_id: 'cis' }),
      made('sharp', { owner_id: 'ben' }),
      made('rated', { owner_id: 'ben' }),
    ],
    ticket_event: [
      // nobody's at first, ann's from the 2nd, ben's from the 4th
      owned('late', '2025-03-02 10:00', null, 'ann'),
      owned('late', '2025-03-04 10:00', 'ann', 'ben'),
      // ann's at first, nobody's from the 2nd, though the ticket says ben
      owned('dropped', '2025-03-02 10:00', 'ann', null),
      // ann's at first (from_value), ben's from the 2nd, cis's from the 3rd
      owned('moved', '2025-03-02 10:00', 'ann', 'ben'),
      owned('moved', '2025-03-03 10:00', 'ben', 'cis'),
      event('late', '2025-03-03 10:00', 'team', null, 'north'),
      event('late', '2025-03-05 10:00', 'team', 'north', 'south'),
      event('dropped', '2025-03-06 10:00', 'team', 'north', null),
      event('dropped', '2025-03-06 11:00', 'team', null, 'north'),
      event('moved', '2025-03-06 10:00', 'team', 'south', 'north'),
      event('moved', '2025-03-06 10:00', 'team', 'north', 'south'),
      // ben's from the very millisecond of the reply
      owned('sharp', '2025-03-02 10:00', 'ann', 'ben'),
    ],
    message: [
      reply('late', '2025-03-01 12:00'),
      reply('late', '2025-03-03 10:00'),
      reply('still', '2025-03-02 10:00'),
      reply('dropped', '2025-03-01 12:00', 'cis'),
      reply('dropped', '2025-03-03 10:00'),
      reply('moved', '2025-03-02 12:00'),
      reply('sharp', '2025-03-02 10:00'),
    ],
    survey: [survey('v1', 'rated', '2025-03-02 10:00', 5, { agent_id: 'cis' }), survey('v2', 'moved', '2025-03-02 11:00', 5)],
  }),
};
const replies = (id: string, more: object = {}) => ({
  metric: 'owner_reply_count',
  view: 'totals',
  groupBy: ['owner'],
  filters: only(id),
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  ...more,
});
const owners = rulesOf(OWNERS, MARCH, [
  {
    rule: 'the owner is that of the event; unassigned stays (unassigned)',
    ask: replies('late'),
    is: [
      ['ann', 1],
      ['(unassigned)', 1],
    ],
  },
  { rule: 'ownerAt: current', ask: replies('late', { ownerAt: 'current' }), is: [['ben', 2]] },
  { rule: 'ownerAt: created', ask: replies('late', { ownerAt: 'created' }), is: [['(unassigned)', 2]] },
  { rule: 'a ticket without any owner event falls back to its current owner', ask: replies('still'), is: [['cis', 1]] },
  {
    rule: 'one that was let go does not',
    ask: replies('dropped'),
    is: [
      ['ann', 1],
      ['(unassigned)', 1],
    ],
  },
  { rule: 'before the first owner event its from_value', ask: replies('moved', { metric: 'opened', ownerAt: 'event' }), is: [['ann', 1]] },
  { rule: 'opened uses the current owner by default', ask: replies('moved', { metric: 'opened' }), is: [['cis', 1]] },
  { rule: 'so does support volume', ask: replies('moved', { metric: 'support_volume' }), is: [['cis', 1]] },
  { rule: 'an owner event at the millisecond of the reply has happened', ask: replies('sharp'), is: [['ben', 1]] },
  { rule: 'first response has the owner at the reply', ask: replies('moved', { metric: 'time_to_first_response', statistics: ['count'] }), is: [['ben', 1]] },
  {
    rule: 'turns have the author, also after a transfer',
    ask: replies('moved', { metric: 'owner_reply_time', groupBy: ['author'], statistics: ['count'] }),
    is: [['ann', 1]],
  },
  { rule: 'turns have the owner too', ask: replies('moved', { metric: 'owner_reply_time', statistics: ['count'] }), is: [['ben', 1]] },
  { rule: 'survey.agent_id, where set, is the owner of a rating', ask: replies('rated', { metric: 'csat', statistics: ['count'] }), is: [['cis', 1]] },
  { rule: 'otherwise the owner when it was answered', ask: replies('moved', { metric: 'csat', statistics: ['count'] }), is: [['ben', 1]] },
  { rule: 'filters test the owner at the event', ask: replies('late', { filters: [...only('late'), { field: 'owner', op: 'in', values: ['ben'] }] }), is: [] },
  {
    rule: 'or the owner asked for',
    ask: replies('late', { ownerAt: 'current', filters: [...only('late'), { field: 'owner', op: 'in', values: ['ben'] }] }),
    is: [['ben', 2]],
  },
  // late −→ann (none), ann→ben (1); dropped ann→nobody (none); moved ann→ben, ben→cis (2); sharp ann→ben (1)
  {
    rule: 'it counts for the new owner, who is the owner at that millisecond',
    ask: { metric: 'transfers', view: 'totals', groupBy: ['owner'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['ben', 3],
      ['cis', 1],
    ],
  },
  // late: to north (none), north → south (1); dropped: north → none → north (none); moved: from_value south → north → south (2), at one millisecond
  {
    rule: 'a transfer of team is from one team to another',
    ask: { metric: 'team_transfers', view: 'totals', groupBy: ['ticket'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['late', 1],
      ['moved', 2],
    ],
  },
  {
    rule: 'it is dated by the change',
    ask: { metric: 'team_transfers', view: 'totals', groupBy: [] },
    period: ['2025-03-05 00:00', '2025-03-06 00:00'],
    is: 1,
  },
  {
    rule: 'and the owner’s are counted apart',
    ask: { metric: 'transfers', view: 'totals', groupBy: [] },
    period: ['2025-03-05 00:00', '2025-03-06 00:00'],
    is: 0,
  },
  { rule: 'a transfer is from somebody to somebody else', ask: { metric: 'transfers', view: 'totals', groupBy: [] }, is: 4 },
]);

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
const filter = (field: string, op: string, ...values: string[]) => ({ field, op, values });
const said = (pattern: RegExp) => expect.stringMatching(pattern) as string;
const groups = rulesOf(GROUPS, MARCH, [
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
      ['chat', 1],
      ['(none)', 3],
    ],
  },
  { rule: 'the customer is the ticket’s requester, whoever wrote', ask: count(['customer'], [], { metric: 'ticket_reply_count' }), is: [['Requester', 3]] },
  {
    rule: 'values of one text but another case are different values',
    ask: count(['priority'], [filter('priority', 'is_not_empty')]),
    is: [
      ['High', 1],
      ['high', 1],
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
const ranks = rulesOf(RANKS, FIRST_WEEK, [
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
const top = rulesOf(TOP, FIRST_WEEK, [
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
export const OWNERS_AND_DIMENSIONS: Section = { title: 'Owner and other dimensions', rules: [...owners, ...groups, ...ranks, ...top] };
