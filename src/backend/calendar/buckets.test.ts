import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import { autoFrequency, bucketCount, bucketEdges, type BucketFrequency, type BucketRange, edgeRuns } from './buckets';
import { ODD_ZONES } from './arbitrary-calendar.fixture';
import { DAY, HOUR, MINUTE } from './units';

const ms = (text: string) => Date.parse(text);
const edges = (timeZone: string, frequency: BucketFrequency, from: string, to: string, weekStart: BucketRange['weekStart'] = 'monday') =>
  Array.from(bucketEdges({ fromMs: ms(from), toMs: ms(to), frequency, timeZone, weekStart }), (edge) => new Date(edge).toISOString().slice(0, 16));

test.each<[string, string, BucketFrequency, string, string, string[]]>([
  ['hours on the local :00', 'UTC', 'hour', '2026-03-02T10:20Z', '2026-03-02T12:00Z', ['2026-03-02T10:00', '2026-03-02T11:00', '2026-03-02T12:00']],
  ['hours in a :45 zone', 'Asia/Kathmandu', 'hour', '2026-03-02T10:20Z', '2026-03-02T11:20Z', ['2026-03-02T10:15', '2026-03-02T11:15', '2026-03-02T12:15']],
  [
    'the skipped hour has no bucket',
    'Europe/Amsterdam',
    'hour',
    '2026-03-29T00:00Z',
    '2026-03-29T02:00Z',
    ['2026-03-29T00:00', '2026-03-29T01:00', '2026-03-29T02:00'],
  ],
  [
    'the doubled hour has two',
    'Europe/Amsterdam',
    'hour',
    '2026-10-25T00:00Z',
    '2026-10-25T02:00Z',
    ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00'],
  ],
  [
    'half an hour skipped: the hour reaches the next local :00',
    'Australia/Lord_Howe',
    'hour',
    '2026-10-03T14:00Z',
    '2026-10-03T17:00Z',
    ['2026-10-03T13:30', '2026-10-03T14:30', '2026-10-03T16:00', '2026-10-03T17:00'],
  ],
  [
    'half an hour doubled: likewise',
    'Australia/Lord_Howe',
    'hour',
    '2026-04-04T14:00Z',
    '2026-04-04T16:00Z',
    ['2026-04-04T14:00', '2026-04-04T15:30', '2026-04-04T16:30'],
  ],
  [
    '… also for a range that starts after the change',
    'Australia/Lord_Howe',
    'hour',
    '2026-04-04T15:10Z',
    '2026-04-04T15:20Z',
    ['2026-04-04T14:00', '2026-04-04T15:30'],
  ],
  [
    'quarters of an hour on the local :00, also where half an hour is skipped',
    'Australia/Lord_Howe',
    '15m',
    '2026-10-03T15:15Z',
    '2026-10-03T15:40Z',
    ['2026-10-03T15:15', '2026-10-03T15:30', '2026-10-03T15:45'],
  ],
  [
    'two hours, of which one is doubled',
    'Europe/Amsterdam',
    '2h',
    '2026-10-25T01:30Z',
    '2026-10-25T03:30Z',
    ['2026-10-25T00:00', '2026-10-25T03:00', '2026-10-25T05:00'],
  ],
  [
    'two hours whose edge is skipped',
    'Europe/Amsterdam',
    '2h',
    '2026-03-29T01:30Z',
    '2026-03-29T02:30Z',
    ['2026-03-28T23:00', '2026-03-29T02:00', '2026-03-29T04:00'],
  ],
  ['six hours of local days', 'America/New_York', '6h', '2026-01-04T05:00Z', '2026-01-04T17:00Z', ['2026-01-04T05:00', '2026-01-04T11:00', '2026-01-04T17:00']],
  [
    'half days of a day without midnight',
    'America/Sao_Paulo',
    '12h',
    '2018-11-04T03:00Z',
    '2018-11-04T15:00Z',
    ['2018-11-04T03:00', '2018-11-04T14:00', '2018-11-05T02:00'],
  ],
  ['four hours around a doubled midnight', 'America/Havana', '4h', '2026-11-01T05:30Z', '2026-11-01T06:30Z', ['2026-11-01T04:00', '2026-11-01T09:00']],
  ['days of 23 hours', 'Europe/Amsterdam', 'day', '2026-03-28T23:00Z', '2026-03-29T22:00Z', ['2026-03-28T23:00', '2026-03-29T22:00']],
  ['days of 25 hours', 'Europe/Amsterdam', 'day', '2026-10-24T22:00Z', '2026-10-25T23:00Z', ['2026-10-24T22:00', '2026-10-25T23:00']],
  [
    'a bucket starts before the range',
    'Europe/Amsterdam',
    'day',
    '2026-03-02T10:00Z',
    '2026-03-03T10:00Z',
    ['2026-03-01T23:00', '2026-03-02T23:00', '2026-03-03T23:00'],
  ],
  ['a missing midnight', 'America/Sao_Paulo', 'day', '2018-11-03T12:00Z', '2018-11-04T12:00Z', ['2018-11-03T03:00', '2018-11-04T03:00', '2018-11-05T02:00']],
  ['a doubled midnight', 'America/Havana', 'day', '2026-10-31T12:00Z', '2026-11-01T12:00Z', ['2026-10-31T04:00', '2026-11-01T04:00', '2026-11-02T05:00']],
  ['a midnight passed twice, seen from between', 'America/St_Johns', 'day', '2010-11-07T03:00Z', '2010-11-07T05:00Z', ['2010-11-07T02:30', '2010-11-08T03:30']],
  [
    'a skipped date has no bucket',
    'Pacific/Apia',
    'day',
    '2011-12-29T12:00Z',
    '2011-12-31T00:00Z',
    ['2011-12-29T10:00', '2011-12-30T10:00', '2011-12-31T10:00'],
  ],
  ['weeks from Monday', 'UTC', 'week', '2026-03-01', '2026-03-03', ['2026-02-23T00:00', '2026-03-02T00:00', '2026-03-09T00:00']],
  ['months', 'Europe/Amsterdam', 'month', '2026-02-28T23:00Z', '2026-03-31T22:00Z', ['2026-02-28T23:00', '2026-03-31T22:00']],
  ['quarters', 'UTC', 'quarter', '2025-12-31T23:00Z', '2026-05-01', ['2025-10-01T00:00', '2026-01-01T00:00', '2026-04-01T00:00', '2026-07-01T00:00']],
  ['years', 'America/New_York', 'year', '2024-06-01', '2025-06-01', ['2024-01-01T05:00', '2025-01-01T05:00', '2026-01-01T05:00']],
  ['before 1970', 'UTC', 'quarter', '1969-11-15', '1970-01-02', ['1969-10-01T00:00', '1970-01-01T00:00', '1970-04-01T00:00']],
])('%s', (_name, zone, frequency, from, to, expected) => {
  expect(edges(zone, frequency, from, to)).toEqual(expected);
});

