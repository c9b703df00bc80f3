import { agent, helpdesk, ticket } from '../oracle/builders';
import type { AgentStatusRow, Availability, CalendarHoursRow } from '../oracle/model';
import { byLocalClock } from './availability-clock';
import { at, type Desk, rulesOf, type Section } from './story';

// 3 March 2025 is a Monday
const DAY = '2025-03-03';
const status = (agent_id: string, availability: Availability, from: string, to: string | null, name: string = availability): AgentStatusRow => ({
  agent_id,
  status: name,
  availability,
  from: at(from.length > 5 ? from : `${DAY} ${from}`),
  to: to === null ? null : at(to.length > 5 ? to : `${DAY} ${to}`),
});
const hours = (calendar_id: string, weekday: number, start: string, end: string): CalendarHoursRow => ({
  calendar_id,
  weekday,
  start,
  end,
  valid_from: null,
  valid_to: null,
});
const HOUR = 3600;
const WHOLE_DAY = [`${DAY} 00:00`, '2025-03-04 00:00'] as const;

const STATUSES: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', `${DAY} 00:00`)],
    calendar: [{ calendar_id: 'office', name: 'Office', time_zone: 'UTC' }],
    calendar_hours: [hours('office', 1, '09:00', '17:00')],
    agent: [agent('ann', { calendar_id: 'office' }), agent('ben'), agent('cis', { active: false }), agent('robo', { is_bot: true }), agent('dan')],
    team: [
      { team_id: 'north', name: 'North' },
      { team_id: 'south', name: 'South' },
    ],
    team_member: [
      { team_id: 'north', agent_id: 'ann', from: at(`${DAY} 00:00`), to: at(`${DAY} 12:00`) },
      { team_id: 'south', agent_id: 'ann', from: at(`${DAY} 12:00`), to: null },
      { team_id: 'north', agent_id: 'ben', from: null, to: null },
      { team_id: 'south', agent_id: 'ben', from: null, to: null },
    ],
    agent_status: [
      // until 18:00, says the first row; but ann is away from 12:00 to 13:00, and what comes after is not said
      status('ann', 'available', '08:00', '18:00'),
      status('ann', 'away', '12:00', '13:00', 'Lunch'),
      // carried in from the day before; busy at 10:00; offline from 11:00, still
      status('ben', 'available', '2025-03-02 20:00', '10:00'),
      status('ben', 'busy', '10:00', '11:00', 'On a call'),
      status('ben', 'offline', '11:00', null),
      // inactive, available from 10:00 (when ben stops) until now
      status('cis', 'available', '10:00', null),
      status('robo', 'available', '00:00', null),
      // two rows that overlap: one agent counts once
      status('dan', 'available', '21:00', '23:00'),
      status('dan', 'available', '22:00', '23:30', 'Also there'),
    ],
  }),
};
const of = (...ids: string[]) => [{ field: 'agent', op: 'in', values: ids }];
const total = (metric: string, groupBy: string[], more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy,
  timeZone: 'UTC',
  asOf: at(`${DAY} 20:00`),
  sort: { by: 'name', direction: 'asc' },
  ...more,
});
const hourly = (metric: string, more: object = {}) => ({ metric, frequency: 'hour', groupBy: [], timeZone: 'UTC', asOf: at('2025-03-05 00:00'), ...more });

