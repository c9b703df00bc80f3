import { calendarOf } from './case-calendar';
import { BusinessClock } from './business-clock';
import { type Case, instant } from './cases';

const MINUTE = 60;

/** Expects that so many business seconds are what a case says, by its way of comparing. */
export function expectSeconds({ compare, expected_seconds: expected, tolerance, tolerance_seconds: seconds }: Case, elapsed: number): void {
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

/** Expects that a due instant (epoch ms; null = never) is what a case says, by its way of comparing. */
export function expectDue(one: Case, due: number | null): void {
  const { compare, expected_at: written, tolerance, tolerance_seconds: seconds } = one;
  if (written === null) {
    return expect(due).toBeNull();
  }
  const expected = instant(written);
  if (compare === 'deadline_boundary' && due !== expected) {
    // the closing instant just before: no business time between the two
    expect(due).toBeLessThan(expected);
    expect(new BusinessClock(calendarOf(one.calendar, one.id)).elapsedMs(due ?? NaN, expected)).toBe(0);
  } else if (compare === 'approx') {
    expect(Math.abs((due ?? NaN) - expected) / 1000).toBeLessThanOrEqual(tolerance ?? seconds ?? MINUTE);
  } else {
    expect(due === null ? null : new Date(due).toISOString()).toBe(new Date(expected).toISOString());
  }
}
