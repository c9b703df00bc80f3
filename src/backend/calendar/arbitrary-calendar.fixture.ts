import fc from 'fast-check';

import type { Calendar, ExceptionRow, HoursRow } from '../../shared/calendar';
import { formatDate } from './local-date';

/** Zones whose clocks do unusual things, for tests: midnight changes, half hours, a skipped date, odd offsets. */
export const ODD_ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Apia',
  'America/St_Johns',
];

/** Arbitrary working hours, for tests, in a zone and with exceptions on the days from `firstDay` on (days since 1970-01-01). */
export function arbitraryCalendar(timeZone: string, firstDay: number, days: number): fc.Arbitrary<Calendar> {
  const date = fc.integer({ min: firstDay, max: firstDay + days - 1 }).map(formatDate);
  const [start, end] = [time(1435), fc.oneof(time(1435), fc.constant('24:00'))];
  const validity = fc.option(date, { nil: null, freq: 2 });
  const hours: fc.Arbitrary<HoursRow> = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start,
    end,
    validFrom: validity,
    validTo: validity,
  });
  const exception: fc.Arbitrary<ExceptionRow> = fc.oneof(
    fc.record({ date, kind: fc.constant('holiday' as const), start: fc.constant(null), end: fc.constant(null) }),
    fc.record({ date, kind: fc.constant('override' as const), start: fc.option(start, { nil: null }), end }),
    fc.record({ date, kind: fc.constant('break' as const), start, end })
  );
  return fc.record({
    id: fc.constant('arbitrary'),
    name: fc.constant('Arbitrary'),
    timeZone: fc.constant(timeZone),
    hours: fc.array(hours, { maxLength: 12 }),
    exceptions: fc.array(exception, { maxLength: 5 }),
  });
}

/** Times of day on five minutes, often at the small hours in which clocks change. */
function time(lastMinute: number): fc.Arbitrary<string> {
  const minutes = (max: number) => fc.integer({ min: 0, max: Math.floor(max / 5) }).map((fives) => fives * 5);
  return fc.oneof(minutes(lastMinute), minutes(240), fc.constant(0)).map((minute) => {
    const two = (n: number) => String(n).padStart(2, '0');
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  });
}
