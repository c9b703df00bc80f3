import { parseQuery } from '../../../shared/query';
import { NOON } from '../../query/measures/cases/case.fixture';
import { plan } from '../../query/plan';
import { isBlank, noRowsNotice } from './no-rows';

const filters = [
  { field: 'team', values: ['t1'] },
  { field: 'priority', values: ['high'] },
  { field: 'team', op: 'not_in', values: ['t2'] },
];

it.each([
  [{}, '0 rows match: Time to close has none in this range. To see some, choose a longer range.'],
  [
    { filters },
    '0 rows match: Time to close has none in this range, filtered by team and priority. To see some, choose a longer range, or take a filter away.',
  ],
])('%j', (own, text) => {
  expect(noRowsNotice(plan(parseQuery({ metric: 'time_to_close', ...own }), NOON))).toEqual({ severity: 'info', text });
});

it.each([
  ['no group', [], true],
  ['nothing in any bucket', [{ values: [[null, null]], n: [0, null] }], true],
  ['a count of nothing is a number', [{ values: [[0, 0]], n: [0, 0] }], false],
  ['rows without a value are rows', [{ values: [[null]], n: [3] }], false],
])('%s', (_, series, expected) => {
  expect(isBlank(series)).toBe(expected);
});
