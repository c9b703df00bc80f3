import { agent, event, helpdesk, survey, ticket } from '../oracle/builders';
import { at, type Desk, rulesOf, said } from './story';

// ann: two tickets, closed after 2 and 4 hours, one rated 5. ben: one ticket, closed after an hour, never rated. One without an owner, open
const CARDS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: [
      ticket('a1', '2025-03-03 08:00', { owner_id: 'ann' }),
      ticket('a2', '2025-03-03 08:00', { owner_id: 'ann' }),
      ticket('b1', '2025-03-03 08:00', { owner_id: 'ben' }),
      ticket('none', '2025-03-03 08:00', { owner_id: null }),
    ],
    ticket_event: [
      event('a1', '2025-03-03 10:00', 'status', 'open', 'closed'),
      event('a2', '2025-03-03 12:00', 'status', 'open', 'closed'),
      event('b1', '2025-03-03 09:00', 'status', 'open', 'closed'),
    ],
    survey: [survey('v', 'a1', '2025-03-03 11:00', 5)],
  }),
};
const card = (metrics: readonly unknown[], more: object = {}) => ({
  kind: 'scorecard',
  metrics,
  groupBy: ['owner'],
  timeZone: 'UTC',
  asOf: at('2025-03-09 00:00'),
  ...more,
});
const CLOSES = ['opened', 'closed', { metric: 'time_to_close', n: true }, 'csat'];
const HOUR = 3600;

/** Several metrics in one table. */
export const scorecards = rulesOf(
  CARDS,
  ['2025-03-03 00:00', '2025-03-04 00:00'],
  [
    {
      rule: 'a row for each value that any metric has, a column a metric; of nothing a count is 0, else null; by name where no order is asked for',
      ask: card(CLOSES),
      is: [
        ['ann', 2, 2, 3 * HOUR, 2, 1],
        ['ben', 1, 1, HOUR, 1, null],
        ['(unassigned)', 1, 0, null, 0, null],
      ],
    },
    {
      rule: 'ordered by a column of it, nulls last, and limited: there is no Other',
      ask: card(CLOSES, { sort: { column: 'time_to_close', direction: 'asc' }, limit: 2, other: true }),
      is: [
        ['ben', 1, 1, HOUR, 1, null],
        ['ann', 2, 2, 3 * HOUR, 2, 1],
      ],
    },
    {
      rule: 'by the first column where none is named; ties by id',
      ask: card(['opened'], { sort: { by: 'value' } }),
      is: [
        ['ann', 2],
        ['ben', 1],
        ['(unassigned)', 1],
      ],
    },
    {
      rule: 'minN empties the cells that rest on fewer rows, and leaves out a row of such alone',
      ask: card(CLOSES, { minN: 2 }),
      is: [['ann', 2, 2, 3 * HOUR, 2, null]],
    },
    {
      rule: 'a statistic, hours and a unit of a column’s own',
      ask: card(['time_to_close', { metric: 'time_to_close', statistic: 'max' }, { metric: 'time_to_close', hours: 'sla' }], { unit: 'hours', limit: 1 }),
      is: [['ann', 3, 4, null]],
    },
    {
      rule: 'a metric that lacks the dimension is refused by name',
      ask: card(['opened', 'max_available_agents']),
      is: said(/^400: "max_available_agents" has no dimension "owner"/),
    },
    {
      rule: 'so is one that lacks a filter of the query’s own',
      ask: card(['opened', 'csat'], { filters: [{ field: 'rating', op: 'in', values: ['5'] }] }),
      is: said(/^400: "opened" has no dimension "rating"/),
    },
    {
      rule: 'and one whose rows may have several values',
      ask: card(['opened'], { groupBy: ['tag'] }),
      is: said(/^400: A row of "opened" may have several values of "tag"/),
    },
    {
      rule: 'it has one dimension',
      ask: card(['opened'], { groupBy: ['owner', 'team'] }),
      is: said(/^400: A scorecard has a row for each value of one dimension/),
    },
    { rule: 'an alert rule judges one number', ask: card(CLOSES), by: { fromAlert: true }, is: said(/^400: A scorecard has several numbers a row/) },
  ]
);
