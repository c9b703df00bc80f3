import fc from 'fast-check';

import type { Calendar, ExceptionRow, HoursRow } from '../../shared/calendar';
import type { Interval } from './intervals';
import { arbitraryCalendar, ODD_ZONES } from './arbitrary-calendar.fixture';
import { openIntervals } from './open-intervals';
import { DAY, MINUTE, YEAR } from './units';

const ms = (text: string) => Date.parse(text);
const hours = (weekday: number, start: string, end: string, validFrom: string | null = null, validTo: string | null = null): HoursRow => ({
  weekday,
  start,
  end,
  validFrom,
  validTo,
});
const daily = (start: string, end: string) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours(weekday, start, end));
const calendar = (timeZone: string, rows: HoursRow[], exceptions: ExceptionRow[] = []): Calendar => ({
  id: 'c',
  name: 'C',
  timeZone,
  hours: rows,
  exceptions,
});
const holiday = (date: string): ExceptionRow => ({ date, kind: 'holiday', start: null, end: null });
const override = (date: string, start: string | null, end: string | null): ExceptionRow => ({ date, kind: 'override', start, end });
const pause = (date: string, start: string, end: string): ExceptionRow => ({ date, kind: 'break', start, end });
const shown = (intervals: Interval[]) =>
  intervals.map(({ start, end }) => `${new Date(start).toISOString().slice(0, 16)}/${new Date(end).toISOString().slice(0, 16)}`);

