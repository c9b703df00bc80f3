import fc from 'fast-check';

import { BusinessClock } from './business-clock';
import type { Calendar } from '../../src/shared/calendar';
import type { Interval } from '../../src/backend/calendar/intervals';
import { arbitraryCalendar, ODD_ZONES } from '../../src/backend/calendar/arbitrary-calendar.fixture';
import { DAY, HOUR, MINUTE, YEAR } from '../../src/backend/calendar/units';

const ms = (text: string) => Date.parse(text);
const pause = (start: string, end: string): Interval => ({ start: ms(start), end: ms(end) });
const office: Calendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Amsterdam',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00', validFrom: null, validTo: null })),
  exceptions: [],
};
const never: Calendar = { ...office, id: 'never', hours: [] };
const once: Calendar = { ...never, id: 'once', exceptions: [{ date: '2030-01-01', kind: 'override', start: '09:00', end: '10:00' }] };

// 2026-03-02 is a Monday; office hours are 08:00Z to 16:00Z
test.each([
  ['in hours', '2026-03-02T09:00Z', HOUR, [], '2026-03-02T10:00Z'],
  ['exactly at closing stays there', '2026-03-02T15:00Z', HOUR, [], '2026-03-02T16:00Z'],
  ['over the weekend', '2026-03-06T15:30Z', HOUR, [], '2026-03-09T08:30Z'],
  ['zero in hours is now', '2026-03-02T09:00Z', 0, [], '2026-03-02T09:00Z'],
  ['zero outside hours rolls on', '2026-03-06T18:00Z', 0, [], '2026-03-09T08:00Z'],
  ['zero at closing rolls on', '2026-03-02T16:00Z', 0, [], '2026-03-03T08:00Z'],
  ['zero in a pause rolls to its end', '2026-03-02T09:00Z', 0, [pause('2026-03-02T08:30Z', '2026-03-02T10:00Z')], '2026-03-02T10:00Z'],
  ['zero before a pause is now', '2026-03-02T09:00Z', 0, [pause('2026-03-05T08:30Z', '2026-03-05T10:00Z')], '2026-03-02T09:00Z'],
  ['a pause pushes on', '2026-03-02T09:00Z', HOUR, [pause('2026-03-02T09:30Z', '2026-03-02T12:00Z')], '2026-03-02T12:30Z'],
  ['used up as a pause begins', '2026-03-02T09:00Z', HOUR, [pause('2026-03-02T10:00Z', '2026-03-02T12:00Z')], '2026-03-02T10:00Z'],
  [
    'overlapping pauses count once',
    '2026-03-02T09:00Z',
    HOUR,
    [pause('2026-03-02T09:30Z', '2026-03-02T12:00Z'), pause('2026-03-02T09:00Z', '2026-03-02T11:00Z')],
    '2026-03-02T13:00Z',
  ],
  ['a past pause does nothing', '2026-03-02T09:00Z', HOUR, [pause('2026-03-02T08:00Z', '2026-03-02T09:00Z')], '2026-03-02T10:00Z'],
] as const)('deadline: %s', (_name, from, add, pauses, due) => {
  expect(new BusinessClock(office).deadline(ms(from), add, pauses)).toBe(ms(due));
});

test('never is null, after a bounded search', () => {
  expect(new BusinessClock(never).deadline(ms('2026-03-02'), HOUR)).toBeNull();
  expect(new BusinessClock(never).deadline(ms('2026-03-02'), 0)).toBeNull();
  expect(new BusinessClock(once).deadline(ms('2001-01-01'), HOUR)).toBe(ms('2030-01-01T09:00Z'));
  expect(new BusinessClock(once).deadline(ms('2001-01-01'), HOUR + 1)).toBeNull();
  expect(new BusinessClock(once).deadline(ms('1999-01-01'), HOUR)).toBeNull();
  expect(new BusinessClock(office).deadline(ms('2026-03-02T09:00Z'), HOUR, [{ start: ms('2026-03-02T09:30Z'), end: Infinity }])).toBeNull();
  expect(new BusinessClock(office).deadline(NaN, HOUR)).toBeNull();
});

