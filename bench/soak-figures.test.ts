import { growth, isWell, quantile, rows, type Sample, type Soaked } from './soak-figures';

const samples = (memory: (at: number) => number): Sample[] =>
  Array.from({ length: 61 }, (_, i) => ({
    at: i * 10,
    memoryMB: memory(i * 10),
    statusMs: 3,
    delays: null,
    idle: { p50: 0, p99: 0, p999: 0, most: 0, ms: 10_000 },
  }));
const well: Soaked = { seconds: 600, times: [10, 20, 30], errors: new Map(), timeouts: 0, generations: 4, samples: samples(() => 400), mostMemoryMB: 500 };

describe('a soak’s figures', () => {
  it.each<[string, (at: number) => number, number]>([
    ['flat', () => 400, 0],
    ['grown at first, then flat', (at) => Math.min(at, 300) + 100, 0],
    ['growing all the time', (at) => 100 + at, 300 / 550],
    ['falling', (at) => 1_000 - at, -300 / 550],
    ['a saw', (at) => 400 + (at % 20) * 10, 0],
  ])('memory that is %s', (_what, memory, expected) => expect(growth(samples(memory))).toBeCloseTo(expected, 1));

  it('are met, or not', () => {
    expect(isWell(well)).toBe(true);
    for (const wrong of [{ errors: new Map([['500: x', 1]]) }, { timeouts: 1 }, { times: [] }, { generations: 0 }, { samples: samples((at) => 100 + at) }]) {
      expect(isWell({ ...well, ...wrong })).toBe(false);
    }
    expect(rows(well).find(([name]) => name === 'answers, p50')?.[1]).toBe('20.0 ms');
  });

  it('take quantiles of what there is', () => {
    expect([quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 1), quantile([], 0.9)]).toEqual([2, 3, 0]);
  });
});
