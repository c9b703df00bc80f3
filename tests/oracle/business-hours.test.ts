import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { businessMs, openIntervals, type WorkCalendar } from './calendar';
import type { CalendarExceptionRow, CalendarHoursRow } from './model';

/** The oracle's business time against the same cases as the production calendar's. */

type Spans = ReadonlyArray<readonly [string, string]>;
interface Case {
  readonly id: string;
  readonly name: string;
  readonly op: 'elapsed' | 'deadline' | 'is_open';
  readonly calendar: {
    readonly time_zone: string;
    readonly weekly: Readonly<Record<string, Spans>>;
    readonly holidays?: readonly string[];
    readonly date_overrides?: Readonly<Record<string, Spans>>;
    readonly breaks?: Readonly<Record<string, Spans>>;
  };
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly expected?: boolean;
  readonly expected_seconds?: number;
  readonly tags?: readonly string[];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function calendarFrom(given: Case['calendar']): WorkCalendar {
  const hours: CalendarHoursRow[] = WEEKDAYS.flatMap((day, index) =>
    (given.weekly[day] ?? []).map(([start, end]) => ({ calendar_id: 'k', weekday: index + 1, start, end, valid_from: null, valid_to: null }))
  );
  const rows = (kind: 'override' | 'break', by: Readonly<Record<string, Spans>> = {}): CalendarExceptionRow[] =>
    Object.entries(by).flatMap(([date, spans]) =>
      (spans.length === 0 ? [[null, null] as const] : spans).map(([start, end]) => ({ calendar_id: 'k', date, kind, start, end }))
    );
  const holidays = (given.holidays ?? []).map((date): CalendarExceptionRow => ({ calendar_id: 'k', date, kind: 'holiday', start: null, end: null }));
  return { zone: given.time_zone, hours, exceptions: [...holidays, ...rows('override', given.date_overrides), ...rows('break', given.breaks)] };
}

// the oracle reads the format's plain way of writing alone, and has pauses elsewhere
const cases = ['business_hours.json', 'business_hours_edges.json']
  .flatMap((file) => (JSON.parse(readFileSync(join(__dirname, '../fixtures', file), 'utf8')) as { cases: Case[] }).cases)
  .filter(({ tags = [] }) => !tags.includes('format') && !tags.includes('pauses') && !tags.includes('long'));

describe('the oracle’s business time', () => {
  it.each(cases.filter((one) => one.op === 'elapsed').map((one): [string, string, Case] => [one.id, one.name, one]))('%s %s', (_id, _name, one) => {
    expect(businessMs(calendarFrom(one.calendar), Date.parse(one.from ?? ''), Date.parse(one.to ?? '')) / 1000).toBe(one.expected_seconds);
  });

  it.each(cases.filter((one) => one.op === 'is_open').map((one): [string, string, Case] => [one.id, one.name, one]))('%s %s', (_id, _name, one) => {
    const at = Date.parse(one.at ?? '');
    expect(openIntervals(calendarFrom(one.calendar), at, at + 1).length > 0).toBe(one.expected);
  });
});
