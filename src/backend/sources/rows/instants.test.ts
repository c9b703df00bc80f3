import { DuckDBInstance } from '@duckdb/node-api';

import { instant } from '../../canonical/column';
import { faulty } from './convert';
import { canonicalValue, presentValue } from './reading';

/** Reads one value, given as SQL of a type, as an instant; null where it is none. */
async function read(written: string, type: string, timeZone = 'UTC'): Promise<number | null> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'America/Caracas'");
  const raw = `(SELECT ${presentValue('instant', 'v', type)} AS "written at" FROM (SELECT CAST(${written} AS ${type}) AS v))`;
  const value = `(SELECT *, ${canonicalValue('instant', '"written at"', type, timeZone)} AS "at" FROM ${raw})`;
  const reader = await connection.runAndReadAll(`SELECT CASE WHEN NOT ${faulty(instant('at'))} THEN CAST("at" AS BIGINT) END FROM ${value}`);
  connection.closeSync();
  instance.closeSync();
  const [[found]] = reader.getRows();
  return found === null ? null : Number(found);
}

const text = (written: string, timeZone?: string) => read(`'${written}'`, 'VARCHAR', timeZone);
const TEN = Date.UTC(2024, 0, 5, 10);
const HOUR = 3_600_000;

it.each<[string, number]>([
  ['2024-01-05T10:00:00.000Z', TEN],
  ['2024-01-05 10:00:00 UTC', TEN],
  ['2024-01-05 10:00:00 utc', TEN],
  ['2024-01-05 10:00:00 GMT', TEN],
  ['2024-01-05 10:00:00UTC', TEN],
  ['2024-01-05 10:00:00 +0200', TEN - 2 * HOUR],
  ['2024-01-05 10:00:00+0200', TEN - 2 * HOUR],
  ['2024-01-05 10:00:00+02', TEN - 2 * HOUR],
  ['2024-01-05 10:00:00 +02', TEN - 2 * HOUR],
  ['2024-01-05 10:00:00 -05:30', TEN + 5.5 * HOUR],
  ['2024-01-05 10:00:00-05', TEN + 5 * HOUR],
  ['2024-01-05T10:00+02:00', TEN - 2 * HOUR],
  ['2024-01-05 10:00:00 Z', TEN],
  ['2024-01-05T10:00Z', TEN],
  ['2024-01-05t10:00:00z', TEN],
  ['2024-01-05t10:00:00.25+01:00', TEN - HOUR + 250],
  ['2024/01/05 10:00:00', TEN],
  ['2024-01-05 10:00', TEN],
  ['2024-01-05', TEN - 10 * HOUR],
  ['1704448800', TEN],
  ['1704448800.0', TEN],
  ['1704448800.123', TEN + 123],
  ['1704448800000', TEN],
  ['1704448800000000', TEN],
  ['1704448800123999', TEN + 123],
  ['1704448800123999999', TEN + 123],
])('%s is an instant', async (written, expected) => {
  expect(await text(written)).toBe(expected);
  // one with a zone, or a number, is the same whatever the source's zone
  const isLocal = /^[0-9/-]+( [0-9:]+)?$/.test(written) && written.includes('0') && !/^\d+$/.test(written);
  expect(await text(written, 'Asia/Tokyo')).toBe(isLocal ? expected - 9 * HOUR : expected);
});

it.each([
  '01/05/2024',
  '01/05/24',
  '24-01-05',
  '0',
  '5',
  '45296',
  '45296.4167',
  '20240105',
  '202401051000',
  '20240105100000',
  '-1704448800',
  'now',
  'infinity',
  '2024-01-05 10:00:00 CET',
  '2024-01-05T10',
  '2024-02-30T10:00Z',
  '2024-01-05T25:00Z',
])('%s is none', async (written) => {
  expect(await text(written)).toBeNull();
  expect(await text(written, 'Europe/Amsterdam')).toBeNull();
});

