import type { Calendar, ExceptionRow, HoursRow } from '../../src/shared/calendar';
import { calendarProblems } from '../../src/backend/calendar/check-calendar';

/** A calendar that cannot be used; `problems` are whole sentences for its author. */
export class CalendarError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'CalendarError';
  }
}

/** The calendar in an unknown value, frozen, with nulls for what is left out; throws a CalendarError that names every problem. */
export function parseCalendar(value: unknown): Calendar {
  const problems = calendarProblems(value);
  if (problems.length > 0) {
    throw new CalendarError(problems);
  }
  const { id, name, timeZone, hours, exceptions } = value as Calendar;
  return Object.freeze({
    id,
    name,
    timeZone,
    hours: Object.freeze(hours.map(hoursRow)),
    exceptions: Object.freeze(exceptions.map(exceptionRow)),
  });
}

function hoursRow({ weekday, start, end, validFrom, validTo }: HoursRow): HoursRow {
  return Object.freeze({ weekday, start, end, validFrom: validFrom ?? null, validTo: validTo ?? null });
}

function exceptionRow({ date, kind, start, end }: ExceptionRow): ExceptionRow {
  return Object.freeze({ date, kind, start: start ?? null, end: end ?? null });
}
