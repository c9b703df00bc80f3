import { CALENDAR_KEYS, EXCEPTION_KEYS, EXCEPTION_KINDS, HOURS_KEYS } from '../../shared/calendar';
import { nearest } from '../../shared/nearest';
import { formatDate, parseDate } from './local-date';
import { parseTimeOfDay } from './time-of-day';
import { DAY } from './units';
import { isTimeZone, nearestTimeZone } from './zone';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Records that the value of a field is not what is wanted, with the nearest right value where there is one. */
type Say = (field: string, value: unknown, wanted: string, meant?: string | number | null) => void;

/** What is wrong with a calendar, each in a sentence that names the calendar, the field and the value; empty when sound. */
export function calendarProblems(calendar: unknown): string[] {
  const problems: string[] = [];
  const fields = isRecord(calendar) ? calendar : {};
  const say: Say = (field, value, wanted, meant = null) => {
    const hint = meant === null ? '.' : `; did you mean ${meant}?`;
    problems.push(`Calendar "${String(fields.id)}": ${field} ${quoted(value)} is not ${wanted}${hint}`);
  };
  if (!isRecord(calendar)) {
    say('value', calendar, 'a calendar');
    return problems;
  }
  checkFields(calendar, CALENDAR_KEYS, '', say);
  checkText(calendar.id, 'id', say);
  checkText(calendar.name, 'name', say);
  checkZone(calendar.timeZone, say);
  for (const [row, at] of rowsOf(calendar.hours, 'hours', say)) {
    checkFields(row, HOURS_KEYS, at, say);
    checkWeekday(row.weekday, `${at}weekday`, say);
    checkTime(row.start, `${at}start`, false, say);
    checkTime(row.end, `${at}end`, true, say);
    checkOptionalDate(row.validFrom, `${at}validFrom`, say);
    checkOptionalDate(row.validTo, `${at}validTo`, say);
  }
  for (const [row, at] of rowsOf(calendar.exceptions, 'exceptions', say)) {
    checkFields(row, EXCEPTION_KEYS, at, say);
    checkDate(row.date, `${at}date`, say);
    checkKind(row.kind, `${at}kind`, say);
    checkExceptionTimes(row, at, say);
  }
  return problems;
}

function checkFields(record: Record<string, unknown>, keys: Readonly<Record<string, true>>, at: string, say: Say): void {
  const known = Object.keys(keys);
  for (const key of Object.keys(record)) {
    if (!known.includes(key)) {
      say(`${at}field`, key, 'known here', nearest(key, known));
    }
  }
}

function checkText(value: unknown, field: string, say: Say): void {
  if (typeof value !== 'string') {
    say(field, value, 'a text');
  }
}

function checkZone(value: unknown, say: Say): void {
  if (typeof value !== 'string' || !isTimeZone(value)) {
    say('timeZone', value, 'an IANA time zone such as Europe/Amsterdam', typeof value === 'string' ? nearestTimeZone(value) : null);
  }
}

function checkWeekday(value: unknown, field: string, say: Say): void {
  if (!(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7)) {
    say(field, value, 'a number from 1 (Monday) to 7 (Sunday)', nearestWeekday(value));
  }
}

function nearestWeekday(value: unknown): number | null {
  // 0 is Sunday to JavaScript, cron and PostgreSQL's dow
  if (value === 0 || value === '0') {
    return 7;
  }
  if (typeof value === 'string' && /^[1-7]$/.test(value)) {
    return Number(value);
  }
  const name = typeof value === 'string' && value.length >= 3 ? nearest(value, WEEKDAYS) : null;
  return name === null ? null : WEEKDAYS.indexOf(name) + 1;
}

function checkKind(value: unknown, field: string, say: Say): void {
  if (!EXCEPTION_KINDS.some((kind) => kind === value)) {
    say(field, value, 'holiday, override or break', typeof value === 'string' ? nearest(value, EXCEPTION_KINDS) : null);
  }
}

/** A break needs a start; an override without one closes its day; a missing end is midnight; a holiday's times mean nothing. */
function checkExceptionTimes(row: Record<string, unknown>, at: string, say: Say): void {
  const { kind, start, end } = row;
  if (start === null || start === undefined) {
    if (kind === 'break') {
      say(`${at}start`, start, 'a time, which a break needs');
    }
  } else {
    checkTime(start, `${at}start`, false, say);
  }
  if (end !== null && end !== undefined) {
    checkTime(end, `${at}end`, true, say);
  }
}

function checkTime(value: unknown, field: string, isEnd: boolean, say: Say): void {
  const time = typeof value === 'string' ? parseTimeOfDay(value) : null;
  if (time === null || (time === DAY && !isEnd)) {
    say(field, value, isEnd ? 'a time from 00:00 to 24:00' : 'a time from 00:00 to 23:59', nearestTime(value));
  }
}

/** 9:00, 9.00, 0900 and 09:00:00 all mean 09:00. */
function nearestTime(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(\d{1,2})[:.h ]?([0-5]\d)(?::[0-5]\d)?$/.exec(value.trim()) : null;
  return match && Number(match[1]) < 24 ? `${match[1].padStart(2, '0')}:${match[2]}` : null;
}

function checkOptionalDate(value: unknown, field: string, say: Say): void {
  if (value !== null && value !== undefined) {
    checkDate(value, field, say);
  }
}

function checkDate(value: unknown, field: string, say: Say): void {
  if (typeof value !== 'string' || parseDate(value) === null) {
    say(field, value, 'a date such as 2026-03-28', nearestDate(value));
  }
}

/** 2026-3-8, 2026/03/08, 20260308 and a timestamp of that day all mean 2026-03-08; the 30th of February its last day. */
function nearestDate(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/.exec(value.trim()) : null;
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) {
    return null;
  }
  return formatDate(Math.min(Date.UTC(year, month - 1, day), Date.UTC(year, month, 0)) / DAY);
}

/** The rows of a list, each with the prefix its fields have in a message. */
function rowsOf(value: unknown, field: string, say: Say): Array<[Record<string, unknown>, string]> {
  if (!Array.isArray(value)) {
    say(field, value, 'a list');
    return [];
  }
  const rows: Array<[Record<string, unknown>, string]> = [];
  value.forEach((row: unknown, i) => {
    if (isRecord(row)) {
      rows.push([row, `${field}[${i}].`]);
    } else {
      say(`${field}[${i}]`, row, 'an object');
    }
  });
  return rows;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(value: unknown): string {
  return value === undefined ? '(missing)' : (JSON.stringify(value) ?? String(value));
}
