import { fractionOf, type Plan } from '../plan';
import type { Rows } from '../tables/row';
import { DAY, HOUR } from '../units';
import { dateText, type Day, dayOf, easter, nthWeekday, weekdayOf, yearOf } from './dates';

/** Weekly hours, in local hours from midnight (8.5 = 08:30); an end past 24 runs into the next day. */
export interface WeeklyHours {
  readonly weekdays: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** A date that departs from the weekly hours. */
export interface CalendarException {
  readonly day: Day;
  readonly kind: 'holiday' | 'override' | 'break';
  readonly start: number | null;
  readonly end: number | null;
}

/** Working hours of the demo helpdesk. */
export interface WorkCalendar {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly hours: readonly WeeklyHours[];
  readonly exceptions: readonly CalendarException[];
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The three calendars: an office in Amsterdam, one in New York that is open longer and on Saturdays, and a night desk in Manila. */
export function calendarsOf(plan: Plan): WorkCalendar[] {
  const years = Array.from({ length: yearOf(plan.end / DAY) - yearOf(plan.start / DAY) + 1 }, (_, i) => yearOf(plan.start / DAY) + i);
  const longer = Math.floor(fractionOf(plan, 0.62) / DAY);
  return [
    {
      id: 'amsterdam',
      name: 'Amsterdam office',
      zone: 'Europe/Amsterdam',
      hours: [
        { weekdays: MONDAY_TO_FRIDAY, start: 9, end: 17.5, validFrom: null, validTo: longer },
        { weekdays: MONDAY_TO_FRIDAY, start: 8.5, end: 18, validFrom: longer, validTo: null },
      ],
      exceptions: years.flatMap(amsterdam),
    },
    {
      id: 'new-york',
      name: 'New York office',
      zone: 'America/New_York',
      hours: [
        { weekdays: MONDAY_TO_FRIDAY, start: 8, end: 20, validFrom: null, validTo: null },
        { weekdays: [6], start: 10, end: 16, validFrom: null, validTo: null },
      ],
      exceptions: years.flatMap(newYork),
    },
    {
      id: 'manila-night',
      name: 'Manila night desk',
      zone: 'Asia/Manila',
      hours: [{ weekdays: EVERY_DAY, start: 22, end: 30, validFrom: null, validTo: null }],
      exceptions: years.flatMap(manila),
    },
  ];
}

/** When a calendar opens on a date, in ms from local midnight, or null where it stays closed. Breaks are left out. */
export function openingOn(calendar: WorkCalendar, day: Day): { start: number; end: number } | null {
  const exceptions = calendar.exceptions.filter((one) => one.day === day);
  if (exceptions.some(({ kind }) => kind === 'holiday')) {
    return null;
  }
  const override = exceptions.find(({ kind }) => kind === 'override');
  const weekly = calendar.hours.find(
    (one) => one.weekdays.includes(weekdayOf(day)) && (one.validFrom === null || one.validFrom <= day) && (one.validTo === null || day < one.validTo)
  );
  const { start, end } = override ?? weekly ?? { start: null, end: null };
  return start === null || end === null ? null : { start: start * HOUR, end: end * HOUR };
}

/** Local hours from midnight as `HH:MM`; the hours past midnight are those of the next day. */
export function timeText(hours: number): string {
  const wrapped = hours > 24 ? hours - 24 : hours;
  return `${String(Math.floor(wrapped)).padStart(2, '0')}:${String(Math.round((wrapped % 1) * 60)).padStart(2, '0')}`;
}

/** The rows of calendar, calendar_hours and calendar_exception. */
export function calendarRows(calendars: readonly WorkCalendar[]) {
  return {
    calendar: calendars.map(({ id, name, zone }) => ({ calendar_id: id, name, time_zone: zone })),
    calendar_hours: calendars.flatMap(({ id, hours }) =>
      hours.flatMap(({ weekdays, start, end, validFrom, validTo }) =>
        weekdays.map((weekday) => ({
          calendar_id: id,
          weekday,
          start: timeText(start),
          end: timeText(end),
          valid_from: validFrom === null ? null : dateText(validFrom),
          valid_to: validTo === null ? null : dateText(validTo),
        }))
      )
    ),
    calendar_exception: calendars.flatMap(({ id, exceptions }) =>
      exceptions.map(({ day, kind, start, end }) => ({
        calendar_id: id,
        date: dateText(day),
        kind,
        start: start === null ? null : timeText(start),
        end: end === null ? null : timeText(end),
      }))
    ),
  } satisfies Rows;
}

const holiday = (day: Day): CalendarException => ({ day, kind: 'holiday', start: null, end: null });
const override = (day: Day, start: number | null, end: number | null): CalendarException => ({ day, kind: 'override', start, end });
const pause = (day: Day, start: number, end: number): CalendarException => ({ day, kind: 'break', start, end });

function amsterdam(year: number): CalendarException[] {
  const sunday = easter(year);
  const kings = dayOf(year, 4, 27);
  const holidays = new Set([
    dayOf(year, 1, 1),
    sunday + 1,
    weekdayOf(kings) === 7 ? kings - 1 : kings,
    sunday + 39,
    sunday + 50,
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ]);
  const allHands = Array.from({ length: 12 }, (_, month) => nthWeekday(year, month + 1, 3, 1)).filter((day) => !holidays.has(day));
  return [
    ...[...holidays].map(holiday),
    ...[dayOf(year, 12, 24), dayOf(year, 12, 31)].filter((day) => weekdayOf(day) <= 5).map((day) => override(day, 8.5, 13)),
    ...allHands.filter((day) => day !== dayOf(year, 12, 31)).map((day) => pause(day, 12, 13)),
  ];
}

function newYork(year: number): CalendarException[] {
  const thanksgiving = nthWeekday(year, 11, 4, 4);
  return [
    ...[
      dayOf(year, 1, 1),
      nthWeekday(year, 1, 1, 3),
      nthWeekday(year, 5, 1, -1),
      dayOf(year, 7, 4),
      nthWeekday(year, 9, 1, 1),
      thanksgiving,
      dayOf(year, 12, 25),
    ].map(holiday),
    // the day after Thanksgiving is the busiest of the year; one Friday in June the office is away together
    override(thanksgiving + 1, 6, 23),
    override(nthWeekday(year, 6, 5, 3), null, null),
  ];
}

function manila(year: number): CalendarException[] {
  return [holiday(dayOf(year, 1, 1)), holiday(dayOf(year, 12, 25)), override(dayOf(year, 12, 24), 20, 24)];
}
