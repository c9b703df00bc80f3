import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { AgentStatusRow, Availability, CalendarHoursRow, ChatSessionRow } from '../oracle/model';
import { at, type Desk, rulesOf, type Section } from './story';

// 3 March 2025 is a Monday
const DAY = '2025-03-03';
const WHOLE_DAY = [`${DAY} 00:00`, '2025-03-04 00:00'] as const;
const HOUR = 3600;
const session = (id: string, ticket_id: string, first: string, end: string | null): ChatSessionRow => ({
  session_id: id,
  ticket_id,
  started_at: at(`${DAY} 08:00`),
  first_agent_at: at(`${DAY} ${first}`),
  ended_at: end === null ? null : at(`${DAY} ${end}`),
  ended_by: null,
});
const status = (agent_id: string, availability: Availability, from: string, to: string | null): AgentStatusRow => ({
  agent_id,
  status: availability,
  availability,
  from: at(`${DAY} ${from}`),
  to: to === null ? null : at(`${DAY} ${to}`),
});
const says = (id: string, time: string, kind: 'customer' | 'agent', author: string) => message(id, `${DAY} ${time}`, kind, { author_id: author });
const hours = (calendar_id: string, weekday: number, start: string, end: string): CalendarHoursRow => ({
  calendar_id,
  weekday,
  start,
  end,
  valid_from: null,
  valid_to: null,
});

const LOAD: Desk = {
  settings: { defaultCalendar: 'office' },
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('cis')],
    calendar: [
      { calendar_id: 'office', name: 'Office', time_zone: 'UTC' },
      { calendar_id: 'sunday', name: 'Sunday', time_zone: 'UTC' },
      { calendar_id: 'early', name: 'Early', time_zone: 'UTC' },
    ],
    calendar_hours: [
      hours('office', 1, '09:00', '17:00'),
      hours('office', 2, '09:00', '17:00'),
      hours('sunday', 7, '09:00', '17:00'),
      hours('early', 1, '06:00', '08:00'),
    ],
    ticket: [
      ticket('one', `${DAY} 07:00`, { channel: 'chat', created_by: 'agent', owner_id: null }),
      ticket('two', `${DAY} 07:00`, { channel: 'chat', created_by: 'agent', owner_id: null }),
      ticket('moved', `${DAY} 07:00`, { channel: 'chat', created_by: 'agent', owner_id: 'ben' }),
      // nobody's chat, assigned for the first time while ann holds it: no transfer
      ticket('given', `${DAY} 07:00`, { channel: 'chat', created_by: 'agent' }),
      // cis's ticket: created 12:00 by the customer, answered 12:30 by ann; the customer again 13:00, closed 13:15
      ticket('waits', `${DAY} 12:00`, { owner_id: 'cis' }),
    ],
    message: [
      // ben wrote before the session, ann is the first in it
      message('given', '2025-03-05 09:00', 'agent', { author_id: 'ben' }),
      message('given', '2025-03-05 10:00', 'agent', { author_id: 'ann' }),
      says('one', '10:00', 'agent', 'ann'),
      says('two', '11:00', 'agent', 'ann'),
      says('moved', '15:00', 'agent', 'ann'),
      says('waits', '12:30', 'agent', 'ann'),
      says('waits', '13:00', 'customer', 'c'),
    ],
    ticket_event: [
      event('given', '2025-03-05 11:00', 'owner', null, 'ben'),
      event('moved', `${DAY} 16:00`, 'owner', 'ann', 'ben'),
      event('waits', `${DAY} 13:15`, 'status', 'open', 'closed'),
    ],
    // ann holds "one" 10–12 and "two" 11–13, nothing until 15, "moved" until it is ben's at 16; he holds it until 18
    chat_session: [
      session('s1', 'one', '10:00', '12:00'),
      session('s2', 'two', '11:00', '13:00'),
      session('s3', 'moved', '15:00', '18:00'),
      {
        session_id: 's4',
        ticket_id: 'given',
        started_at: at('2025-03-05 09:30'),
        first_agent_at: at('2025-03-05 10:00'),
        ended_at: at('2025-03-05 12:00'),
        ended_by: null,
      },
    ],
    // ann: available 09–11, busy 11–12, away 12–14, available 14–16. ben: available 17–19. cis: available 11–14, still busy from 14 on
    agent_status: [
      status('ann', 'available', '09:00', '11:00'),
      status('ann', 'busy', '11:00', '12:00'),
      status('ann', 'away', '12:00', '14:00'),
      status('ann', 'available', '14:00', '16:00'),
      status('ben', 'available', '17:00', '19:00'),
      status('cis', 'available', '11:00', '14:00'),
      status('cis', 'busy', '14:00', null),
    ],
  }),
};
const KNOWN_EARLY: Desk = { ...LOAD, rows: { ...LOAD.rows, agent_status: [status('ben', 'offline', '07:00', '07:30'), ...LOAD.rows.agent_status] } };
// ann and cis are of team A, ben is of B
const TEAMS: Desk = {
  ...LOAD,
  rows: {
    ...LOAD.rows,
    team: [
      { team_id: 'A', name: 'A' },
      { team_id: 'B', name: 'B' },
    ],
    team_member: [
      { team_id: 'A', agent_id: 'ann', from: null, to: null },
      { team_id: 'A', agent_id: 'cis', from: null, to: null },
      { team_id: 'B', agent_id: 'ben', from: null, to: null },
    ],
  },
};
const total = (metric: string, agentId: string | null, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  asOf: at(`${DAY} 20:00`),
  filters: agentId === null ? [] : [{ field: 'agent', op: 'in', values: [agentId] }],
  ...more,
});
const fraction = (value: number) => Math.round(value * 1e9) / 1e9;

