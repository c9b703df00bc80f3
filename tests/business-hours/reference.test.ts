import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { BusinessClock } from './business-clock';
import { calendarOf, type Case, instant, pausesOf, unread } from './cases';
import { calendarProblems } from '../../src/backend/calendar/check-calendar';

const MINUTE = 60;

function check(one: Case): void {
  const calendar = calendarOf(one);
  expect(unread(one)).toEqual([]);
  expect(calendarProblems(calendar)).toEqual([]);
  const clock = new BusinessClock(calendar);
  switch (one.op) {
    case 'is_open':
      return expect(clock.isOpen(instant(one.at))).toBe(one.expected);
    case 'elapsed':
      return checkSeconds(one, clock.elapsedMs(instant(one.from), instant(one.to), pausesOf(one)) / 1000);
    case 'deadline':
      return checkDeadline(one, clock, clock.deadline(instant(one.from), one.add_seconds * 1000, pausesOf(one)));
    default:
      throw new Error(`There is no operation "${String(one.op)}".`);
  }
}

function checkSeconds({ compare, expected_seconds: expected, tolerance, tolerance_seconds: seconds }: Case, elapsed: number): void {
  switch (compare) {
    case 'approx':
      return expect(Math.abs(elapsed - expected)).toBeLessThanOrEqual(tolerance ?? seconds ?? MINUTE);
    case 'round_minute':
      return expect(Math.round(elapsed / MINUTE) * MINUTE).toBe(expected);
    case 'floor_minute':
      // the source floors: its case says what it says, or what it would say exactly
      return expect([elapsed, Math.floor(elapsed / MINUTE) * MINUTE]).toContain(expected);
    default:
      return expect(elapsed).toBe(expected);
  }
}

function checkDeadline({ compare, expected_at: written, tolerance, tolerance_seconds: seconds }: Case, clock: BusinessClock, due: number | null): void {
  if (written === null) {
    return expect(due).toBeNull();
  }
  const expected = instant(written);
  if (compare === 'deadline_boundary' && due !== expected) {
    // the closing instant just before: no business time between the two
    expect(due).toBeLessThan(expected);
    expect(clock.elapsedMs(due ?? NaN, expected)).toBe(0);
  } else if (compare === 'approx') {
    expect(Math.abs((due ?? NaN) - expected) / 1000).toBeLessThanOrEqual(tolerance ?? seconds ?? MINUTE);
  } else {
    expect(due === null ? null : new Date(due).toISOString()).toBe(new Date(expected).toISOString());
  }
}

// business_hours.json is other projects' tests, business_hours_edges.json our own
const own = ['business_hours.json', 'business_hours_edges.json'].map((file) => join(__dirname, '../fixtures', file));
const more = (process.env.BUSINESS_HOURS_CASES ?? '').split(':').filter(Boolean);

describe.each([...own, ...more])('business-hours cases of %s', (file) => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
  it.each(cases.map((one) => [one.id, one.name, one] as const))('%s %s', (_id, _name, one) => check(one));
});
