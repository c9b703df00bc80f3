import type { Calendar, ExceptionRow, HoursRow } from '../../src/shared/calendar';
import type { WrittenCalendar } from './cases';

type Dated = WrittenCalendar['date_overrides'];

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A case's calendar as ours, under an id. */
export function calendarOf(calendar: WrittenCalendar, id: string): Calendar {
  const { weekly, holidays, date_overrides: overrides, breaks } = calendar;
  const hours = Object.entries(weekly ?? {}).flatMap(([day, spans]): HoursRow[] =>
    (spans ?? []).map(([start, end]) => ({
      weekday: DAYS.indexOf(day.slice(0, 3).toLowerCase()) + 1,
      start: time(start),
      end: time(end),
      validFrom: null,
      validTo: null,
    }))
  );
  const dated = (kind: ExceptionRow['kind'], days: Dated = {}): ExceptionRow[] =>
    Object.entries(days ?? {}).flatMap(([date, spans]) => (spans ?? []).map(([start, end]) => ({ date, kind, start: time(start), end: time(end) })));
  // an override without hours closes its day; a day without breaks has none
  const closed = Object.entries(overrides ?? {})
    .filter(([, spans]) => (spans ?? []).length === 0)
    .map(([date]) => date);
  return {
    id,
    name: id,
    timeZone: calendar.time_zone,
    hours,
    exceptions: [
      ...[...(holidays ?? [])].map((date): ExceptionRow => ({ date, kind: 'holiday', start: null, end: null })),
      ...closed.map((date): ExceptionRow => ({ date, kind: 'override', start: null, end: null })),
      ...dated('override', overrides),
      ...dated('break', breaks),
    ],
  };
}

/** 9:00 and 09:00:00 as 09:00; anything else as it is, for the calendar's own check to name. */
function time(written: string): string {
  return written.replace(/^(\d):/, '0$1:').replace(/^(\d\d:\d\d):00$/, '$1');
}
