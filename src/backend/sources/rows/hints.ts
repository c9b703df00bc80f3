import type { CanonicalColumn } from '../../canonical/tables';

/** What somebody wrote who did not write what is expected, and what to do. */
type Hint = readonly [written: RegExp, whatToDo: string];

const NONE: Hint = [/^(null|none|nan|nat|n\/a|-|0000-00-00.*)$/i, 'Leave the field empty where there is none.'];
const NATIONAL: Hint = [
  /^(\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})(\D|$)|\d{2}-\d{2}-\d{2}(\D|$))/,
  'Nobody can tell its day from its month: write the year first, as in 2026-03-28.',
];
const MONTH: Hint = [/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i, 'Write the month as a number and the year first, as in 2026-03-28.'];
const SERIAL: Hint = [
  /^\d{1,6}([.,]\d*)?$/,
  'It looks like a spreadsheet’s count of days: give the column there the format yyyy-mm-dd hh:mm:ss and save the file again.',
];
const DIGITS: Hint = [/^(19|20)\d{6}(\d{4}|\d{6})?$/, 'Write it with its signs, as in 2026-03-28T07:52:45Z.'];
const CLOCK: Hint = [/\b[ap]\.?m\.?$/i, 'Write the hour from 00 to 23, without AM and PM.'];

const HINTS: Partial<Readonly<Record<CanonicalColumn['type'], readonly Hint[]>>> = {
  instant: [
    NONE,
    NATIONAL,
    MONTH,
    DIGITS,
    SERIAL,
    [
      /^-?\d+([.,]\d*)?$/,
      'A number is read as an instant where it is one of seconds, milliseconds, microseconds or nanoseconds since 1970, in the years 1990 to 2200.',
    ],
    CLOCK,
    [
      /\d *(?!BC)[A-Z]{2,5}$|\d +[A-Z][A-Za-z]+\/\S+$/,
      'Write the zone as an offset, such as +01:00, or as Z; where none is written, the setting source.databaseTimeZone says which it is.',
    ],
  ],
  date: [NONE, NATIONAL, MONTH, DIGITS, SERIAL, [/^\d{4}-\d{1,2}-\d{1,2}[T ]/, 'Write the date alone, as the calendar’s zone has it.']],
  time: [NONE, CLOCK, [/^\d:\d\d/, 'Write the hour with two digits, as in 09:00.']],
  number: [NONE, [/^-?\d+,\d+$/, 'Write a point before the decimals.']],
  boolean: [NONE],
};

const WEEKDAY = '1 is Monday, 7 is Sunday.';

/** What to do about a value that cannot be read as its column's type, or null where there is nothing to say. */
export function hintFor({ name, type }: CanonicalColumn, value: string): string | null {
  if (name === 'weekday') {
    return WEEKDAY;
  }
  return HINTS[type]?.find(([written]) => written.test(value))?.[1] ?? null;
}
