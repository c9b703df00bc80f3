import fc from 'fast-check';

import type { CalendarExceptionRow, CalendarHoursRow, CalendarRow, Helpdesk } from '../model';
import { CALENDARS } from './ids';
import { dateNear, evenly, maybe, uniqueBy, type Era } from './time';

/** Calendars in the era's zone and others: overnight, split and round-the-clock days, seasons, holidays, overrides, breaks. */
export type Calendars = Pick<Helpdesk, 'calendar' | 'calendar_hours' | 'calendar_exception'>;

const start = fc.constantFrom('09:00', '00:00', '02:00', '02:30', '08:00', '13:00', '22:00');
const end = fc.constantFrom('17:00', '12:00', '24:00', '02:15', '02:30', '06:00', '09:00');

/** The days after the anchor's date on which exceptions fall and seasons change. */
const day = fc.integer({ min: -3, max: 3 });

const hours = (era: Era, id: string): fc.Arbitrary<CalendarHoursRow[]> =>
  fc
    .array(fc.record({ weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), start, end, from: maybe(day), to: evenly(day) }), { maxLength: 3 })
    .map((rows) =>
      rows.flatMap((row) =>
        row.weekdays.map((weekday) => ({
          calendar_id: id,
          weekday,
          start: row.start,
          end: row.end,
          valid_from: row.from === null ? null : dateNear(era, row.from),
          valid_to: row.to === null ? null : dateNear(era, row.to),
        }))
      )
    )
    .map((rows) => uniqueBy(rows, (row) => `${row.weekday} ${row.start} ${row.valid_from}`));

const exception = (era: Era, id: string): fc.Arbitrary<CalendarExceptionRow> =>
  fc
    .oneof(
      fc.record({ date: day, kind: fc.constant('holiday' as const), start: fc.constant(null), end: fc.constant(null) }),
      fc.record({ date: day, kind: fc.constant('override' as const), start, end }),
      fc.record({ date: day, kind: fc.constant('override' as const), start: fc.constant(null), end: fc.constant(null) }),
      fc.record({ date: day, kind: fc.constant('break' as const), start, end })
    )
    .map((row) => ({ ...row, calendar_id: id, date: dateNear(era, row.date) }));

/** A key is calendar, date and start; and a date has one override, so that "closed" and "open" never meet. */
function tidy(rows: readonly CalendarExceptionRow[]): CalendarExceptionRow[] {
  const keyed = uniqueBy(rows, (row) => `${row.date} ${row.start}`);
  return uniqueBy(keyed, (row) => (row.kind === 'override' ? `override ${row.date}` : `${row.kind} ${row.date} ${row.start}`));
}

/** Three calendars. */
export function calendars(era: Era): fc.Arbitrary<Calendars> {
  const zones = fc.constantFrom(era.zone, 'UTC', 'Asia/Kolkata', 'America/New_York');
  return fc.record({
    calendar: fc.tuple(
      ...CALENDARS.map((id): fc.Arbitrary<CalendarRow> => fc.record({ calendar_id: fc.constant(id), name: fc.constant(`Hours ${id}`), time_zone: zones }))
    ),
    calendar_hours: fc.tuple(...CALENDARS.map((id) => hours(era, id))).map((lists) => lists.flat()),
    calendar_exception: fc.tuple(...CALENDARS.map((id) => fc.array(exception(era, id), { maxLength: 3 }).map(tidy))).map((lists) => lists.flat()),
  });
}