test('weeks may start on Saturday or Sunday', () => {
  expect(edges('UTC', 'week', '2026-03-04', '2026-03-05', 'saturday')).toEqual(['2026-02-28T00:00', '2026-03-07T00:00']);
  expect(edges('UTC', 'week', '2026-03-04', '2026-03-05', 'sunday')).toEqual(['2026-03-01T00:00', '2026-03-08T00:00']);
});

const anyRange = fc.record({
  fromMs: fc.integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2030, 0, 1) }),
  length: fc.oneof(fc.integer({ min: 1, max: 3 * DAY }), fc.integer({ min: 1, max: 400 * DAY })),
  frequency: fc.constantFrom<BucketFrequency>('15m', '30m', 'hour', '2h', '4h', '6h', '12h', 'day', 'week', 'month', 'quarter', 'year'),
  timeZone: fc.constantFrom(...ODD_ZONES),
  weekStart: fc.constantFrom<BucketRange['weekStart']>('monday', 'sunday', 'saturday'),
});

test('buckets tile the range: they ascend, the first holds its start, the last its end', () => {
  fc.assert(
    fc.property(anyRange, ({ fromMs, length, ...rest }) => {
      const toMs = fromMs + length;
      const found = bucketEdges({ ...rest, fromMs, toMs });
      expect(found.length).toBeGreaterThan(1);
      expect(found.findIndex((edge, i) => i > 0 && edge <= found[i - 1])).toBe(-1);
      expect(found[0]).toBeLessThanOrEqual(fromMs);
      expect(found[1]).toBeGreaterThan(fromMs);
      expect(found[found.length - 2]).toBeLessThan(toMs);
      expect(found[found.length - 1]).toBeGreaterThanOrEqual(toMs);
    }),
    { numRuns: 500 }
  );
});

