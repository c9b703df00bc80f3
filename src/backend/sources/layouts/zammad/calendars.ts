import type { DocumentRow, Here, LayoutDocuments, LayoutSelect } from '../layout';
import { type DecodedRow, decodedRows } from '../decoded-rows';
import { entriesOf, entry, readYaml } from '../yaml';

/** Calendars with their hours and holidays, which are YAML in texts. */
export const calendars: LayoutDocuments = {
  reads: { calendars: ['id', 'business_hours', 'public_holidays'] },
  select: () => 'SELECT id, business_hours, public_holidays FROM calendars ORDER BY id',
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** The id of a calendar, by Zammad’s number; its kind before it keeps it a text in everybody’s YAML. */
export const calendarId = (number: string | null): string => `calendar-${number}`;

/** The hours of one calendar; throws where its text says something else. */
export function hoursOf({ id, business_hours: text }: DocumentRow): Array<DecodedRow<'calendar_hours'>> {
  return entriesOf(read(text)).flatMap(([day, said]) => {
    const weekday = DAYS.indexOf(day) + 1;
    const frames = entry(said, 'timeframes');
    if (weekday === 0) {
      throw new Error(`It has a day "${day}".`);
    }
    return entry(said, 'active') !== true || !Array.isArray(frames)
      ? []
      : frames.map((frame: unknown) => {
          const [from, to] = Array.isArray(frame) ? frame.map(String) : [];
          if (!TIME.test(from ?? '') || !(TIME.test(to ?? '') || to === '24:00')) {
            throw new Error(`"${day}" has the times ${JSON.stringify(frame)}.`);
          }
          // the last minute that can be chosen stands for the whole day
          return { calendar_id: calendarId(id), weekday, start: from, end: to === '23:59' ? '24:00' : to };
        });
  });
}

/** The holidays of one calendar: those that are active, and were not taken out again. Throws where its text says something else. */
export function holidaysOf({ id, public_holidays: text }: DocumentRow): Array<DecodedRow<'calendar_exception'>> {
  return entriesOf(read(text)).flatMap(([date, said]) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) {
      throw new Error(`It has a day "${date}".`);
    }
    const isRemoved = ![undefined, null, false].includes(entry(said, 'removed') as boolean | null | undefined);
    return entry(said, 'active') === true && !isRemoved ? [{ calendar_id: calendarId(id), date, kind: 'holiday' }] : [];
  });
}

function read(text: string | null): unknown {
  return text === null || text.trim() === '' ? null : readYaml(text);
}

/** What of calendars cannot be read, in a sentence each. */
export function calendarDoubts(here: Here): string[] {
  return here.documents('calendars').flatMap((row) =>
    [
      ['business hours', hoursOf],
      ['holidays', holidaysOf],
    ].flatMap(([what, decode]) => {
      try {
        (decode as (row: DocumentRow) => unknown)(row);
        return [];
      } catch (error) {
        return [`The ${what as string} of ${calendarId(row.id)} cannot be read, so that it has none: ${(error as Error).message}`];
      }
    })
  );
}

/** The rows of all calendars; one that cannot be read has none, of which `calendarDoubts` tells. */
function rowsOf<Row>(here: Here, decode: (row: DocumentRow) => readonly Row[]): Row[] {
  return here.documents('calendars').flatMap((row) => {
    try {
      return decode(row);
    } catch {
      return [];
    }
  });
}

/** Calendars, by their numbers. */
export const calendar: LayoutSelect<'calendar'> = {
  reads: { calendars: ['id', 'name', 'timezone'] },
  select: (sql) => `
    SELECT ${sql.concat(`'calendar-'`, sql.text('id'))} AS calendar_id, name, coalesce(nullif(timezone, ''), 'UTC') AS time_zone
    FROM calendars`,
};

/** When calendars are open. */
export const calendarHours: LayoutSelect<'calendar_hours'> = {
  reads: {},
  select: (sql, here) => decodedRows<'calendar_hours'>(sql, ['calendar_id', 'weekday', 'start', 'end'], rowsOf(here, hoursOf)),
  without: { valid_from: 'it keeps today’s hours only', valid_to: 'it keeps today’s hours only' },
};

/** Holidays of calendars. */
export const calendarException: LayoutSelect<'calendar_exception'> = {
  reads: {},
  select: (sql, here) => decodedRows<'calendar_exception'>(sql, ['calendar_id', 'date', 'kind'], rowsOf(here, holidaysOf)),
  without: { start: 'its holidays are whole days', end: 'its holidays are whole days' },
};