it.each<[string, string, number | null]>([
  ['1704448800', 'INTEGER', TEN],
  ['1704448800', 'BIGINT', TEN],
  ['1704448800', 'DOUBLE', TEN],
  ['1704448800.123', 'DOUBLE', TEN + 123],
  ['1704448800.5', 'DECIMAL(18,3)', TEN + 500],
  ['1704448800000', 'BIGINT', TEN],
  ['1704448800000.9', 'DOUBLE', TEN],
  ['1704448800000', 'HUGEINT', TEN],
  ['1704448800000000', 'BIGINT', TEN],
  ['1704448800123999999', 'BIGINT', TEN + 123],
  ['45296.4167', 'DOUBLE', null],
  ["'NaN'", 'DOUBLE', null],
  ["'infinity'", 'DOUBLE', null],
  ['0', 'BIGINT', null],
])('the number %s as %s', async (written, type, expected) => {
  expect(await read(written, type, 'Asia/Tokyo')).toBe(expected);
});

describe.each<[string, string]>([
  ['VARCHAR', "'$'"],
  ['TIMESTAMP', "TIMESTAMP '$'"],
  ['TIMESTAMP_NS', "TIMESTAMP '$'"],
])('an instant without a zone as %s', (type, sql) => {
  it.each<[string, string, string]>([
    ['Europe/Amsterdam', '2026-01-01 12:00:00', '2026-01-01T11:00:00Z'],
    ['Europe/Amsterdam', '2026-07-01 12:00:00', '2026-07-01T10:00:00Z'],
    // the doubled hour: the first
    ['Europe/Amsterdam', '2026-10-25 01:59:59', '2026-10-24T23:59:59Z'],
    ['Europe/Amsterdam', '2026-10-25 02:00:00', '2026-10-25T00:00:00Z'],
    ['Europe/Amsterdam', '2026-10-25 02:30:00', '2026-10-25T00:30:00Z'],
    ['Europe/Amsterdam', '2026-10-25 03:00:00', '2026-10-25T02:00:00Z'],
    // marked as the second of two, where there are two
    ['Europe/Amsterdam', '2026-10-25 02:30:00.000001', '2026-10-25T01:30:00Z'],
    ['Europe/Amsterdam', '2026-10-25 02:30:00.250001', '2026-10-25T01:30:00.250Z'],
    ['Europe/Amsterdam', '2026-10-25 03:00:00.000001', '2026-10-25T02:00:00Z'],
    ['Europe/Amsterdam', '2026-03-29 02:30:00.000001', '2026-03-29T01:30:00Z'],
    ['Europe/Amsterdam', '2026-07-01 12:00:00.000001', '2026-07-01T10:00:00Z'],
    // the missing hour: as much later
    ['Europe/Amsterdam', '2026-03-29 01:59:59', '2026-03-29T00:59:59Z'],
    ['Europe/Amsterdam', '2026-03-29 02:30:00', '2026-03-29T01:30:00Z'],
    ['Europe/Amsterdam', '2026-03-29 03:30:00', '2026-03-29T01:30:00Z'],
    ['Europe/Amsterdam', '2026-03-29 04:30:00', '2026-03-29T02:30:00Z'],
    // half an hour, a calendar's other side, a day that was skipped
    ['Australia/Lord_Howe', '2026-04-05 01:45:00', '2026-04-04T14:45:00Z'],
    ['America/New_York', '2026-11-01 01:30:00', '2026-11-01T05:30:00Z'],
    ['Pacific/Apia', '2011-12-31 00:30:00', '2011-12-30T10:30:00Z'],
    ['Asia/Kolkata', '2026-01-01 00:00:00', '2025-12-31T18:30:00Z'],
    ['America/New_York', '1969-12-31 18:59:59', '1969-12-31T23:59:59Z'],
  ])('%s: %s', async (zone, written, expected) => {
    expect(await read(sql.replace('$', written), type, zone)).toBe(Date.parse(expected));
  });
});

it('a date without a time begins in the zone of the source, and an instant with a zone keeps its own', async () => {
  expect(await read("'2026-07-01'", 'DATE', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 5, 30, 22));
  expect(await text('2026-07-01', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 5, 30, 22));
  expect(await read("'2026-07-01 12:00:00+00'", 'TIMESTAMP WITH TIME ZONE', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 6, 1, 12));
  expect(await read("'infinity'", 'TIMESTAMP', 'Europe/Amsterdam')).toBeNull();
});