test('without a calendar every millisecond counts', () => {
  const always = new BusinessClock(null);
  expect(always.F(123)).toBe(123);
  expect(always.isOpen(5)).toBe(true);
  expect(
    always.elapsedMs(10, 30, [
      { start: 0, end: 12 },
      { start: 29, end: Infinity },
    ])
  ).toBe(17);
  expect(always.deadline(10, 5, [{ start: 12, end: 20 }])).toBe(23);
});

test('reversed and equal endpoints have nothing between them', () => {
  const clock = new BusinessClock(office);
  expect(clock.elapsedMs(ms('2026-03-03'), ms('2026-03-02'))).toBe(0);
  expect(clock.elapsedMs(ms('2026-03-02T09:00Z'), ms('2026-03-02T09:00Z'))).toBe(0);
});

test('open from the opening instant up to the closing one', () => {
  const clock = new BusinessClock(office);
  expect(['07:59:59.999', '08:00', '15:59:59.999', '16:00'].map((time) => clock.isOpen(ms(`2026-03-02T${time}Z`)))).toEqual([false, true, true, false]);
});

test('a mistyped date in another millennium is answered at once', () => {
  const clock = new BusinessClock(office);
  const began = performance.now();
  expect(clock.elapsedMs(ms('0001-01-01'), ms('9999-12-31'))).toBeGreaterThan(0);
  expect(clock.isOpen(ms('9999-12-31T10:00Z'))).toBe(false);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('the order of questions does not change the answers', () => {
  const instants = [2026, 2003, 2041, 2019, 2020, 1995, 2026].map((year) => Date.UTC(year, 5, 15, 10, 7));
  const forwards = new BusinessClock(office);
  const backwards = new BusinessClock(office);
  const expected = instants.map((t) => forwards.F(t));
  expect(
    [...instants]
      .reverse()
      .map((t) => backwards.F(t))
      .reverse()
  ).toEqual(expected);
  expect(instants.map((t) => new BusinessClock(office).F(t))).toEqual(expected);
  expect(expected[0] - expected[1]).toBe(forwards.elapsedMs(instants[1], instants[0]));
});

describe('for any calendar', () => {
  const day = Date.UTC(2026, 2, 20) / DAY;
  const clock = fc
    .constantFrom(...ODD_ZONES)
    .chain((zone) => arbitraryCalendar(zone, day, 20))
    .map((one) => new BusinessClock(one));
  const instant = fc.integer({ min: day * DAY, max: (day + 20) * DAY });
  const pauses = fc.array(
    fc.tuple(instant, instant).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 4 }
  );

  test('F never falls and never outruns the clock', () => {
    fc.assert(
      fc.property(clock, instant, instant, (one, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const gained = one.F(to) - one.F(from);
        expect(gained).toBeGreaterThanOrEqual(0);
        expect(gained).toBeLessThanOrEqual(to - from);
      })
    );
  });

  test('elapsed time is additive', () => {
    fc.assert(
      fc.property(clock, instant, instant, instant, pauses, (one, a, b, c, paused) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y);
        expect(one.elapsedMs(from, middle, paused) + one.elapsedMs(middle, to, paused)).toBe(one.elapsedMs(from, to, paused));
      })
    );
  });

  test('a deadline is the earliest instant by which its time has elapsed', () => {
    fc.assert(
      fc.property(clock, instant, fc.integer({ min: 1, max: 40 * HOUR }), pauses, (one, from, add, paused) => {
        const due = one.deadline(from, add, paused);
        if (due === null) {
          expect(one.elapsedMs(from, from + 29 * YEAR, paused)).toBeLessThan(add);
        } else {
          expect(one.elapsedMs(from, due, paused)).toBe(add);
          expect(one.elapsedMs(from, due - 1, paused)).toBe(add - 1);
        }
      })
    );
  });

  test('a deadline of nothing is the first open, unpaused instant', () => {
    fc.assert(
      fc.property(clock, instant, pauses, (one, from, paused) => {
        const due = one.deadline(from, 0, paused);
        if (due !== null) {
          expect(one.elapsedMs(from, due, paused)).toBe(0);
          expect(one.elapsedMs(due, due + MINUTE / 60_000, paused)).toBe(1);
        }
      })
    );
  });
});