// 2026-03-02 is a Monday
const CASES: Array<[name: string, calendar: Calendar, from: string, to: string, open: string[]]> = [
  [
    'overlapping rows count once',
    calendar('UTC', [hours(1, '09:00', '13:00'), hours(1, '12:00', '17:00')]),
    '2026-03-02',
    '2026-03-03',
    ['2026-03-02T09:00/2026-03-02T17:00'],
  ],
  [
    'touching rows are one interval',
    calendar('UTC', [hours(1, '09:00', '24:00'), hours(2, '00:00', '02:00')]),
    '2026-03-02',
    '2026-03-04',
    ['2026-03-02T09:00/2026-03-03T02:00'],
  ],
  ['the range clips', calendar('UTC', [hours(1, '09:00', '17:00')]), '2026-03-02T10:00Z', '2026-03-02T11:00Z', ['2026-03-02T10:00/2026-03-02T11:00']],
  ['equal start and end last 24 hours', calendar('UTC', [hours(1, '09:00', '09:00')]), '2026-03-01', '2026-03-05', ['2026-03-02T09:00/2026-03-03T09:00']],
  [
    'valid_from is inclusive, valid_to exclusive',
    calendar('UTC', [hours(1, '09:00', '10:00', '2026-03-02', '2026-03-09')]),
    '2026-02-20',
    '2026-03-20',
    ['2026-03-02T09:00/2026-03-02T10:00'],
  ],
  [
    'rows valid the same day are united',
    calendar('UTC', [hours(1, '09:00', '10:00', '2026-03-01'), hours(1, '12:00', '13:00')]),
    '2026-03-02',
    '2026-03-03',
    ['2026-03-02T09:00/2026-03-02T10:00', '2026-03-02T12:00/2026-03-02T13:00'],
  ],
  [
    'a shift stays valid past midnight of its last date',
    calendar('UTC', [hours(1, '22:00', '06:00', null, '2026-03-03')]),
    '2026-03-02',
    '2026-03-20',
    ['2026-03-02T22:00/2026-03-03T06:00'],
  ],
  [
    "a holiday does not cut last night's shift",
    calendar('UTC', [hours(1, '22:00', '06:00'), hours(2, '22:00', '06:00')], [holiday('2026-03-03')]),
    '2026-03-02',
    '2026-03-05',
    ['2026-03-02T22:00/2026-03-03T06:00'],
  ],
  [
    'a holiday closes the shift that opens on it until the next morning',
    calendar('UTC', [hours(1, '22:00', '06:00')], [holiday('2026-03-02')]),
    '2026-03-02',
    '2026-03-05',
    [],
  ],
  [
    "a break cuts last night's shift by its own local time",
    calendar('UTC', [hours(1, '22:00', '06:00')], [pause('2026-03-03', '02:00', '03:00')]),
    '2026-03-02',
    '2026-03-05',
    ['2026-03-02T22:00/2026-03-03T02:00', '2026-03-03T03:00/2026-03-03T06:00'],
  ],
  [
    'a break on the opening date leaves the small hours alone',
    calendar('UTC', [hours(1, '22:00', '06:00')], [pause('2026-03-02', '02:00', '03:00')]),
    '2026-03-02',
    '2026-03-05',
    ['2026-03-02T22:00/2026-03-03T06:00'],
  ],
  [
    'a break cuts last night on a holiday too',
    calendar('UTC', [hours(1, '22:00', '06:00')], [holiday('2026-03-03'), pause('2026-03-03', '02:00', '03:00')]),
    '2026-03-02',
    '2026-03-05',
    ['2026-03-02T22:00/2026-03-03T02:00', '2026-03-03T03:00/2026-03-03T06:00'],
  ],
  [
    'an override replaces the date',
    calendar('UTC', [hours(1, '09:00', '17:00')], [override('2026-03-02', '11:00', '12:00')]),
    '2026-03-02',
    '2026-03-03',
    ['2026-03-02T11:00/2026-03-02T12:00'],
  ],
  [
    'overrides of one date are united',
    calendar('UTC', [], [override('2026-03-02', '11:00', '12:00'), override('2026-03-02', '14:00', '15:00')]),
    '2026-03-02',
    '2026-03-03',
    ['2026-03-02T11:00/2026-03-02T12:00', '2026-03-02T14:00/2026-03-02T15:00'],
  ],
  [
    'an override without a start closes the date',
    calendar('UTC', [hours(1, '09:00', '17:00')], [override('2026-03-02', null, null)]),
    '2026-03-02',
    '2026-03-03',
    [],
  ],
  [
    '… also beside another override',
    calendar('UTC', [], [override('2026-03-02', null, null), override('2026-03-02', '11:00', '12:00')]),
    '2026-03-02',
    '2026-03-03',
    [],
  ],
  [
    'an override without an end lasts until midnight',
    calendar('UTC', [], [override('2026-03-02', '20:00', null)]),
    '2026-03-02',
    '2026-03-04',
    ['2026-03-02T20:00/2026-03-03T00:00'],
  ],
  ['a holiday wins over an override', calendar('UTC', [], [holiday('2026-03-02'), override('2026-03-02', '11:00', '12:00')]), '2026-03-02', '2026-03-03', []],
  [
    'an override does not cut last night',
    calendar('UTC', [hours(1, '22:00', '06:00')], [override('2026-03-03', null, null)]),
    '2026-03-02',
    '2026-03-05',
    ['2026-03-02T22:00/2026-03-03T06:00'],
  ],
  [
    'a break cuts an override',
    calendar('UTC', [], [override('2026-03-02', '11:00', '15:00'), pause('2026-03-02', '12:00', '13:00')]),
    '2026-03-02',
    '2026-03-03',
    ['2026-03-02T11:00/2026-03-02T12:00', '2026-03-02T13:00/2026-03-02T15:00'],
  ],
  [
    'a break may run into the next day',
    calendar('UTC', daily('00:00', '24:00'), [pause('2026-03-02', '23:00', '01:00')]),
    '2026-03-02',
    '2026-03-04',
    ['2026-03-02T00:00/2026-03-02T23:00', '2026-03-03T01:00/2026-03-04T00:00'],
  ],

  // Amsterdam: 02:00–03:00 missing on 2026-03-29 (01:00Z), doubled on 2026-10-25 (00:00Z and 01:00Z)
  ['a start in a gap drops the interval', calendar('Europe/Amsterdam', [hours(7, '02:30', '05:00')]), '2026-03-28', '2026-03-30', []],
  [
    'an end in a gap is the transition',
    calendar('Europe/Amsterdam', [hours(7, '01:00', '02:30')]),
    '2026-03-28',
    '2026-03-30',
    ['2026-03-29T00:00/2026-03-29T01:00'],
  ],
  [
    'a doubled start is its first, a doubled end its second',
    calendar('Europe/Amsterdam', [hours(7, '02:15', '02:45')]),
    '2026-10-24',
    '2026-10-26',
    ['2026-10-25T00:15/2026-10-25T01:45'],
  ],
  [
    'a 24-hour day has 23 real hours in spring',
    calendar('Europe/Amsterdam', [hours(7, '00:00', '24:00')]),
    '2026-03-28',
    '2026-03-31',
    ['2026-03-28T23:00/2026-03-29T22:00'],
  ],
  [
    'a 24-hour day has 25 real hours in autumn',
    calendar('Europe/Amsterdam', [hours(7, '00:00', '24:00')]),
    '2026-10-24',
    '2026-10-27',
    ['2026-10-24T22:00/2026-10-25T23:00'],
  ],
  [
    'half an hour goes missing on Lord Howe',
    calendar('Australia/Lord_Howe', [hours(7, '01:00', '03:00')]),
    '2026-10-03',
    '2026-10-05',
    ['2026-10-03T14:30/2026-10-03T16:00'],
  ],
  [
    'a missing midnight opens at the first instant',
    calendar('America/Sao_Paulo', [hours(7, '00:00', '04:00')]),
    '2018-11-03',
    '2018-11-05',
    ['2018-11-04T03:00/2018-11-04T06:00'],
  ],
  ['another start in the missing first hour is dropped', calendar('America/Sao_Paulo', [hours(7, '00:30', '04:00')]), '2018-11-03', '2018-11-05', []],
  [
    '24:00 before a missing midnight is the transition',
    calendar('America/Sao_Paulo', [hours(6, '20:00', '24:00')]),
    '2018-11-03',
    '2018-11-05',
    ['2018-11-03T23:00/2018-11-04T03:00'],
  ],
  [
    'a doubled midnight: its first as a start',
    calendar('America/Havana', [hours(7, '00:00', '02:00')]),
    '2026-10-31',
    '2026-11-02',
    ['2026-11-01T04:00/2026-11-01T07:00'],
  ],
  [
    'a doubled midnight: its second as an end',
    calendar('America/Havana', [hours(6, '22:00', '24:00')]),
    '2026-10-31',
    '2026-11-02',
    ['2026-11-01T02:00/2026-11-01T05:00'],
  ],
  ['a skipped date never opens', calendar('Pacific/Apia', [hours(5, '00:00', '24:00')]), '2011-12-28', '2012-01-01', []],
  [
    'the night before a skipped date ends with it',
    calendar('Pacific/Apia', [hours(4, '22:00', '06:00')]),
    '2011-12-28',
    '2012-01-01',
    ['2011-12-30T08:00/2011-12-30T10:00'],
  ],
  ['an empty range', calendar('UTC', daily('00:00', '24:00')), '2026-03-02', '2026-03-02', []],
  ['a calendar without hours', calendar('UTC', []), '2026-03-02', '2026-04-02', []],
];

