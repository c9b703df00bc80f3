import fc from 'fast-check';

import { END_OF_TIME, FIRST_INSTANT } from '../../shared/bounds';
import { atOnce } from '../turns';
import { DAY, HOUR, MINUTE, YEAR } from './units';
import { WallClock } from './wall-clock';
import { isTimeZone, nearestTimeZone, readZone, zoneOffsets, zoneTable } from './zone';

const ms = (text: string) => Date.parse(text);
const wall = (text: string) => Date.parse(`${text}Z`);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().slice(0, 16));

test.each([
  ['Europe/Amsterdam', true],
  ['utc', true],
  ['europe/amsterdam', true],
  ['Asia/Kathmandu', true],
  ['Etc/GMT-2', true],
  ['Europe/Amsterdm', false],
  ['+02:00', false],
  ['', false],
  ['browser', false],
])('isTimeZone(%j) is %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ['Europe/Amsterdm', 'Europe/Amsterdam'],
  ['Amsterdam', 'Europe/Amsterdam'],
  ['america/new york', 'America/New_York'],
  ['US/New_York', 'America/New_York'],
  ['Europe/Berlinn', 'Europe/Berlin'],
  ['Asia/Katmandoo', 'Asia/Katmandu'],
  ['UCT0', 'UTC'],
  ['zzzzzzzzzzz', null],
])('the zone nearest to %j is %s', (written, expected) => {
  expect(nearestTimeZone(written)).toBe(expected);
});

describe('zoneOffsets', () => {
  test('the first entry covers the start, the others are the transitions inside', () => {
    expect(zoneOffsets('Europe/Amsterdam', ms('2026-01-01'), ms('2027-01-01'))).toEqual([
      { from: ms('2026-01-01'), offsetMs: HOUR },
      { from: ms('2026-03-29T01:00Z'), offsetMs: 2 * HOUR },
      { from: ms('2026-10-25T01:00Z'), offsetMs: HOUR },
    ]);
  });

  test('the end is exclusive, the start inclusive', () => {
    const at = ms('2026-03-29T01:00Z');
    expect(zoneOffsets('Europe/Amsterdam', at - DAY, at)).toHaveLength(1);
    expect(zoneOffsets('Europe/Amsterdam', at, at + DAY)).toEqual([{ from: at, offsetMs: 2 * HOUR }]);
  });

  test('an empty range has the offset in force', () => {
    expect(zoneOffsets('Asia/Kathmandu', 0, 0)).toEqual([{ from: 0, offsetMs: 5.5 * HOUR }]);
  });

  // America/Recife: a week of summer time in 2000, shorter than most steps
  test.each(['Africa/Casablanca', 'America/Recife', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'agrees with the local clock in %s',
    (zone) => {
      const [from, to] = [ms('1995-01-01'), ms('2055-01-01')];
      const offsets = zoneOffsets(zone, from, to);
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      const wrong: string[] = [];
      for (let t = from, i = 0; t < to; t += 2 * DAY + 7 * MINUTE) {
        while (i + 1 < offsets.length && offsets[i + 1].from <= t) {
          i++;
        }
        if (wall(local.format(t).replace(' ', 'T')) !== t + offsets[i].offsetMs) {
          wrong.push(new Date(t).toISOString());
        }
      }
      expect(wrong).toEqual([]);
    }
  );

  test('earlier and later questions about a zone agree with the first', () => {
    const middle = () => zoneOffsets('America/New_York', ms('2026-01-01'), ms('2027-01-01'));
    const first = middle();
    expect(zoneOffsets('America/New_York', ms('1999-01-01'), ms('2000-01-01'))).toHaveLength(3);
    expect(zoneOffsets('America/New_York', ms('2039-01-01'), ms('2040-01-01'))).toHaveLength(3);
    expect(middle()).toEqual(first);
  });
});

describe('any instant of the years 1 to 9999', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
  const instant = fc.oneof(fc.integer({ min: FIRST_INSTANT, max: END_OF_TIME - 1 }), fc.integer({ min: ms('1780-01-01'), max: ms('2120-01-01') }));

  test('has the offset that Intl says, whether its decade was read or follows from another', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const parts = new Intl.DateTimeFormat('en-US', {
          timeZone,
          era: 'short',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
          hourCycle: 'h23',
        }).formatToParts(at);
        const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
        const local = new Date(0);
        local.setUTCFullYear(parts.some(({ value }) => value === 'BC') ? 1 - part('year') : part('year'), part('month') - 1, part('day'));
        local.setUTCHours(part('hour'), part('minute'), part('second'));
        expect(zoneOffsets(timeZone, at, at)[0].offsetMs).toBe(local.getTime() - Math.floor(at / 1000) * 1000);
      }),
      { numRuns: 150 }
    );
  });

  test('all of them at once are the offsets of each decade', () => {
    const whole = zoneOffsets('Europe/Amsterdam', FIRST_INSTANT, END_OF_TIME);
    expect(whole.length).toBeGreaterThan(15_000);
    for (const start of [-1900, -140, -30, 20, 129, 131, 500, 4000, 7990].map((years) => Math.round(years * YEAR))) {
      expect(zoneOffsets('Europe/Amsterdam', start, start + 12 * YEAR).slice(1)).toEqual(whole.filter(({ from }) => from > start && from < start + 12 * YEAR));
    }
  });

  test('are read a decade at a time, each once: seventy of all', () => {
    const Format = Intl.DateTimeFormat;
    // an older name of Los Angeles, which no other test here has read
    const zone = 'US/Pacific';
    let asked = 0;
    const counted = (...how: ConstructorParameters<typeof Format>) => {
      const format = new Format(...how);
      return { format: (at: number) => (asked++, format.format(at)) } as Intl.DateTimeFormat;
    };
    const spy = jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(counted);
    let most = 0;
    for (let before = 0, work = readZone(zone, FIRST_INSTANT, END_OF_TIME); !work.next().done; before = asked) {
      most = Math.max(most, asked - before);
    }
    const all = asked;
    expect(most).toBeGreaterThan(500);
    expect(most).toBeLessThan(3000);
    expect(all).toBeLessThan(70 * 3000);
    zoneTable(zone.toLowerCase(), FIRST_INSTANT, END_OF_TIME);
    atOnce(readZone(zone, FIRST_INSTANT, END_OF_TIME));
    expect(asked).toBe(all);
    spy.mockRestore();
  });

  test.each([
    [NaN, NaN],
    [0, Infinity],
    [-Infinity, 0],
    [8.64e15, 8.64e15 + 1],
    [0, Number.MAX_SAFE_INTEGER],
    [-8.64e15, 0],
  ])('nothing is read from %d to %d', (from, to) => {
    expect(() => zoneOffsets('Europe/Amsterdam', from, to)).toThrow(RangeError);
    expect(() => new WallClock('Europe/Amsterdam', from, to)).toThrow(RangeError);
  });
});

