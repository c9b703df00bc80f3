import type { DataSourceQuery } from '../types';
import { expand, interpolateFilters, interpolateQuery } from './interpolate';
import { pretendVariables } from './dashboard.fixture';

beforeEach(() =>
  pretendVariables({
    team: ['t1', 't2'],
    priority: 'high',
    nobody: [],
    blank: '',
    vip: '$vip',
    dollars: ['$5k', '${x}', '[[x]]'],
    everyone: { all: ['a1', 'a2'] },
    whole: { all: ['x'], allValue: '$__all' },
    by: ['team', 'none'],
    nothing: 'none',
    hours: 'sla',
    top: '5',
    yes: 'true',
    statistics: ['p90', 'mean'],
    instant: '2026-03-01T00:00:00Z',
  })
);

describe('expand', () => {
  it.each<[string, string[], boolean, boolean]>([
    ['plain', ['plain'], false, false],
    ['$priority', ['high'], true, false],
    ['${team}', ['t1', 't2'], true, false],
    ['${priority:csv}', ['high'], true, false],
    ['team-$priority', ['team-high'], false, false],
    ['$priority$priority', ['highhigh'], false, false],
    ['$unknown', ['$unknown'], false, false],
    ['$nobody', [], true, false],
    ['$blank', [], true, false],
    // what is chosen is a value, whatever it looks like
    ['$vip', ['$vip'], true, false],
    ['$dollars', ['$5k', '${x}', '[[x]]'], true, false],
    ['$everyone', ['a1', 'a2'], true, true],
    ['$whole', ['$__all'], true, true],
    ['$__all', ['$__all'], false, true],
  ])('%s gives %j', (text, values, isVariable, isAll) => {
    expect(expand(text, {})).toEqual({ values, isVariable, isAll });
  });

  it('lets a repeated panel’s own value win over the dashboard’s "All"', () => {
    expect(expand('$everyone', { everyone: { text: 'All', value: 'a2' } })).toEqual({ values: ['a2'], isVariable: true, isAll: false });
  });

  it('takes a value that is called "All" for what it is', () => {
    pretendVariables({ team: 'All' });
    expect(expand('$team', {})).toEqual({ values: ['All'], isVariable: true, isAll: false });
  });
});

describe('interpolateFilters', () => {
  it.each<[string, object, object | null]>([
    ['several values', { values: ['$team', 'other'] }, { values: ['t1', 't2', 'other'] }],
    ['wholly a variable', { values: ['$team'] }, { values: ['t1', 't2'], origin: 'variable' }],
    ['an origin of its own', { values: ['$team'], origin: 'query' }, { values: ['t1', 't2'], origin: 'query' }],
    ['texts that look like variables', { values: ['$refund', '${x}', '$5k'] }, { values: ['$refund', '${x}', '$5k'] }],
    ['a choice of nothing', { values: ['$nobody'] }, { values: [], origin: 'variable' }],
    ['a choice of nothing, beside a value', { values: ['$blank', 'other'] }, { values: ['other'] }],
    ['an empty search', { op: 'contains', values: ['$blank'] }, null],
    ['all', { values: ['$everyone'] }, null],
    ['all, by a custom value', { values: ['$whole'] }, null],
    ['numbers', { values: [3] }, { values: ['3'] }],
    ['no values', { op: 'is_empty' }, { op: 'is_empty' }],
  ])('%s', (_, filter, expected) => {
    expect(interpolateFilters([{ field: 'team', ...filter }], {})).toEqual(expected === null ? [] : [{ field: 'team', ...expected }]);
  });
});

describe('interpolateQuery', () => {
  it.each<[object, object]>([
    [
      { hours: '$hours', view: 'totals' },
      { hours: 'sla', view: 'totals' },
    ],
    [{ groupBy: ['$by', 'owner'] }, { groupBy: ['team', 'owner'] }],
    [{ statistics: ['$statistics'] }, { statistics: ['p90', 'mean'] }],
    [
      { limit: '$top', withinMinutes: '$top', minN: 2 },
      { limit: 5, withinMinutes: 5, minN: 2 },
    ],
    [{ limit: '$nothing' }, { limit: null }],
    [
      { asOf: '$instant', at: '1700000000000' },
      { asOf: '2026-03-01T00:00:00Z', at: 1_700_000_000_000 },
    ],
    [
      { compare: '$nothing', trend: 'linear' },
      { compare: null, trend: 'linear' },
    ],
    [
      { anomalies: '$yes', other: false },
      { anomalies: true, other: false },
    ],
    [{ sort: { by: 'name', direction: '$unknown' } }, { sort: { by: 'name', direction: '$unknown' } }],
    [{ metric: '$unknown' }, { metric: '$unknown' }],
    [{ metrics: ['csat', '$nothing', { metric: 'opened', hours: '$hours', n: true }] }, { metrics: ['csat', { metric: 'opened', hours: 'sla', n: true }] }],
  ])('%j', (own, expected) => {
    const given = { refId: 'A', metric: 'csat', ...own };
    const before = JSON.stringify(given);
    expect(interpolateQuery(given as unknown as DataSourceQuery, {})).toEqual({ refId: 'A', metric: 'csat', ...expected });
    expect(JSON.stringify(given)).toBe(before);
  });
});