test.each(CASES)('%s', (_name, one, from, to, open) => {
  expect(shown(openIntervals(one, ms(from), ms(to)))).toEqual(open);
});

test('a malformed calendar that nobody checked is an error that names it, not a closed one', () => {
  expect(() => openIntervals(calendar('UTC', [hours(1, '9:00', '17:00')]), 0, DAY)).toThrow('Calendar "c": invalid time of day: "9:00".');
});

test('intervals are sorted, disjoint, not touching, inside the range, and independent of where the range is cut', () => {
  const day = Date.UTC(2026, 2, 20) / DAY;
  const range = fc.tuple(fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: 0, max: 20 * 1440 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...ODD_ZONES).chain((zone) => arbitraryCalendar(zone, day, 20)),
      range,
      (one, cuts) => {
        const [from, cut, to] = cuts.sort((a, b) => a - b).map((minute) => day * DAY + minute * MINUTE);
        const whole = openIntervals(one, from, to);
        whole.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(i === 0 ? from - 1 : whole[i - 1].end);
          expect(end).toBeLessThanOrEqual(to);
        });
        const sum = (intervals: Interval[]) => intervals.reduce((total, { start, end }) => total + end - start, 0);
        expect(sum(openIntervals(one, from, cut)) + sum(openIntervals(one, cut, to))).toBe(sum(whole));
      }
    )
  );
});

test('ten years of working days with holidays and breaks expand in a moment', () => {
  const from = Date.UTC(2017, 0, 1);
  const exceptions = Array.from({ length: 300 }, (_, i) => pause(new Date(from + i * 11 * DAY).toISOString().slice(0, 10), '12:00', '13:00'));
  const one = calendar('Europe/Amsterdam', daily('09:00', '17:30'), exceptions);
  const began = performance.now();
  expect(openIntervals(one, from, from + 10 * YEAR).length).toBeGreaterThan(3900);
  // a generous multiple of what it takes: the machine may be busy
  expect(performance.now() - began).toBeLessThan(500);
});
