import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { BusinessClock } from './business-clock';
import type { Calendar, ExceptionRow } from './calendar';
import { calendarProblems } from './check-calendar';

type Spans = ReadonlyArray<readonly [string, string]>;
interface Case {
  id: string;
  name: string;
  op: 'elapsed' | 'deadline' | 'is_open';
  calendar: { time_zone: string; weekly: Record<string, Spans>; holidays?: string[]; date_overrides?: Record<string, Spans>; breaks?: Record<string, Spans> };
  from: string;
  to: string;
  at: string;
  add_seconds: number;
  pauses?: Array<readonly [string, string] | { from: string; to: string } | { start: string; end: string }>;
  compare?: string;
  expected?: boolean;
  expected_seconds: number;
  expected_at: string;
  tolerance?: number;
  tolerance_seconds?: number;
}

/** What a case may say. A field that is not read here would make its case pass or fail by accident. */
const KNOWN = new Set([
  'id', 'source', 'name', 'tags', 'note', 'op', 'calendar', 'from', 'to', 'at', 'add_seconds', 'pauses', 'compare', 'expected',
  'expected_seconds', 'expected_at', 'tolerance', 'tolerance_seconds',
]);
const KNOWN_CALENDAR = new Set(['time_zone', 'weekly', 'holidays', 'date_overrides', 'breaks']);

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The cases' calendar as ours. */
function calendarOf({ calendar, id }: Case): Calendar {
  const dated = (kind: ExceptionRow['kind'], days: Record<string, Spans> = {}): ExceptionRow[] => Object.entries(days).flatMap(([date, spans]): ExceptionRow[] =>
    spans.length === 0 ? [{ date, kind, start: null, end: null }] : spans.map(([start, end]) => ({ date, kind, start, end })));
  return {
    id, name: id, timeZone: calendar.time_zone,
    hours: Object.entries(calendar.weekly).flatMap(([day, spans]) =>
      spans.map(([start, end]) => ({ weekday: DAYS.indexOf(day) + 1, start, end, validFrom: null, validTo: null }))),
    exceptions: [
      ...(calendar.holidays ?? []).map((date) => ({ date, kind: 'holiday' as const, start: null, end: null })),
      ...dated('override', calendar.date_overrides), ...dated('break', calendar.breaks),
    ],
  };
}

function check(one: Case): void {
  const calendar = calendarOf(one);
  const clock = new BusinessClock(calendar);
  expect(Object.keys(one).filter((key) => !KNOWN.has(key))).toEqual([]);
  expect(Object.keys(one.calendar).filter((key) => !KNOWN_CALENDAR.has(key))).toEqual([]);
  expect(['elapsed', 'deadline', 'is_open']).toContain(one.op);
  expect(calendarProblems(calendar)).toEqual([]);
  const pauses = (one.pauses ?? []).map((pause) => {
    const [start, end] = 'from' in pause ? [pause.from, pause.to] : 'start' in pause ? [pause.start, pause.end] : pause;
    return { start: Date.parse(start), end: Date.parse(end) };
  });
  pauses.forEach(({ start, end }) => expect(end - start).toBeGreaterThanOrEqual(0));
  if (one.op === 'is_open') {
    expect(clock.isOpen(Date.parse(one.at))).toBe(one.expected);
  } else if (one.op === 'elapsed') {
    const seconds = clock.elapsedMs(Date.parse(one.from), Date.parse(one.to), pauses) / 1000;
    if (one.compare === 'approx') {
      expect(Math.abs(seconds - one.expected_seconds)).toBeLessThanOrEqual(one.tolerance ?? one.tolerance_seconds ?? 60);
    } else {
      expect(one.compare === 'round_minute' ? Math.round(seconds / 60) * 60 : one.compare === 'floor_minute' ? Math.floor(seconds / 60) * 60 : seconds).toBe(one.expected_seconds);
    }
  } else {
    const due = clock.deadline(Date.parse(one.from), one.add_seconds * 1000, pauses);
    const expected = Date.parse(one.expected_at);
    if (one.compare === 'deadline_boundary' && due !== expected) {
      // the closing instant just before: no business time between the two
      expect(due).toBeLessThan(expected);
      expect(clock.elapsedMs(due ?? NaN, expected)).toBe(0);
    } else if (one.compare === 'approx') {
      expect(Math.abs((due ?? NaN) - expected) / 1000).toBeLessThanOrEqual(one.tolerance ?? one.tolerance_seconds ?? 60);
    } else {
      expect(new Date(due ?? NaN).toISOString()).toBe(new Date(expected).toISOString());
    }
  }
}

const own = join(__dirname, '../../../tests/fixtures/business_hours.json');
const more = (process.env.BUSINESS_HOURS_CASES ?? '').split(':').filter(Boolean);

describe.each([own, ...more])('business-hours cases of %s', (file) => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
  it.each(cases.map((one) => [one.id, one.name, one] as const))('%s %s', (_id, _name, one) => check(one));
});
