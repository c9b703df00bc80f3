import { agent, helpdesk, message, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';

// Messages on the days of the clock changes in Amsterdam: 02:30 twice in October, 03:30 once in March.
const HOURS: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: [ticket('h', '2025-01-01 00:00')],
    message: ['2025-10-26 00:30', '2025-10-26 01:30', '2025-03-30 01:30', '2025-03-30 00:30'].map((when) => message('h', when, 'customer')),
  }),
};
const byHour = (more: object = {}) => ({
  metric: 'messages_by_hour',
  view: 'totals',
  groupBy: ['hour_of_day'],
  timeZone: 'Europe/Amsterdam',
  sort: { by: 'name', direction: 'asc' },
  ...more,
});
const clock = (counts: Readonly<Record<number, number>>) => Array.from({ length: 24 }, (_, hour) => [`${String(hour).padStart(2, '0')}:00`, counts[hour] ?? 0]);
/** Messages by hour and weekday. */
export const hours = rulesOf(
  HOURS,
  ['2025-10-25 22:00', '2025-10-26 23:00'],
  [
    { rule: 'by hour: 24 hours with zeros, the doubled one sums', ask: byHour(), is: clock({ 2: 2 }) },
    { rule: 'the missing one is 0', ask: byHour(), period: ['2025-03-29 23:00', '2025-03-30 22:00'], is: clock({ 1: 1, 3: 1 }) },
    { rule: '24 zeros where nothing was written', ask: byHour(), period: ['2025-06-01 00:00', '2025-06-02 00:00'], is: clock({}) },
    {
      rule: 'by weekday: seven days with zeros',
      ask: byHour({ groupBy: ['weekday'] }),
      is: [
        ['Monday', 0],
        ['Tuesday', 0],
        ['Wednesday', 0],
        ['Thursday', 0],
        ['Friday', 0],
        ['Saturday', 0],
        ['Sunday', 2],
      ],
    },
    {
      rule: 'over time it is a count per bucket',
      ask: byHour({ view: 'over_time', frequency: 'hour', groupBy: [] }),
      period: ['2025-10-26 00:00', '2025-10-26 03:00'],
      is: [
        ['2025-10-26 00:00', 1],
        ['2025-10-26 01:00', 1],
        ['2025-10-26 02:00', 0],
      ],
    },
  ]
);

// Three messages at 09, two at 10, one at 11 on a Monday; one at 10 on the Tuesday before, who wrote it being ann.
const BUSY: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: [ticket('h', '2025-01-01 00:00', { created_by: 'system' })],
    message: [
      ...['09:00', '09:10', '09:20', '10:00', '10:10', '11:00'].map((time) => message('h', `2025-03-03 ${time}`, 'customer')),
      message('h', '2025-02-25 10:00', 'agent', { author_id: 'ann' }),
    ],
  }),
};
const busiest = (more: object = {}) => ({
  ...byHour({ timeZone: 'UTC', statistics: ['count', 'n'], limit: 1, other: true }),
  sort: { by: 'value', direction: 'desc' },
  ...more,
});
/** The busiest hours, with a limit. */
export const busy = rulesOf(
  BUSY,
  ['2025-03-03 00:00', '2025-03-04 00:00'],
  [
    {
      rule: 'of hours that are ranked, Other is what is not shown',
      ask: busiest(),
      is: [
        ['09:00', 3, 3],
        ['Other', 3, 3],
      ],
    },
    {
      rule: 'as of every other count',
      ask: busiest({ metric: 'ticket_reply_count' }),
      is: [
        ['09:00', 3, 3],
        ['Other', 3, 3],
      ],
    },
    {
      rule: 'those below minN included',
      ask: busiest({ limit: 5, minN: 2 }),
      is: [
        ['09:00', 3, 3],
        ['10:00', 2, 2],
        ['Other', 1, 1],
      ],
    },
    {
      rule: 'Other stands at the end, whatever the order',
      ask: busiest({ groupBy: ['weekday'], sort: { by: 'value', direction: 'asc' } }),
      is: [
        ['Tuesday', 0, 0],
        ['Other', 6, 6],
      ],
    },
    {
      rule: 'by weekday',
      ask: busiest({ groupBy: ['weekday'] }),
      is: [
        ['Monday', 6, 6],
        ['Other', 0, 0],
      ],
    },
    {
      rule: 'by hour and another dimension',
      ask: busiest({ groupBy: ['direction', 'hour_of_day'], limit: 2 }),
      is: [
        ['Received', '09:00', 3, 3],
        ['Received', '10:00', 2, 2],
        ['Other', 'Other', 1, 1],
      ],
    },
    { rule: 'no Other unless it is asked for', ask: busiest({ other: false }), is: [['09:00', 3, 3]] },
    {
      rule: 'the Other of the week before lies under it',
      ask: busiest({ statistics: ['count'], compare: 'previous_period' }),
      period: ['2025-03-03 00:00', '2025-03-10 00:00'],
      is: [
        ['09:00', 3, 0, 3, null],
        ['Other', 3, 1, 2, '▲ +200.0 %'],
      ],
    },
  ]
);

// Closed at 12:00 in all cases; what was written by then differs.
