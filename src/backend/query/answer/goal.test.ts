import { findMetric } from '../../../shared/catalog';
import { parseQuery } from '../../../shared/query';
import { parseSettings } from '../../../shared/settings';
import { NOON } from '../measures/cases/case.fixture';
import { plan } from '../plan';
import { goalOf } from './goal';
import type { GroupValue } from './series';

const targets = (written: readonly object[]) => parseSettings({ source: { type: 'files', path: 'desk' }, targets: written }).targets;
const asked = (query: object) => plan(parseQuery({ view: 'totals', groupBy: [], ...query }), NOON);
const group = (id: string | null): GroupValue => ({ id, name: 'Any', isOther: false });
const team = (id: string | null) => ({ field: 'team', op: 'in', values: [id] });

const TIMES = targets([
  { metric: 'time_to_close', value: '2d' },
  { metric: 'time_to_close', value: '8h', hours: 'sla' },
  { metric: 'time_to_close', value: '5d', statistic: 'p90' },
  { metric: 'time_to_close', value: '1d', team: '7' },
  { metric: 'time_to_close', value: '80%', threshold: '90m' },
]);
const HOUR = 3600;

it.each([
  ['a mean', { statistics: ['mean'] }, [], 48 * HOUR],
  ['a median, as a mean', { statistics: ['median'] }, [], 48 * HOUR],
  ['a percentile of its own', { statistics: ['p90'] }, [], 120 * HOUR],
  ['a percentile that nobody has set', { statistics: ['p95'] }, [], null],
  ['these hours', { statistics: ['mean'], hours: 'sla' }, [], 8 * HOUR],
  ['a team of the groups', { statistics: ['mean'], groupBy: ['team'] }, [group('7')], 24 * HOUR],
  ['another team', { statistics: ['mean'], groupBy: ['team'] }, [group('8')], 48 * HOUR],
  ['no team', { statistics: ['mean'], groupBy: ['team'] }, [group(null)], 48 * HOUR],
  ['the one team that is chosen', { statistics: ['mean'], filters: [team('7')] }, [], 24 * HOUR],
  ['an owner: each has the same promise', { statistics: ['mean'], groupBy: ['owner'] }, [group('1')], 48 * HOUR],
  ['a team before the hours', { statistics: ['mean'], hours: 'sla', groupBy: ['team'] }, [group('7')], 24 * HOUR],
  ['the share within the same threshold, otherwise written', { statistics: ['within'], threshold: '5400s' }, [], 0.8],
  ['the share within another', { statistics: ['within'], threshold: '4h' }, [], null],
  ['a count of rows', { statistics: ['count'] }, [], null],
] as const)('the target of %s', (_, query, groups, goal) => {
  const planned = asked({ metric: 'time_to_close', ...query });
  expect(goalOf(planned, planned.statistics[0], groups, TIMES)).toBe(goal);
});

const COUNTS = targets([
  { metric: 'backlog', value: 100 },
  { metric: 'backlog', value: 20, team: '7' },
]);

it.each([
  ['the whole', {}, [], 100],
  ['a team', { groupBy: ['team'] }, [group('7')], 20],
  ['a team without one, which is but a part of the whole', { groupBy: ['team'] }, [group('8')], null],
  ['a team that is chosen', { filters: [team('7')] }, [], 20],
  ['two teams', { filters: [{ field: 'team', op: 'in', values: ['7', '8'] }] }, [], null],
  ['all but a team', { filters: [{ field: 'team', op: 'not_in', values: ['7'] }] }, [], null],
  ['a part of the whole', { filters: [{ field: 'priority', op: 'in', values: ['urgent'] }] }, [], null],
  ['a part of a team', { groupBy: ['team', 'priority'] }, [group('7'), group('urgent')], null],
] as const)('the target of a count, of %s', (_, query, groups, goal) => {
  const planned = asked({ metric: 'backlog', ...query });
  expect(planned.metric).toBe(findMetric('backlog'));
  expect(goalOf(planned, 'count', groups, COUNTS)).toBe(goal);
});
