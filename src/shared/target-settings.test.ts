import { parseSettings } from './settings';

const read = (target: object) => parseSettings({ source: { type: 'files', path: '/helpdesk' }, targets: [target] }).targets[0];

it.each([
  [{ metric: 'time_to_close', value: '4h' }, 14_400],
  [{ metric: 'time_to_close', value: '90m', statistic: 'p90', hours: 'sla' }, 5400],
  [{ metric: 'time_to_close', value: '80%', threshold: '8h' }, 0.8],
  [{ metric: 'csat', value: '85%' }, 0.85],
  [{ metric: 'csat', value: '92.5 %' }, 0.925],
  [{ metric: 'nps', value: -10 }, -10],
  [{ metric: 'ces', value: '5.5' }, 5.5],
  [{ metric: 'backlog', value: 50 }, 50],
  [{ metric: 'longest_wait', value: '2d', team: 7 }, 172_800],
  [{ metric: 'replies_to_resolution', value: 2.5 }, 2.5],
])('%j is read as %d', (target, value) => expect(read(target).value).toBe(value));

it('holds what is not said open, and a team by its id', () => {
  expect(read({ metric: 'csat', value: '85%' })).toEqual({ metric: 'csat', team: null, hours: null, statistic: null, threshold: null, value: 0.85 });
  expect(read({ metric: 'csat', value: '85%', team: 7 })).toMatchObject({ team: '7' });
  expect(read({ metric: 'time_to_close', value: '80%', threshold: '8h' })).toMatchObject({ statistic: 'within', threshold: '8h' });
});

it.each([
  [{ metric: 'csta', value: '85%' }, 'The setting "targets.0.metric" is "csta", which is no metric. Did you mean "csat"?'],
  [{ metric: 'csat', value: 85 }, 'The setting "targets.0.value" is "85": a target of "csat" is written as a percentage such as "85%".'],
  [{ metric: 'csat', value: '120%' }, 'is written as a percentage such as "85%".'],
  [
    { metric: 'time_to_close', value: 4 },
    'The setting "targets.0.value" is "4": a target of "time_to_close" is written as a duration such as "90m", "4h" or "2d".',
  ],
  [{ metric: 'backlog', value: 'fifty' }, 'is written as a number of 0 or more, such as 25.'],
  [{ metric: 'csat', value: '85%', statistic: 'mena' }, 'The setting "targets.0.statistic" is "mena", which "csat" does not have. Did you mean "mean"?'],
  [{ metric: 'csat', value: '85%', hours: 'sla' }, 'The setting "targets.0.hours" is "sla", which "csat" does not have.'],
  [{ metric: 'csat', value: '85%', threshold: '4h' }, 'The setting "targets.0.statistic" is "within", which "csat" does not have.'],
  [{ metric: 'time_to_close', value: '80%', statistic: 'within' }, 'The setting "targets.0.threshold" is a duration such as 4h'],
  [{ metric: 'time_to_close', value: '4h', statistic: 'mean', threshold: '4h' }, 'The setting "targets.0.threshold" is a duration such as 4h'],
  [{ metric: 'support_volume', value: 50 }, 'of which "count" has no target: it is more in a longer time range.'],
  [{ metric: 'availability_hours', value: '8h' }, 'of which "sum" has no target'],
  [{ metric: 'csat', value: '85%', teams: '7' }, 'There is no setting "targets.0.teams".'],
])('refuses %j', (target, sentence) => expect(() => read(target)).toThrow(sentence));
