import fc from 'fast-check';

import { alignedBuckets, type ComparedWith } from './aligned-buckets';
import { bucketEdges, type BucketFrequency } from './buckets';
import { ODD_ZONES } from './arbitrary-calendar.fixture';
import { DAY } from './units';

const ms = (text: string) => Date.parse(text);

/** Local dates (or hours) of the current buckets, with what stands under each. */
function pairs(timeZone: string, from: string, to: string, frequency: BucketFrequency, comparedWith: ComparedWith): Array<[string, string]> {
  const range = { timeZone, fromMs: ms(from), toMs: ms(to) };
  const edges = bucketEdges({ ...range, frequency, weekStart: 'monday' });
  const aligned = alignedBuckets({ range, edges, frequency, weekStart: 'monday' }, comparedWith);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    ...(frequency === 'hour' ? { timeStyle: 'short' } : {}),
  } as Intl.DateTimeFormatOptions);
  return Array.from(aligned.under, (j, i) => [format.format(edges[i]), j < 0 ? '–' : format.format(aligned.edges[j])]);
}

describe('alignedBuckets', () => {
  test.each<[string, string, string, string, BucketFrequency, ComparedWith, Array<[string, string]>]>([
    [
      'days of a month over those of the month before, which has fewer',
      'UTC',
      '2026-03-01',
      '2026-04-01',
      'day',
      'previous_period',
      [
        ['2026-03-27', '2026-02-27'],
        ['2026-03-28', '2026-02-28'],
        ['2026-03-29', '–'],
        ['2026-03-30', '–'],
        ['2026-03-31', '–'],
      ],
    ],
    [
      'and over one with more, whose last days nothing stands over',
      'UTC',
      '2026-02-01',
      '2026-03-01',
      'day',
      'previous_period',
      [
        ['2026-02-27', '2026-01-27'],
        ['2026-02-28', '2026-01-28'],
      ],
    ],
    [
      'two months by day, each from its first',
      'UTC',
      '2026-01-01',
      '2026-03-01',
      'day',
      'previous_period',
      [
        ['2026-01-30', '2025-11-30'],
        ['2026-01-31', '–'],
        ['2026-02-01', '2025-12-01'],
      ],
    ],
    [
      'a leap day, which last year lacks',
      'UTC',
      '2024-02-27',
      '2024-03-02',
      'day',
      'previous_year',
      [
        ['2024-02-27', '2023-02-27'],
        ['2024-02-28', '2023-02-28'],
        ['2024-02-29', '–'],
        ['2024-03-01', '2023-03-01'],
      ],
    ],
    [
      'last year’s weeks, 52 weeks earlier',
      'UTC',
      '2026-11-16',
      '2026-11-30',
      'week',
      'previous_year',
      [
        ['2026-11-16', '2025-11-17'],
        ['2026-11-23', '2025-11-24'],
      ],
    ],
    [
      'weeks of 30 days, five weeks earlier',
      'Europe/Amsterdam',
      '2026-10-20T22:00Z',
      '2026-11-19T23:00Z',
      'week',
      'previous_period',
      [
        ['2026-10-19', '2026-09-14'],
        ['2026-11-16', '2026-10-12'],
      ],
    ],
    [
      'quarters',
      'UTC',
      '2026-01-01',
      '2027-01-01',
      'quarter',
      'previous_period',
      [
        ['2026-01-01', '2025-01-01'],
        ['2026-10-01', '2025-10-01'],
      ],
    ],
    [
      'months of 90 days',
      'UTC',
      '2026-08-26',
      '2026-11-24',
      'month',
      'previous_period',
      [
        ['2026-08-01', '2026-05-01'],
        ['2026-11-01', '2026-08-01'],
      ],
    ],
    [
      'hours of a day with a doubled one over a plain day',
      'Europe/Amsterdam',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
      'hour',
      'previous_period',
      [
        ['2026-10-25 01:00', '2026-10-24 01:00'],
        ['2026-10-25 02:00', '2026-10-24 02:00'],
        ['2026-10-25 02:00', '–'],
        ['2026-10-25 03:00', '2026-10-24 03:00'],
      ],
    ],
    [
      'hours of a plain day over one that lacks an hour',
      'Europe/Amsterdam',
      '2026-03-29T22:00Z',
      '2026-03-30T22:00Z',
      'hour',
      'previous_period',
      [
        ['2026-03-30 01:00', '2026-03-29 01:00'],
        ['2026-03-30 03:00', '2026-03-29 03:00'],
        ['2026-03-30 04:00', '2026-03-29 04:00'],
      ],
    ],
    [
      'Grafana’s month, which ends a millisecond early',
      'UTC',
      '2026-03-01',
      '2026-03-31T23:59:59.999Z',
      'day',
      'previous_period',
      [
        ['2026-03-01', '2026-02-01'],
        ['2026-03-28', '2026-02-28'],
        ['2026-03-31', '–'],
      ],
    ],
    [
      'the last thirty days to this minute',
      'UTC',
      '2026-10-25T10:47Z',
      '2026-11-24T10:47Z',
      'day',
      'previous_period',
      [
        ['2026-10-25', '2026-09-25'],
        ['2026-11-24', '2026-10-25'],
      ],
    ],
  ])('%s', (_name, zone, from, to, frequency, comparedWith, expected) => {
    const found = pairs(zone, from, to, frequency, comparedWith);
    expect(found.filter((pair) => expected.some(([current]) => current === pair[0]))).toEqual(expected);
  });

  it('puts each earlier bucket under one current bucket at most, in order', () => {
    const instant = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) });
    const frequency = fc.constantFrom<BucketFrequency>('15m', '30m', 'hour', '2h', '4h', '6h', '12h', 'day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(
        fc.constantFrom(...ODD_ZONES),
        instant,
        fc.integer({ min: 1, max: 60 * DAY }),
        frequency,
        fc.constantFrom<ComparedWith>('previous_period', 'previous_year'),
        (timeZone, fromMs, length, by, comparedWith) => {
          const range = { timeZone, fromMs, toMs: fromMs + length };
          const edges = bucketEdges({ ...range, frequency: by, weekStart: 'monday' });
          const aligned = alignedBuckets({ range, edges, frequency: by, weekStart: 'monday' }, comparedWith);
          const under = [...aligned.under].filter((j) => j >= 0);
          expect(aligned.under).toHaveLength(edges.length - 1);
          expect(under).toEqual([...new Set(under)].sort((a, b) => a - b));
          expect(under.every((j) => j < aligned.edges.length - 1)).toBe(true);
        }
      )
    );
  });
});