test('the buckets of a longer range hold those of a shorter one', () => {
  fc.assert(
    fc.property(anyRange, ({ fromMs, length, ...rest }) => {
      const long = new Set(bucketEdges({ ...rest, fromMs, toMs: fromMs + length }));
      const middle = fromMs + Math.floor(length / 2);
      const short = bucketEdges({ ...rest, fromMs: middle, toMs: fromMs + length });
      expect(short.filter((edge) => !long.has(edge))).toHaveLength(0);
    }),
    { numRuns: 300 }
  );
});

test('days and hours agree with Temporal', () => {
  fc.assert(
    fc.property(anyRange, ({ fromMs, timeZone, weekStart }) => {
      const range = { fromMs, toMs: fromMs + 1, timeZone, weekStart };
      const now = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone);
      expect(bucketEdges({ ...range, frequency: 'month' })[0]).toBe(now.with({ day: 1 }).startOfDay().epochMilliseconds);
      const [start] = bucketEdges({ ...range, frequency: 'hour' });
      expect(Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).minute).toBe(0);
      expect(fromMs - start).toBeLessThan(1.5 * HOUR);
    }),
    { numRuns: 300 }
  );
});

test('runs of equal buckets spell out the edges', () => {
  const found = bucketEdges({ fromMs: ms('2026-01-01'), toMs: ms('2027-01-01'), frequency: 'day', timeZone: 'Europe/Amsterdam', weekStart: 'monday' });
  const runs = edgeRuns(found);
  expect(runs.map(({ step, count }) => [step / HOUR, count])).toEqual([
    [24, 87],
    [23, 1],
    [24, 209],
    [25, 1],
    [24, 68],
  ]);
  const spelt = runs.flatMap(({ start, step, count, firstIndex }) => Array.from({ length: count }, (_, k) => [firstIndex + k, start + k * step]));
  expect(spelt).toEqual([...found.slice(0, -1)].map((edge, i) => [i, edge]));
  expect(edgeRuns(new Float64Array([5]))).toEqual([]);
});

test.each<[number, BucketFrequency]>([
  [HOUR, '15m'],
  [6 * HOUR, '15m'],
  [12 * HOUR, '30m'],
  [DAY, 'hour'],
  [2 * DAY, 'hour'],
  [7 * DAY, 'day'],
  [60 * DAY, 'day'],
  [180 * DAY, 'week'],
  [366 * DAY, 'week'],
  [400 * DAY, 'week'],
  [730 * DAY, 'month'],
  [5 * 365 * DAY, 'month'],
  [10 * 365 * DAY, 'quarter'],
  [30 * 365 * DAY, 'year'],
])('a range of %d ms is drawn by the %s', (length, frequency) => {
  expect(autoFrequency(0, length)).toBe(frequency);
  expect(bucketCount(0, length, frequency)).toBeLessThanOrEqual(120);
});

test('two years of hours are cut in a moment', () => {
  const began = performance.now();
  const found = bucketEdges({ fromMs: ms('2024-01-01'), toMs: ms('2026-01-01'), frequency: 'hour', timeZone: 'America/Chicago', weekStart: 'monday' });
  expect(found.length).toBe(731 * 24 + 1);
  // a generous multiple of what it takes: the machine may be busy
  expect(performance.now() - began).toBeLessThan(300);
  expect(found[0] % (30 * MINUTE)).toBe(0);
});

test.each([
  [8_640_000_000_000_000, 8_640_000_000_000_001],
  [-8_640_000_000_000_000, 0],
  [NaN, NaN],
  [0, Infinity],
  [0, Number.MAX_SAFE_INTEGER],
])('a range of instants that no calendar has, %d to %d, is a fault and never an endless walk', (fromMs, toMs) => {
  for (const frequency of ['15m', 'hour', '2h', '12h', 'day', 'week', 'month', 'quarter', 'year'] as const) {
    expect(() => bucketEdges({ fromMs, toMs, frequency, timeZone: 'Europe/Amsterdam', weekStart: 'monday' })).toThrow(RangeError);
  }
});
