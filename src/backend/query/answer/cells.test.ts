import { FRAMES, GROUPS } from '../../../shared/bounds';
import { parseQuery, QueryError } from '../../../shared/query';
import { atOnce } from '../../turns';
import { answer } from './answer';
import type { ResultTable } from './series';
import { checkGroups, roomFor } from './cells';
import { earlierPlan } from './compare';
import { plan } from '../plan';

const DAY = 86_400_000;
const planned = (query: object, days: number) =>
  plan(parseQuery({ metric: 'opened', ...query }), {
    fromMs: 0,
    toMs: days * DAY,
    nowMs: 0,
    timeZone: 'UTC',
    weekStart: 'monday',
    topBox: {},
    defaultCalendar: null,
    alert: false,
  });

test.each<[string, object, number, number | undefined, number]>([
  ['a number in total', { view: 'totals', groupBy: [] }, 30, undefined, GROUPS],
  ['totals of Grafana’s small limit', { view: 'totals', groupBy: ['team'], statistics: ['count', 'n'] }, 30, 100, 50],
  ['a chart of few buckets', { frequency: 'year', groupBy: ['team'] }, 30, undefined, FRAMES],
  ['the hours of two years', { frequency: 'hour', groupBy: ['team'] }, 730, undefined, 28],
  ['the same compared', { frequency: 'hour', groupBy: ['team'], compare: 'previous_year' }, 730, undefined, 14],
  ['the same of two statistics', { frequency: 'hour', groupBy: ['team'], compare: 'previous_year', statistics: ['count', 'n'] }, 730, undefined, 7],
])('%s has room for groups', (_name, query, days, cells, most) => {
  expect(roomFor(planned(query, days), cells === undefined ? undefined : { cells, past: 'more than Grafana’s limit' }).groups).toBe(most);
});

test('where not even one group has room nothing is read', () => {
  expect(() => roomFor(planned({ frequency: 'hour', groupBy: [] }, 30), { cells: 100, past: 'more than Grafana’s limit of 100' })).toThrow(
    'The answer has 720 numbers a group: 720 buckets of 1 statistic. That is more than Grafana’s limit of 100. Group by less'
  );
  expect(roomFor(planned({ frequency: 'hour', groupBy: [], statistics: ['count', 'n'], compare: 'previous_year' }, 365)).groups).toBe(14);
});

test('more groups than have room are refused before they take it', () => {
  const rows: ResultTable = {
    rows: 20_000,
    column: (name) => (name === 'g1' ? Array.from({ length: 20_000 }, (_, i) => i) : name === 'b' ? Array<number>(20_000).fill(0) : null),
  };
  const by = planned({ frequency: 'hour', groupBy: ['ticket'] }, 730);
  const work = answer(by, rows, roomFor(by));
  let steps = 0;
  const walk = () => {
    while (!work.next().done) {
      steps++;
    }
  };
  expect(walk).toThrow(QueryError);
  expect(steps).toBeLessThan(40);
  expect(() => checkGroups(by, 29, roomFor(by))).toThrow('more than 28 groups of 17,520 buckets: more numbers than the plugin’s limit of 500,000.');
});

test('an answer of as many groups as have room has them all, in order', () => {
  const by = planned({ view: 'totals', groupBy: ['ticket'] }, 1);
  const names = Array.from({ length: 3_000 }, (_, i) => `t${(i * 7919) % 3_000}`);
  const column = (name: string) =>
    name === 'g1' ? names.map((_, i) => i + 1) : name === 'name1' || name === 'id1' ? names : name === 's0' ? names.map((_, i) => i) : null;
  const { series } = atOnce(answer(by, { rows: 3_000, column }, { groups: 3_000, past: '' }));
  expect(series.map(({ groups }) => groups[0].name)).toEqual(Array.from({ length: 3_000 }, (_, i) => `t${i}`));
});

test.each(['totals', 'over_time'])('nothing shown is compared with nothing: %s', (view) => {
  const by = planned({ view, groupBy: ['ticket'], limit: 5, compare: 'previous_period' }, 1);
  expect(earlierPlan(by, { series: [], without: 0 })).toBeNull();
});
