import { agent, helpdesk, ticket } from '../oracle/builders';
import type { AgentStatusRow } from '../oracle/model';
import { at, type Desk, rulesOf } from './story';

const HOUR = 3600;
const available = (agent_id: string, from: string, to: string): AgentStatusRow => ({
  agent_id,
  status: 'available',
  availability: 'available',
  from: at(from),
  to: at(to),
});

// Monday 3 and Tuesday 4 March 2025, UTC: ann 09:00–11:00 on both, ben 10:30–12:30 on Monday. The office is open 09–12 on both days
const TWO_DAYS: Desk = {
  settings: { defaultCalendar: 'office' },
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-03 00:00')],
    agent: [agent('ann'), agent('ben')],
    calendar: [{ calendar_id: 'office', name: 'Office', time_zone: 'UTC' }],
    calendar_hours: [1, 2].map((weekday) => ({ calendar_id: 'office', weekday, start: '09:00', end: '12:00', valid_from: null, valid_to: null })),
    agent_status: [
      available('ann', '2025-03-03 09:00', '2025-03-03 11:00'),
      available('ann', '2025-03-04 09:00', '2025-03-04 11:00'),
      available('ben', '2025-03-03 10:30', '2025-03-03 12:30'),
    ],
  }),
};
const total = (metric: string, groupBy: readonly string[], more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy,
  timeZone: 'UTC',
  asOf: at('2025-03-09 00:00'),
  sort: { by: 'name', direction: 'asc' },
  ...more,
});
const profile = (more: object = {}) => total('max_available_agents', ['hour_of_day'], { statistics: ['max', 'mean'], ...more });
const hour = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const clock = (told: Readonly<Record<number, readonly [number, number]>>) => Array.from({ length: 24 }, (_, at) => [hour(at), ...(told[at] ?? [0, 0])]);
const hours = (low: string, high: string) => [{ field: 'hour_of_day', op: 'between', values: [low, high] }];

const twoDays = rulesOf(
  TWO_DAYS,
  ['2025-03-03 00:00', '2025-03-05 00:00'],
  [
    // at ten: ann on both days, ben for half an hour of Monday: 2.5 of the 2 hours
    {
      rule: 'by hour: the most on any day, the mean over the hour’s time on all days; 24 hours, with zeros',
      ask: profile(),
      is: clock({ 9: [1, 1], 10: [2, 1.25], 11: [1, 0.5], 12: [1, 0.25] }),
    },
    // 09:00–10:00 on Monday, 09:00–09:30 on Tuesday: 1.5 of 1.5 hours. 10:00 is Monday’s alone: 1.5 of 1
    {
      rule: 'a day that the range cuts counts for its part',
      ask: profile(),
      period: ['2025-03-03 00:00', '2025-03-04 09:30'],
      is: clock({ 9: [1, 1], 10: [2, 1.5], 11: [1, 1], 12: [1, 0.5] }),
    },
    {
      rule: 'so does the one that now is in',
      ask: profile({ asOf: at('2025-03-04 09:30') }),
      is: clock({ 9: [1, 1], 10: [2, 1.5], 11: [1, 1], 12: [1, 0.5] }),
    },
    {
      rule: 'a filter lets the hour’s pieces through, and the mean is over the hours let through: (2 + 2.5) of 4',
      ask: total('max_available_agents', [], { statistics: ['max', 'mean'], filters: hours('9', '10') }),
      is: [[2, 1.125]],
    },
    {
      rule: 'without hours the mean is over the range: 6 of 48',
      ask: total('max_available_agents', [], { statistics: ['mean'] }),
      is: 0.125,
    },
    {
      rule: 'over time it is over the bucket; 0 where nobody was available, null after now',
      ask: total('max_available_agents', [], { view: 'over_time', frequency: 'hour', statistics: ['mean'], asOf: at('2025-03-03 13:15') }),
      period: ['2025-03-03 10:00', '2025-03-03 15:00'],
      is: [
        ['2025-03-03 10:00', 1.5],
        ['2025-03-03 11:00', 1],
        ['2025-03-03 12:00', 0.5],
        ['2025-03-03 13:00', 0],
        ['2025-03-03 14:00', null],
      ],
    },
    {
      rule: 'a sum is that of the hour on all days',
      ask: total('availability_hours', ['hour_of_day']),
      is: [
        ['09:00', 2 * HOUR],
        ['10:00', 2.5 * HOUR],
        ['11:00', HOUR],
        ['12:00', HOUR / 2],
      ],
    },
    {
      rule: 'by weekday, and of status time likewise',
      ask: total('agent_status_time', ['weekday', 'availability'], { filters: hours('10', '23') }),
      is: [
        ['Monday', 'Available', 3 * HOUR],
        ['Tuesday', 'Available', HOUR],
      ],
    },
    {
      rule: 'a range that begins after now has no hours',
      ask: profile({ asOf: at('2025-03-02 00:00') }),
      is: [],
    },
    // open 09–12, uncovered on Tuesday from 11 on
    {
      rule: 'uncovered hours by hour: those in which the calendar is open',
      ask: total('uncovered_hours', ['hour_of_day']),
      is: [
        ['09:00', 0],
        ['10:00', 0],
        ['11:00', HOUR],
      ],
    },
    {
      rule: 'its records are the rows that such an hour holds some of',
      ask: { kind: 'records', metric: 'max_available_agents', columns: ['agent', 'from_at'], timeZone: 'UTC', filters: hours('12', '12') },
      is: [['ben', '2025-03-03 10:30']],
    },
  ]
);

// Amsterdam: 02:00–03:00 comes twice on 26 October 2025 (00:00Z–02:00Z), and never on 30 March (01:00Z is 03:00)
const CLOCK_CHANGES: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-01 00:00')],
    agent: [agent('ann')],
    agent_status: [available('ann', '2025-03-30 00:30', '2025-03-30 01:30'), available('ann', '2025-10-25 23:30', '2025-10-26 01:30')],
  }),
};
const inAmsterdam = { timeZone: 'Europe/Amsterdam', asOf: at('2026-01-01 00:00') };

const clockChanges = rulesOf(
  CLOCK_CHANGES,
  ['2025-10-25 22:00', '2025-10-26 23:00'],
  [
    // half an hour at one; of the doubled hour (two hours) an hour and a half
    {
      rule: 'a doubled hour is twice as long',
      ask: profile(inAmsterdam),
      is: clock({ 1: [1, 0.5], 2: [1, 0.75] }),
    },
    {
      rule: 'and its seconds are those of both',
      ask: total('availability_hours', ['hour_of_day'], inAmsterdam),
      is: [
        ['01:00', HOUR / 2],
        ['02:00', 1.5 * HOUR],
      ],
    },
    {
      rule: 'a missing one has no time',
      ask: profile(inAmsterdam),
      period: ['2025-03-29 23:00', '2025-03-30 22:00'],
      is: clock({ 1: [1, 0.5], 3: [1, 0.5] }),
    },
    {
      rule: 'by weekday the day is as long as its clock says: 2 of 25 hours',
      ask: total('max_available_agents', ['weekday'], { ...inAmsterdam, statistics: ['mean'], sort: { by: 'value', direction: 'desc' }, limit: 1 }),
      is: [['Sunday', 0.08]],
    },
  ]
);

/** Agents’ time by hour of day and weekday. */
export const byLocalClock = [...twoDays, ...clockChanges];
