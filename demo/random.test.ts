import { hash, Random } from './random';

const many = Array.from({ length: 20_000 });

test('the same seed and stream give the same numbers, another one gives others', () => {
  const draw = (seed: number, stream: number | string): number[] => {
    const random = new Random(seed, stream);
    return [random.next(), random.normal(), random.int(1000), random.lognormal(60_000, 1)];
  };
  expect(draw(1, 'agents')).toEqual(draw(1, 'agents'));
  expect(draw(1, 'agents')).not.toEqual(draw(2, 'agents'));
  expect(draw(1, 7)).not.toEqual(draw(1, 8));
});

test('numbers are pinned: a helpdesk must be the same next year', () => {
  const random = new Random(1, 'pinned');
  expect([hash('pinned'), random.int(1_000_000), random.int(1_000_000)]).toEqual([1399832719, 121929, 724878]);
});

test('restarting forgets what was drawn before', () => {
  const random = new Random(3, 1);
  random.normal();
  random.restart(3, 2);
  const fresh = new Random(3, 2);
  expect([random.normal(), random.next()]).toEqual([fresh.normal(), fresh.next()]);
});

test('draws have the shapes they promise', () => {
  const random = new Random(1, 'shapes');
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(many.map(() => random.next()))).toBeCloseTo(0.5, 1);
  const normals = many.map(() => random.normal());
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
  const durations = many.map(() => random.lognormal(1000, 0.8)).sort((a, b) => a - b);
  expect(durations[10_000] / 1000).toBeCloseTo(1, 1);
  expect(mean(many.map(() => random.exponential(5)))).toBeCloseTo(5, 0);
});