/** docs/definitions.md, "Load and cover". */
export const LOAD_AND_COVER: Section = {
  title: 'Load and cover',
  rules: rulesOf(LOAD, WHOLE_DAY, [
    // 1 h one, 1 h two, 1 h one, then 15–16 one: (1 + 2 + 1 + 1) ÷ 4
    { rule: 'concurrency: sessions weighted by time, over the time in which there is one', ask: total('agent_concurrency', 'ann'), is: 1.25 },
    { rule: 'after a transfer the new owner holds it', ask: total('agent_concurrency', 'ben', { groupBy: ['agent'] }), is: [['ben', 1]] },
    {
      rule: 'the author of the first message in the session holds it; a first assignment is no transfer',
      ask: { kind: 'records', metric: 'agent_concurrency', columns: ['agent', 'seconds'], asOf: at('2025-03-06 00:00') },
      period: ['2025-03-05 00:00', '2025-03-06 00:00'],
      is: [['ann', 2 * HOUR]],
    },
    // (5 + 2) session hours ÷ (4 + 2) agent hours
    { rule: 'of several agents: by their time together', ask: total('agent_concurrency', null), is: fraction(7 / 6) },
    {
      rule: 'clipped to the bucket; null where nobody holds any',
      ask: total('agent_concurrency', 'ann', { view: 'over_time', frequency: 'hour' }),
      period: [`${DAY} 10:30`, `${DAY} 15:00`],
      is: [
        [`${DAY} 10:00`, 1],
        [`${DAY} 11:00`, 2],
        [`${DAY} 12:00`, 1],
        [`${DAY} 13:00`, null],
        [`${DAY} 14:00`, null],
      ],
    },
    // ann's paid time: 09–12 and 14–16 = 5 h. With a chat: 10–12 and 15–16 = 3 h. 12–13 she is away
    { rule: 'occupancy: of the seconds available or busy, those with a chat', ask: total('occupancy', 'ann'), is: 0.6 },
    // cis: 11–14 available, busy from 14 until now (20:00) = 9 h; the customer waits 12:00–12:30 and 13:00–13:15 (closed)
    { rule: 'or with a waiting customer, of the owner, not of who answered', ask: total('occupancy', 'cis'), is: fraction(0.75 / 9) },
    { rule: 'ben’s paid time is 17–19, the chat until 18', ask: total('occupancy', 'ben'), is: 0.5 },
    { rule: 'of several agents: by their time together', ask: total('occupancy', null), is: fraction((3 + 0.75 + 1) / (5 + 9 + 2)) },
    // Monday 09–17: somebody is available (not busy) 09–14 (ann 9–11, cis 11–14) and 14–16 (ann): uncovered 16–17
    { rule: 'uncovered: business seconds in which nobody is available; busy is not available', ask: total('uncovered_hours', null), is: HOUR },
    {
      rule: 'by hour: 0 where covered, null where the calendar has no business time',
      ask: total('uncovered_hours', null, { view: 'over_time', frequency: 'hour' }),
      period: [`${DAY} 15:00`, `${DAY} 19:00`],
      is: [
        [`${DAY} 15:00`, 0],
        [`${DAY} 16:00`, HOUR],
        [`${DAY} 17:00`, null],
        [`${DAY} 18:00`, null],
      ],
    },
    {
      rule: 'another calendar by filter: no business time on this Monday',
      ask: total('uncovered_hours', null, { filters: [{ field: 'calendar', op: 'equals', values: ['sunday'] }] }),
      is: null,
    },
    // the first status of all is ann's, of Monday 09:00
    {
      rule: 'before the first status nobody knows who was there: null on the Sunday before',
      ask: total('uncovered_hours', null, { filters: [{ field: 'calendar', op: 'equals', values: ['sunday'] }] }),
      period: ['2025-03-02 00:00', `${DAY} 00:00`],
      is: null,
    },
    {
      rule: 'which a notice says',
      ask: total('uncovered_hours', null, { filters: [{ field: 'calendar', op: 'equals', values: ['sunday'] }] }),
      period: ['2025-03-02 00:00', `${DAY} 00:00`],
      tell: 'notices',
      is: [`Who was there is known from ${DAY} on: before that no business time is counted.`, expect.stringMatching(/^0 rows match/)],
    },
    {
      rule: 'and null in the early hours of that day',
      ask: total('uncovered_hours', null, { filters: [{ field: 'calendar', op: 'equals', values: ['early'] }] }),
      is: null,
    },
    // covered by ann alone: 09–11 and 14–16
    { rule: 'a filter on agents says who covers', ask: total('uncovered_hours', 'ann'), is: 4 * HOUR },
    {
      rule: 'nobody was there at all: the whole day',
      ask: total('uncovered_hours', null, { asOf: at('2025-03-06 00:00') }),
      period: ['2025-03-04 00:00', '2025-03-05 00:00'],
      is: 8 * HOUR,
    },
    { rule: 'clipped to now', ask: total('uncovered_hours', null, { asOf: at(`${DAY} 16:30`) }), is: HOUR / 2 },
  ]).concat(
    rulesOf(KNOWN_EARLY, WHOLE_DAY, [
      {
        rule: 'to the millisecond, not to the day: with a status of 07:00, whatever it says, an hour of the early calendar',
        ask: total('uncovered_hours', null, { filters: [{ field: 'calendar', op: 'equals', values: ['early'] }] }),
        is: HOUR,
      },
    ]),
    rulesOf({ ...LOAD, rows: { ...LOAD.rows, agent_status: [] } }, WHOLE_DAY, [
      { rule: 'no status of anybody: null, not the whole day', ask: total('uncovered_hours', null), is: [] },
    ]),
    rulesOf(TEAMS, WHOLE_DAY, [
      // A: 3.75 of 14 hours, 2 agents; B: 1 of 2 hours, 1 agent
      { rule: 'occupancy by team: the largest share first', ask: total('occupancy', null, { groupBy: ['team'], limit: 1 }), is: [['B', 0.5]] },
      {
        rule: 'where n is asked for, groups are ranked by n: the agents',
        ask: total('occupancy', null, { groupBy: ['team'], statistics: ['n'], limit: 1 }),
        is: [['A', 2]],
      },
      {
        rule: 'and are in order of n',
        ask: total('occupancy', null, { groupBy: ['team'], statistics: ['n'], sort: { by: 'value', direction: 'desc' } }),
        is: [
          ['A', 2],
          ['B', 1],
        ],
      },
      // each has an n of 1 (ann's mean is the larger): ties go by id
      {
        rule: 'concurrency likewise',
        ask: total('agent_concurrency', null, { groupBy: ['agent'], statistics: ['n'], sort: { by: 'value', direction: 'asc' }, limit: 1 }),
        is: [['ann', 1]],
      },
    ])
  ),
};
