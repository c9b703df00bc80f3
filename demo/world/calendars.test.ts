import { planOf } from '../plan';
import { HOUR } from '../units';
import { calendarRows, calendarsOf, openingOn, timeText } from './calendars';
import { dayOf } from './dates';

const calendars = calendarsOf(planOf({ seed: 1, tickets: 1, months: 24, end: Date.parse('2026-03-26T14:07:00Z') }));
const [amsterdam, newYork, manila] = calendars;

test('offices open by weekday, and longer since the hours changed', () => {
  expect(openingOn(amsterdam, dayOf(2024, 5, 14))).toEqual({ start: 9 * HOUR, end: 17.5 * HOUR });
  expect(openingOn(amsterdam, dayOf(2026, 3, 24))).toEqual({ start: 8.5 * HOUR, end: 18 * HOUR });
  expect(openingOn(amsterdam, dayOf(2026, 3, 28))).toBeNull();
  expect(openingOn(newYork, dayOf(2026, 3, 28))).toEqual({ start: 10 * HOUR, end: 16 * HOUR });
  expect(openingOn(manila, dayOf(2026, 3, 28))).toEqual({ start: 22 * HOUR, end: 30 * HOUR });
});

test('holidays close, overrides replace the hours or close', () => {
  expect(openingOn(amsterdam, dayOf(2025, 4, 26))).toBeNull(); // King's Day, the Saturday before
  expect(openingOn(amsterdam, dayOf(2025, 12, 24))).toEqual({ start: 8.5 * HOUR, end: 13 * HOUR });
  expect(openingOn(newYork, dayOf(2025, 11, 28))).toEqual({ start: 6 * HOUR, end: 23 * HOUR });
  expect(openingOn(newYork, dayOf(2025, 6, 20))).toBeNull();
});

test('rows: times as HH:MM, one exception a date', () => {
  expect([timeText(8.5), timeText(24), timeText(30)]).toEqual(['08:30', '24:00', '06:00']);
  const { calendar_hours: hours, calendar_exception: exceptions } = calendarRows(calendars);
  expect(hours).toContainEqual({ calendar_id: 'manila-night', weekday: 7, start: '22:00', end: '06:00', valid_from: null, valid_to: null });
  expect(new Set(exceptions.map(({ calendar_id, date }) => `${calendar_id} ${date}`)).size).toBe(exceptions.length);
  expect(new Set(exceptions.map(({ kind }) => kind))).toEqual(new Set(['holiday', 'override', 'break']));
});