describe('WallClock', () => {
  test.each([
    ['an ordinary time', 'Europe/Amsterdam', '2026-06-01T12:00', '2026-06-01T10:00', '2026-06-01T10:00'],
    ['a time in a gap', 'Europe/Amsterdam', '2026-03-29T02:30', null, '2026-03-29T01:00'],
    ['the start of a gap', 'Europe/Amsterdam', '2026-03-29T02:00', null, '2026-03-29T01:00'],
    ['the end of a gap', 'Europe/Amsterdam', '2026-03-29T03:00', '2026-03-29T01:00', '2026-03-29T01:00'],
    ['a doubled time', 'Europe/Amsterdam', '2026-10-25T02:30', '2026-10-25T00:30', '2026-10-25T01:30'],
    ['the first doubled minute', 'Europe/Amsterdam', '2026-10-25T02:00', '2026-10-25T00:00', '2026-10-25T01:00'],
    ['the end of the doubled hour', 'Europe/Amsterdam', '2026-10-25T03:00', '2026-10-25T02:00', '2026-10-25T02:00'],
    ['a skipped date', 'Pacific/Apia', '2011-12-30T12:00', null, '2011-12-30T10:00'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04T02:15', null, '2026-10-03T15:30'],
    ['a double midnight', 'America/Havana', '2026-11-01T00:00', '2026-11-01T04:00', '2026-11-01T05:00'],
  ])('%s', (_name, zone, local, first, last) => {
    const clock = new WallClock(zone, wall(local), wall(local));
    expect([iso(clock.first(wall(local))), iso(clock.last(wall(local)))]).toEqual([first, last]);
  });

  test('reads a local clock', () => {
    const clock = new WallClock('Australia/Lord_Howe', ms('2026-01-01'), ms('2027-01-01'));
    expect(clock.wallAt(ms('2026-01-01'))).toBe(wall('2026-01-01T11:00'));
    expect(clock.dayAt(ms('2026-01-01T13:00Z')) * DAY).toBe(wall('2026-01-02T00:00'));
  });
});
