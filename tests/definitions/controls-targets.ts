import { agent, event, helpdesk, ticket } from '../oracle/builders';
import { type Desk, rulesOf, said } from './story';

// north: a ticket closed after 2 hours, one open. south: one closed after 4 hours, one open
const PROMISED: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    team: [
      { team_id: 'north', name: 'North' },
      { team_id: 'south', name: 'South' },
    ],
    ticket: [
      ticket('n', '2025-03-03 08:00', { team_id: 'north', priority: 'high' }),
      ticket('s', '2025-03-03 08:00', { team_id: 'south', priority: 'high' }),
      ticket('open-n', '2025-03-03 08:00', { team_id: 'north' }),
      ticket('open-s', '2025-03-03 08:00', { team_id: 'south' }),
    ],
    ticket_event: [event('n', '2025-03-03 10:00', 'status', 'open', 'closed'), event('s', '2025-03-03 12:00', 'status', 'open', 'closed')],
  }),
  settings: {
    targets: [
      { metric: 'time_to_close', value: '8h' },
      { metric: 'time_to_close', value: '7h', statistic: 'median' },
      { metric: 'time_to_close', value: '6h', hours: 'all' },
      { metric: 'time_to_close', value: '5h', team: 'north' },
      { metric: 'time_to_close', value: '80%', threshold: '3h' },
      { metric: 'backlog', value: 10 },
      { metric: 'backlog', value: 4, team: 'south' },
    ],
  },
};
const HOUR = 3600;
const total = (metric: string, more: object = {}) => ({ metric, view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const closing = (more: object = {}) => total('time_to_close', more);
const team = (...values: string[]) => [{ field: 'team', op: 'in', values }];
const high = [{ field: 'priority', op: 'in', values: ['high'] }];

const beyond = (metric: string, more: object = {}) => total(metric, { beyondTarget: true, ...more });

/** How far numbers are on the bad side of their target. */
export const distances = rulesOf(
  PROMISED,
  ['2025-03-03 00:00', '2025-03-04 00:00'],
  [
    // closed after 2 and after 4 hours, targets of 5 and of 6
    {
      rule: 'each group is as far beyond its own target as its number is on the bad side of it: under it is below 0',
      ask: beyond('time_to_close', { groupBy: ['team'] }),
      is: [
        ['North', -3 * HOUR],
        ['South', -2 * HOUR],
      ],
    },
    // one of two within 3 h, where 80 % were wanted
    { rule: 'where high is good, above 0 is below the target', ask: beyond('time_to_close', { statistics: ['within'], threshold: '3h' }), is: 0.3 },
    { rule: 'in the unit that durations are written in', ask: beyond('time_to_close', { unit: 'hours', filters: team('south') }), is: -2 },
    { rule: 'nothing is no distance', ask: beyond('time_to_close', { filters: team('none') }), is: null },
    { rule: 'a group without a target is left out', ask: beyond('backlog', { groupBy: ['team'] }), is: [['South', -3]] },
    {
      rule: 'and that is said',
      ask: beyond('backlog', { groupBy: ['team'] }),
      tell: 'notices',
      is: ['No target, and so left out: 1 of 2 groups.'],
    },
    { rule: 'an alert rule gets the distances', ask: beyond('backlog', { groupBy: ['team'] }), by: { fromAlert: true }, is: [['South', -3]] },
    {
      rule: 'where the settings have no such target it is refused',
      ask: beyond('time_to_close', { hours: 'sla', statistics: ['p90'] }),
      by: { fromAlert: true },
      is: said(/^400: The settings say nothing of what "time_to_close" \(p90, SLA hours\) is to be/),
    },
    {
      rule: 'so is what has no target, such as a count of what came in',
      ask: beyond('opened'),
      is: said(/^400: "beyondTarget" does not apply to "count" of "opened"/),
    },
    {
      rule: 'and what is drawn beside numbers',
      ask: beyond('backlog', { compare: 'previous_period' }),
      is: said(/^400: "compare" says nothing beside "beyondTarget"/),
    },
  ]
);

/** What numbers ought to be: which target of the settings a number is held against. */
export const goals = rulesOf(
  PROMISED,
  ['2025-03-03 00:00', '2025-03-04 00:00'],
  [
    { rule: 'a target without a statistic is for the mean', ask: closing({ hours: 'sla' }), is: [8 * HOUR] },
    { rule: 'and for the median, which one of its own goes before', ask: closing({ hours: 'sla', statistics: ['median'] }), is: [7 * HOUR] },
    { rule: 'a target for the hours goes before one for the statistic', ask: closing({ statistics: ['median'] }), is: [6 * HOUR] },
    { rule: 'one for the team before both', ask: closing({ statistics: ['median'], filters: team('north') }), is: [5 * HOUR] },
    { rule: 'no percentile has the target of the mean', ask: closing({ statistics: ['p90'] }), is: [null] },
    { rule: 'a share within a threshold has a target for that threshold', ask: closing({ statistics: ['within'], threshold: '180m' }), is: [0.8] },
    { rule: 'and none for another', ask: closing({ statistics: ['within'], threshold: '2h' }), is: [null] },
    { rule: 'other filters leave a time its target', ask: closing({ filters: [...team('north'), ...high] }), is: [5 * HOUR] },
    { rule: 'two teams have that of everybody', ask: closing({ filters: team('north', 'south') }), is: [6 * HOUR] },
    { rule: 'groups with different targets have none in common', ask: closing({ groupBy: ['team'] }), is: [null] },
    { rule: 'of groups with the same it is that', ask: closing({ groupBy: ['team'], filters: team('south') }), is: [6 * HOUR] },
    { rule: 'a count has the target of the whole helpdesk', ask: total('backlog'), is: [10] },
    { rule: 'or of a whole team', ask: total('backlog', { filters: team('south') }), is: [4] },
    { rule: 'a team without one has not that of the whole', ask: total('backlog', { filters: team('north') }), is: [null] },
    { rule: 'nor has a part of a team', ask: total('backlog', { filters: [...team('south'), ...high] }), is: [null] },
  ].map((one) => ({ ...one, tell: 'goals' as const }))
);
