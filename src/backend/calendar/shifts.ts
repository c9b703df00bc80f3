import type { Calendar, HoursRow } from '../../shared/calendar';
import { parseDate, weekdayOf } from './local-date';
import { parseTimeOfDay } from './time-of-day';
import { DAY } from './units';

/** Local times of one shift or break, in ms after the midnight its date begins with; `end` may lie on the next day. */
export interface Shift {
  start: number;
  end: number;
}

/** Answers, for a local date (days since 1970-01-01), which shifts open and which breaks cut. */
interface Shifts {
  readonly timeZone: string;
  shiftsOn(day: number): readonly Shift[];
  breaksOn(day: number): readonly Shift[];
}

interface WeeklyShift extends Shift {
  validFrom: number;
  validTo: number;
}

const NONE: readonly Shift[] = [];
const known = new WeakMap<Calendar, Shifts>();

/** The calendar with its dates and times read once; remembered for as long as the calendar object lives. Throws where one is malformed. */
export function shiftsOf(calendar: Calendar): Shifts {
  let shifts = known.get(calendar);
  if (shifts === undefined) {
    shifts = readNamed(calendar);
    known.set(calendar, shifts);
  }
  return shifts;
}

function readNamed(calendar: Calendar): Shifts {
  try {
    return readShifts(calendar);
  } catch (error) {
    // whoever skipped calendarProblems still learns which calendar it is, rather than find it closed
    throw new RangeError(`Calendar "${calendar.id}": ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readShifts(calendar: Calendar): Shifts {
  const weekly = new Map<number, WeeklyShift[]>();
  for (const row of calendar.hours) {
    append(weekly, row.weekday, weeklyShift(row));
  }
  const holidays = new Set<number>();
  const overrides = new Map<number, Shift[]>();
  const breaks = new Map<number, Shift[]>();
  for (const { date, kind, start, end } of calendar.exceptions) {
    const day = dayOf(date);
    // an override without a start closes its day, also beside others that do have one
    if (kind === 'holiday' || (kind === 'override' && start === null)) {
      holidays.add(day);
    } else {
      append(kind === 'override' ? overrides : breaks, day, shift(start ?? '', end ?? '24:00'));
    }
  }

  return {
    timeZone: calendar.timeZone,
    shiftsOn(day) {
      if (holidays.has(day)) {
        return NONE;
      }
      return overrides.get(day) ?? weekly.get(weekdayOf(day))?.filter(({ validFrom, validTo }) => validFrom <= day && day < validTo) ?? NONE;
    },
    breaksOn: (day) => breaks.get(day) ?? NONE,
  };
}

function weeklyShift({ start, end, validFrom, validTo }: HoursRow): WeeklyShift {
  return {
    ...shift(start, end),
    validFrom: validFrom === null ? -Infinity : dayOf(validFrom),
    validTo: validTo === null ? Infinity : dayOf(validTo),
  };
}

function shift(startText: string, endText: string): Shift {
  const start = timeOf(startText);
  const end = timeOf(endText);
  return { start, end: end <= start ? end + DAY : end };
}

function timeOf(text: string): number {
  const time = parseTimeOfDay(text);
  if (time === null) {
    throw new RangeError(`invalid time of day: "${text}"`);
  }
  return time;
}

function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === null) {
    throw new RangeError(`invalid date: "${text}"`);
  }
  return day;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
