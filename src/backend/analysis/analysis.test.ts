import { atOnce } from '../turns';
import { expected } from './expected';
import { forecast } from './forecast';
import { trend } from './trend';

const free = { min: -Infinity, max: Infinity };
/** A weekly rhythm over a slow rise. */
const weekly = (days: number) => Array.from({ length: days }, (_, day) => 100 + day + (day % 7 < 5 ? 20 : -50) + ((day * 7919) % 5));

describe('trend', () => {
  it.each<[string, Array<number | null>, Parameters<typeof trend>[1], number[] | null]>([
    ['a straight line', [1, 3, 5], 'linear', [1, 3, 5]],
    ['least squares', [0, 1, 5], 'linear', [-0.5, 2, 4.5]],
    ['nulls skipped, and passed over', [1, null, 5, null], 'linear', [1, 3, 5, 7]],
    ['doubling', [1, 2, 4, null], 'exponential', [1, 2, 4, 8]],
    ['logarithmic', [2, 2 + Math.log(2), 2 + Math.log(3), null], 'logarithmic', [2, 2 + Math.log(2), 2 + Math.log(3), 2 + Math.log(4)]],
    ['an exponential through zero', [1, 0, 4], 'exponential', null],
    ['one value', [null, 4, null], 'linear', null],
  ])('%s', (_name, values, shape, line) => {
    const found = trend(values, shape);
    expect(found?.map((value) => Math.round(value * 1e9) / 1e9) ?? null).toEqual(line?.map((value) => Math.round(value * 1e9) / 1e9) ?? null);
  });
});

describe('expected', () => {
  it('points at what breaks the rhythm, and only at that', () => {
    const values: Array<number | null> = weekly(70);
    values[33] = 20; // a Saturday as quiet as others would be fine: this is a Friday
    values[34] = null;
    const found = atOnce(expected(values, 'day', free));
    expect(found?.outside.flatMap((value, day) => (value === null ? [] : [day]))).toEqual([33]);
    expect(found?.low[33]).toBeGreaterThan(20);
  });

  it('does not go below nothing', () => {
    const found = atOnce(
      expected(
        weekly(40).map((value) => Math.max(0, value - 100)),
        'day',
        { min: 0, max: Infinity }
      )
    );
    expect(Math.min(...(found?.low ?? []).map(Number))).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['few values', weekly(9)],
    ['nothing that varies', Array<number>(30).fill(4)],
  ])('says nothing of %s', (_name, values) => {
    expect(atOnce(expected(values, 'day', free))).toBeNull();
  });
});

describe('forecast', () => {
  it('carries the rhythm and the rise on, inside its band', () => {
    const series = weekly(77);
    const found = forecast([...series.slice(0, 30), null, ...series.slice(31, 70)], 7, 'day', free);
    series.slice(70).forEach((value, i) => {
      expect(Math.abs((found?.point[i] ?? NaN) - value)).toBeLessThan(8);
      expect(found?.low[i]).toBeLessThanOrEqual(found?.point[i] ?? NaN);
      expect(found?.high[i]).toBeGreaterThanOrEqual(found?.point[i] ?? NaN);
    });
  });

  it.each([
    ['less than two weeks', weekly(13), 'day' as const],
    ['years, which have no rhythm', weekly(20), 'year' as const],
    ['nothing to come', weekly(70), 'day' as const],
  ])('says nothing of %s', (name, values, frequency) => {
    expect(forecast(values, name === 'nothing to come' ? 0 : 5, frequency, free)).toBeNull();
  });

  it('learns from the latest values, also where those begin with none', () => {
    const hours = Array.from({ length: 1_000 }, (_, hour) => (hour === 200 ? null : 10 + (hour % 24)));
    expect(forecast(hours, 3, 'hour', free)?.point.map(Math.round)).toEqual([26, 27, 28]);
  });

  it('keeps a share a share', () => {
    const found = forecast(
      Array.from({ length: 28 }, (_, day) => (day % 7 < 5 ? 0.99 : 0.5)),
      7,
      'day',
      { min: 0, max: 1 }
    );
    expect(Math.max(...(found?.high ?? [2]))).toBeLessThanOrEqual(1);
  });
});
