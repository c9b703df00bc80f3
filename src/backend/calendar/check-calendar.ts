import type { Calendar } from './calendar';
import { parseDate } from './local-date';
import { parseTimeOfDay } from './time-of-day';
import { isTimeZone, nearestTimeZone } from './zone';

/** What is wrong with a calendar, each in a sentence that names the calendar, the field and the value; empty when sound. */
export function calendarProblems(calendar: Calendar): string[] {
  const problems: string[] = [];
  const say = (field: string, value: unknown, wanted: string) => problems.push(`Calendar "${calendar.id}": ${field} "${String(value)}" is not ${wanted}.`);
  if (!isTimeZone(calendar.timeZone)) {
    const near = nearestTimeZone(calendar.timeZone);
    say('time zone', calendar.timeZone, `an IANA time zone such as Europe/Amsterdam${near ? `; did you mean ${near}?` : ''}`.replace('?.', '?'));
  }
  for (const row of calendar.hours) {
    if (!(Number.isInteger(row.weekday) && row.weekday >= 1 && row.weekday <= 7)) {
      say('weekday', row.weekday, 'a number from 1 (Monday) to 7 (Sunday)');
    }
    checkTimes(row.start, row.end, say);
    for (const date of [row.validFrom, row.validTo]) {
      checkDate(date, say);
    }
  }
  for (const row of calendar.exceptions) {
    checkDate(row.date, say);
    if (row.kind === 'break' && row.start === null) {
      say('start of the break on', row.date, 'given');
    }
    if (row.start !== null) {
      checkTimes(row.start, row.end ?? '24:00', say);
    }
  }
  return problems;
}

type Say = (field: string, value: unknown, wanted: string) => void;

function checkTimes(start: string, end: string, say: Say): void {
  if (parseTimeOfDay(start) === null) {
    say('start', start, 'a time such as 09:00');
  }
  if (parseTimeOfDay(end) === null) {
    say('end', end, 'a time such as 17:30 (24:00 is midnight)');
  }
}

function checkDate(date: string | null, say: Say): void {
  if (date !== null && parseDate(date) === null) {
    say('date', date, 'a date such as 2026-03-28');
  }
}
