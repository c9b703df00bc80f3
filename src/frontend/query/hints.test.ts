import { dateTime } from '@grafana/data';

import { speak } from '../i18n/language.fixture';
import { hints } from './hints';
import { queryOf } from './query.fixture';

beforeAll(() => speak('en-US'));

const NOW = Date.parse('2026-05-04T12:00:00Z');
const HOUR = 3_600_000;
const range = (hoursBack: number, hoursOn = 0) => {
  const [from, to] = [dateTime(NOW - hoursBack * HOUR), dateTime(NOW + hoursOn * HOUR)];
  return { from, to, raw: { from, to } };
};

it.each<[string, object, ReturnType<typeof range> | undefined, boolean, RegExp | null]>([
  ['a predictive trend up to now', { metric: 'opened', trend: 'predictive' }, range(720), false, /ends in the future/],
  ['one with two weeks to come', { metric: 'opened', trend: 'predictive' }, range(720, 336), false, null],
  ['another trend', { metric: 'opened', trend: 'linear' }, range(720), false, null],
  ['totals have no trend', { metric: 'opened', view: 'totals', trend: 'predictive' }, range(720), false, null],
  ['a rule that counts ten minutes', { metric: 'csat', view: 'totals' }, range(1 / 6), true, /less than a day/],
  ['a rule that counts a week', { metric: 'csat', view: 'totals' }, range(168), true, null],
  ['a rule on what stands open now', { metric: 'backlog', view: 'totals' }, range(1 / 6), true, null],
  ['a panel of ten minutes', { metric: 'csat', view: 'totals' }, range(1 / 6), false, null],
  ['a range that is not known', { metric: 'csat', view: 'totals' }, undefined, true, null],
])('%s', (_what, query, asked, isAlerting, says) => {
  const found = hints(queryOf(query), asked, isAlerting, NOW);
  expect(found).toEqual(says === null ? [] : [expect.stringMatching(says)]);
});