/** docs/definitions.md, "Availability". */
export const AVAILABILITY: Section = {
  title: 'Availability',
  rules: rulesOf(STATUSES, WHOLE_DAY, [
    // ann 08–12 = 4 h: her next row ends the first, whatever its `to` says
    {
      rule: 'a status row ends at the earlier of its `to` and the agent’s next row',
      ask: total('availability_hours', [], { filters: of('ann') }),
      is: 4 * HOUR,
    },
    {
      rule: 'inside and outside the agent’s own working hours',
      ask: total('availability_hours', ['in_hours'], { filters: of('ann') }),
      is: [
        ['Inside working hours', 3 * HOUR],
        ['Outside working hours', HOUR],
      ],
    },
    {
      rule: 'no calendar is “no hours set”; clipped to the range',
      ask: total('availability_hours', ['in_hours'], { filters: of('ben') }),
      is: [['No hours set', 10 * HOUR]],
    },
    { rule: 'an open interval ends now', ask: total('availability_hours', [], { filters: of('cis') }), is: 10 * HOUR },
    { rule: 'or at the end of the range', ask: total('availability_hours', [], { filters: of('cis'), asOf: at('2025-03-09 00:00') }), is: 14 * HOUR },
    {
      rule: 'clipped to each bucket; a bucket without any is null, not 0',
      ask: hourly('availability_hours', { filters: of('cis') }),
      period: [`${DAY} 09:30`, `${DAY} 11:15`],
      is: [
        [`${DAY} 09:00`, null],
        [`${DAY} 10:00`, HOUR],
        [`${DAY} 11:00`, 900],
      ],
    },
    { rule: 'inactive agents stay, bots are left out', ask: total('availability_hours', ['agent'], { filters: of('cis', 'robo') }), is: [['cis', 10 * HOUR]] },
    { rule: 'the team is the agent’s at the row’s start', ask: total('availability_hours', ['team'], { filters: of('ann') }), is: [['North', 4 * HOUR]] },
    {
      rule: 'so is that of the row at the change',
      ask: total('agent_status_time', ['team'], { filters: of('ann') }),
      is: [
        ['North', 4 * HOUR],
        ['South', HOUR],
      ],
    },
    {
      rule: 'an agent in two teams counts under each',
      ask: total('availability_hours', ['team'], { filters: of('ben') }),
      is: [
        ['North', 10 * HOUR],
        ['South', 10 * HOUR],
      ],
    },
    {
      rule: 'and once without the teams',
      ask: total('availability_hours', [], { filters: [...of('ben'), { field: 'team', op: 'in', values: ['north', 'south'] }] }),
      is: 10 * HOUR,
    },
    {
      rule: 'status time: seconds per group, offline hidden',
      ask: total('agent_status_time', ['availability'], { filters: of('ben') }),
      is: [
        ['Available', 10 * HOUR],
        ['Busy', HOUR],
      ],
    },
    {
      rule: 'unless filtered by it',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'in', values: ['offline'] }] }),
      is: [['Offline', 9 * HOUR]],
    },
    {
      rule: 'by any part of its name',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'contains', values: ['OFF'] }] }),
      is: [['Offline', 9 * HOUR]],
    },
    {
      rule: 'beside others that have that part',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'contains', values: ['l'] }] }),
      is: [
        ['Available', 10 * HOUR],
        ['Offline', 9 * HOUR],
      ],
    },
    {
      rule: 'as the only one',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'equals', values: ['offline'] }] }),
      is: [['Offline', 9 * HOUR]],
    },
    {
      rule: 'or by a stretch of the alphabet',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'between', values: ['c', 'p'] }] }),
      is: [['Offline', 9 * HOUR]],
    },
    {
      rule: 'a filter that only rules others out does not ask for it',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'not_in', values: ['busy'] }] }),
      is: [['Available', 10 * HOUR]],
    },
    {
      rule: 'nor one that another value passes',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'availability', op: 'is_not_empty', values: [] }] }),
      is: [
        ['Available', 10 * HOUR],
        ['Busy', HOUR],
      ],
    },
    {
      rule: 'nor one by another field',
      ask: total('agent_status_time', ['availability'], { filters: [...of('ben'), { field: 'status', op: 'contains', values: ['off'] }] }),
      is: [],
    },
    {
      rule: 'or asked for',
      ask: total('agent_status_time', ['availability'], { filters: of('ben'), includeOffline: true }),
      is: [
        ['Available', 10 * HOUR],
        ['Busy', HOUR],
        ['Offline', 9 * HOUR],
      ],
    },
    {
      rule: 'drilled down to the detailed status',
      ask: total('agent_status_time', ['status'], { filters: of('ben') }),
      is: [
        ['On a call', HOUR],
        ['available', 10 * HOUR],
      ],
    },
    // at 10:00 ben stops and cis begins; ann is there from 8 to 12
    {
      rule: 'ends are exclusive: who leaves as another comes is not at once with him',
      ask: total('max_available_agents', [], { filters: of('ben', 'cis') }),
      is: 1,
    },
    { rule: 'the most at any one instant of the range', ask: total('max_available_agents', []), is: 2 },
    { rule: 'n is distinct agents', ask: total('max_available_agents', []), tell: 'n', is: 3 },
    {
      rule: 'agents carried in from before the bucket count',
      ask: hourly('max_available_agents', { filters: of('ben') }),
      period: [`${DAY} 08:00`, `${DAY} 11:00`],
      is: [
        [`${DAY} 08:00`, 1],
        [`${DAY} 09:00`, 1],
        [`${DAY} 10:00`, 0],
      ],
    },
    { rule: 'one agent counts once, however many rows', ask: total('max_available_agents', [], { filters: of('dan'), asOf: at('2025-03-05 00:00') }), is: 1 },
    {
      rule: 'an agent in two teams counts once among both, and once in each',
      ask: total('max_available_agents', ['team'], { filters: of('ben') }),
      is: [
        ['North', 1],
        ['South', 1],
      ],
    },
    // 21:00–22:00 by the first row, 22:00–23:30 by the second
    { rule: 'and his seconds are counted once', ask: total('availability_hours', [], { filters: of('dan'), asOf: at('2025-03-05 00:00') }), is: 2.5 * HOUR },
    {
      rule: 'its records: the seconds of each row inside the bucket, until now',
      ask: {
        ...hourly('availability_hours', { filters: of('cis'), asOf: at(`${DAY} 12:30`) }),
        kind: 'records',
        at: at(`${DAY} 12:00`),
        columns: ['agent', 'seconds'],
      },
      is: [['cis', HOUR / 2]],
    },
    {
      rule: 'a bucket after now has no records',
      ask: {
        ...hourly('availability_hours', { filters: of('cis'), asOf: at(`${DAY} 12:30`) }),
        kind: 'records',
        at: at(`${DAY} 13:00`),
        columns: ['agent', 'seconds'],
      },
      is: [],
    },
    {
      rule: 'nothing is known after now',
      ask: hourly('max_available_agents', { filters: of('cis'), asOf: at(`${DAY} 12:30`) }),
      period: [`${DAY} 12:00`, `${DAY} 14:00`],
      is: [
        [`${DAY} 12:00`, 1],
        [`${DAY} 13:00`, null],
      ],
    },
  ]).concat(byLocalClock),
};
