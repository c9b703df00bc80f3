import fc from 'fast-check';

import { BusinessClock } from './business-clock';
import type { Calendar } from '../../src/shared/calendar';
import { deadlineOverSegments, elapsedOverSegments, scheduleSegments } from './segments';
import { DAY, HOUR } from '../../src/backend/calendar/units';

const ms = (text: string) => Date.parse(text);
const weekdays = (id: string, start: string, end: string): Calendar => ({
  id,
  name: id,
  timeZone: 'UTC',
  exceptions: [],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start, end, validFrom: null, validTo: null })),
});
const day = new BusinessClock(weekdays('day', '09:00', '17:00'));
const night = new BusinessClock(weekdays('night', '22:00', '06:00'));
const always = new BusinessClock(null);

// Monday 2026-03-02 by day, from Tuesday noon by night, from Thursday around the clock
const segments = scheduleSegments(day, [
  { at: ms('2026-03-05'), clock: always },
  { at: ms('2026-03-03T12:00Z'), clock: night },
]);

test('each segment is summed by its own calendar', () => {
  // Monday 8 h, Tuesday morning 3 h, two nights (the second until midnight) 8 + 2 h, Thursday 24 h
  expect(elapsedOverSegments(segments, ms('2026-03-02'), ms('2026-03-06')) / HOUR).toBe(8 + 3 + 8 + 2 + 24);
});

test('pauses cut every segment', () => {
  const pauses = [{ start: ms('2026-03-03T11:00Z'), end: ms('2026-03-03T23:00Z') }];
  expect(elapsedOverSegments(segments, ms('2026-03-02'), ms('2026-03-06'), pauses) / HOUR).toBe(45 - 1 - 1);
});

test('of several changes at one instant the last counts', () => {
  const changes = [
    { at: 5, clock: night },
    { at: 5, clock: always },
  ];
  expect(scheduleSegments(day, changes)).toEqual([
    { start: -Infinity, end: 5, clock: day },
    { start: 5, end: Infinity, clock: always },
  ]);
});

test.each([
  [2 * HOUR, '2026-03-02T11:00Z'],
  [11 * HOUR, '2026-03-03T12:00Z'],
  [12 * HOUR, '2026-03-03T23:00Z'],
  [30 * HOUR, '2026-03-05T09:00Z'],
])('deadline of %d ms', (add, due) => {
  expect(deadlineOverSegments(segments, ms('2026-03-02'), add)).toBe(ms(due));
});

test('zero rolls into the calendar in force there', () => {
  expect(deadlineOverSegments(segments, ms('2026-03-03T12:00Z'), 0)).toBe(ms('2026-03-03T22:00Z'));
  expect(deadlineOverSegments(segments, ms('2026-03-04T23:59:59.999Z'), 0)).toBe(ms('2026-03-04T23:59:59.999Z'));
});

test('the deadline is the inverse of the elapsed time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * DAY }), fc.integer({ min: 1, max: 100 * HOUR }), (offset, add) => {
      const from = ms('2026-03-01') + offset;
      const due = deadlineOverSegments(segments, from, add) ?? NaN;
      expect(elapsedOverSegments(segments, from, due)).toBe(add);
      expect(elapsedOverSegments(segments, from, due - 1)).toBe(add - 1);
    })
  );
});
