import { agent, event, helpdesk, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';

// north: a ticket closed after 2 hours. south: one closed after 4 hours, one open
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
      ticket('open', '2025-03-03 08:00', { team_id: 'south' }),
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
