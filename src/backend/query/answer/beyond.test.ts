import { parseQuery } from '../../../shared/query';
import { parseSettings } from '../../../shared/settings';
import { NOON } from '../measures/cases/case.fixture';
import { plan } from '../plan';
import { beyondTarget, checkTargets } from './beyond';
import type { Series } from './series';

const { targets } = parseSettings({
  source: { type: 'files', path: 'desk' },
  targets: [
    { metric: 'csat', value: '85%' },
    { metric: 'csat', value: '90%', team: '7' },
    { metric: 'time_to_close', value: '4h' },
  ],
});
const asked = (query: object) => plan(parseQuery({ metric: 'csat', groupBy: ['team'], beyondTarget: true, ...query }), NOON);
const series = (id: string, ...values: ReadonlyArray<Series['values'][number]>): Series => ({
  groups: [{ id, name: id, isOther: false }],
  values,
  n: values[0].map(() => 9),
  hits: null,
});
const distances = (query: object, ...given: readonly Series[]) =>
  beyondTarget(asked(query), { series: given, without: 0 }, targets).answer.series.map(({ values }) =>
    values.map((numbers) => numbers.map((value) => value && Number(value.toFixed(9))))
  );

it('measures each group against its own target, to the bad side, bucket by bucket; nothing stays nothing', () => {
  expect(distances({}, series('7', [0.8, 0.9, null]), series('8', [0.95, 0.85, 0]))).toEqual([[[0.1, 0, null]], [[-0.1, 0, 0.85]]]);
  expect(distances({ metric: 'time_to_close' }, series('8', [18_000, 7_200]))).toEqual([[[3_600, -7_200]]]);
});

it('never says -0', () => expect(Object.is(distances({}, series('8', [0.85]))[0][0][0], 0)).toBe(true));

it('is refused where one of the statistics has no target', () => {
  const refused = (query: object) => () => checkTargets(asked(query), targets);
  expect(refused({})).not.toThrow();
  expect(refused({ metric: 'time_to_close', statistics: ['mean', 'p90'] })).toThrow('"time_to_close" (p90)');
  expect(refused({ metric: 'time_to_close', statistics: ['within'], threshold: '2h', hours: 'sla' })).toThrow('"time_to_close" (within, 2h, SLA hours)');
  expect(refused({ metric: 'nps', beyondTarget: false })).not.toThrow();
});
