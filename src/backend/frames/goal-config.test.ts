import { findMetric } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { lineGoal, totalGoal } from './goal-config';

const of = (id: string) => findMetric(id) as Metric;
const steps = (id: string, statistic: Parameters<typeof totalGoal>[1], target: number) =>
  totalGoal(of(id), statistic, target).thresholds?.steps.map(({ value, color }) => [value, color.split('-').at(-1)]);

it('colours a number from its least value on: what is no number has no colour, and one on its target is good', () => {
  expect(steps('csat', 'share', 0.85)).toEqual([
    [-1e300, 'text'],
    [0, 'red'],
    [0.85, 'green'],
  ]);
  expect(steps('time_to_close', 'mean', 4)).toEqual([
    [-1e300, 'text'],
    [0, 'green'],
    [expect.closeTo(4, 6), 'red'],
  ]);
  expect(totalGoal(of('time_to_close'), 'mean', 4).thresholds?.steps[2].value).toBeGreaterThan(4);
  // an NPS can be below zero
  expect(steps('nps', 'score', 30)).toEqual([
    [-1e300, 'text'],
    [-1e12, 'red'],
    [30, 'green'],
  ]);
  // nobody may wait
  expect(steps('waiting_now', 'count', 0)).toEqual([
    [-1e300, 'text'],
    [expect.closeTo(0, 6), 'red'],
  ]);
});

it('has no colour where neither way is better, but a line', () => {
  expect(totalGoal(of('occupancy'), 'share', 0.75)).toEqual({});
  expect(lineGoal(of('occupancy'), 'share', 0.75).thresholds?.steps).toEqual([
    { value: -1e300, color: 'text' },
    { value: 0.75, color: 'text' },
  ]);
});

it('says nothing where there is no target', () => expect([totalGoal(of('csat'), 'share', null), lineGoal(of('csat'), 'share', null)]).toEqual([{}, {}]));
