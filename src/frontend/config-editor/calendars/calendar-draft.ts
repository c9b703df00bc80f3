import { EXCEPTION_KINDS, type WrittenCalendar, type WrittenException, type WrittenHours } from '../../../shared/calendar';
import { type Json, listOf, textOf } from '../draft';

/** A calendar as it is being written. */
export type CalendarDraft = WrittenCalendar & Required<Pick<WrittenCalendar, 'hours' | 'exceptions'>>;

/** A calendar of the settings, whatever is still missing in it. */
export function calendarOf(json: Json): CalendarDraft {
  return {
    ...json,
    id: textOf(json.id),
    timeZone: textOf(json.timeZone),
    hours: listOf(json.hours).map((row) => ({ ...row, weekday: Number(row.weekday), start: textOf(row.start), end: textOf(row.end) })),
    exceptions: listOf(json.exceptions).map((row) => ({
      ...row,
      date: textOf(row.date),
      kind: EXCEPTION_KINDS.find((kind) => kind === row.kind) ?? 'holiday',
    })),
  };
}

/** A new calendar: nine to five from Monday to Friday. */
export function freshCalendar(taken: readonly string[], timeZone: string): CalendarDraft {
  let number = 1;
  while (taken.includes(`calendar-${number}`)) {
    number++;
  }
  return { id: `calendar-${number}`, timeZone, hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' })), exceptions: [] };
}

/** The hours of Tuesday to Friday made like Monday's; the weekend stays. */
export function likeMonday(hours: readonly WrittenHours[]): WrittenHours[] {
  const monday = hours.filter(({ weekday }) => weekday === 1);
  return [...monday, ...[2, 3, 4, 5].flatMap((weekday) => monday.map((row) => ({ ...row, weekday }))), ...hours.filter(({ weekday }) => weekday > 5)];
}

/** The exceptions with closed days added, by date; a day that is closed already stays as it is. */
export function withHolidays(exceptions: readonly WrittenException[], dates: readonly string[]): WrittenException[] {
  const closed = new Set(exceptions.filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
  const added = [...new Set(dates)].filter((date) => !closed.has(date)).map((date): WrittenException => ({ date, kind: 'holiday' }));
  return [...exceptions, ...added].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
