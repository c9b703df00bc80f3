import type { Plan } from '../plan';
import { DAY, HOUR } from '../units';
import { openingOn, type WorkCalendar } from './calendars';
import { weekdayOf } from './dates';
import type { Zone } from './zone';

/** A time in which nobody is available, though the office is open. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Two mornings on which the Amsterdam office moved its telephones: one within the last two weeks, one some months ago. */
export function gapsOf(plan: Plan, amsterdam: WorkCalendar, zone: Zone): Gap[] {
  return [
    { daysAgo: 9, start: 10, end: 11.5 },
    { daysAgo: 96, start: 9.5, end: 12 },
  ].map(({ daysAgo, start, end }) => {
    let day = Math.floor(plan.end / DAY) - daysAgo;
    while (openingOn(amsterdam, day) === null || weekdayOf(day) === 3) {
      day--;
    }
    return { start: zone.toInstant(day * DAY + start * HOUR), end: zone.toInstant(day * DAY + end * HOUR) };
  });
}
