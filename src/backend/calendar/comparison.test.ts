import fc from 'fast-check';

import { ODD_ZONES } from './arbitrary-calendar.fixture';
import { previousPeriod, type Range, samePeriodLastYear } from './comparison';
import { DAY } from './units';

const ms = (text: string) => Date.parse(text);
const range = (timeZone: string, from: string, to: string) => ({ timeZone, fromMs: ms(from), toMs: ms(to) });
const shown = ({ fromMs, toMs }: Range) => [fromMs, toMs].map((instant) => new Date(instant).toISOString().replace(/(:00)?\.000Z$/, ''));

test.each([
  ['a month', 'UTC', '2026-03-01', '2026-04-01', ['2026-02-01T00:00', '2026-03-01T00:00']],
  ['a local month', 'Europe/Amsterdam', '2026-03-31T22:00Z', '2026-04-30T22:00Z', ['2026-02-28T23:00', '2026-03-31T22:00']],
  ["Grafana's month, which ends a millisecond early", 'UTC', '2026-03-01', '2026-03-31T23:59:59.999Z', ['2026-02-01T00:00', '2026-02-28T23:59:59.999Z']],
  ['a quarter', 'UTC', '2026-01-01', '2026-04-01', ['2025-10-01T00:00', '2026-01-01T00:00']],
  ['a year', 'UTC', '2025-01-01', '2026-01-01', ['2024-01-01T00:00', '2025-01-01T00:00']],
  ['a week over a change of clocks', 'Europe/Amsterdam', '2026-03-29T22:00Z', '2026-04-05T22:00Z', ['2026-03-22T23:00', '2026-03-29T22:00']],
  ['a day of 23 hours', 'Europe/Amsterdam', '2026-03-28T23:00Z', '2026-03-29T22:00Z', ['2026-03-27T23:00', '2026-03-28T23:00']],
  ['some hours', 'UTC', '2026-03-02T10:00Z', '2026-03-02T16:30Z', ['2026-03-02T03:30', '2026-03-02T10:00']],
  ['local hours over a change of clocks', 'Europe/Amsterdam', '2026-03-29T10:00Z', '2026-03-30T10:00Z', ['2026-03-28T11:00', '2026-03-29T10:00']],
  ['the doubled hour, whose local length is nothing', 'Europe/Amsterdam', '2026-10-25T00:30Z', '2026-10-25T01:15Z', ['2026-10-25T00:30', '2026-10-25T00:30']],
])('the period before %s', (_name, zone, from, to, expected) => {
  expect(shown(previousPeriod(range(zone, from, to)))).toEqual(expected);
});

test.each([
  ['a month', 'UTC', '2026-03-01', '2026-04-01', ['2025-03-01T00:00', '2025-04-01T00:00']],
  ['a leap February', 'UTC', '2024-02-01', '2024-03-01', ['2023-02-01T00:00', '2023-03-01T00:00']],
  ["Grafana's February after a leap year", 'UTC', '2025-02-01', '2025-02-28T23:59:59.999Z', ['2024-02-01T00:00', '2024-02-29T23:59:59.999Z']],
  ['the leap day', 'UTC', '2024-02-29T10:00Z', '2024-02-29T12:00Z', ['2023-02-28T10:00', '2023-02-28T12:00']],
  ['local dates on either side of a change of clocks', 'Europe/Amsterdam', '2026-03-28T23:00Z', '2026-03-29T22:00Z', ['2025-03-28T23:00', '2025-03-29T23:00']],
])('last year, %s', (_name, zone, from, to, expected) => {
  expect(shown(samePeriodLastYear(range(zone, from, to)))).toEqual(expected);
});

test('the period before ends where the range starts, and never runs backwards', () => {
  const instant = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...ODD_ZONES), instant, fc.integer({ min: 1, max: 800 * DAY }), (timeZone, fromMs, length) => {
      const before = previousPeriod({ timeZone, fromMs, toMs: fromMs + length });
      expect(before.toMs).toBe(fromMs);
      expect(before.fromMs).toBeLessThanOrEqual(fromMs);
      // the same length, but for a change of clocks at either end (Apia's was a day)
      expect(Math.abs(before.toMs - before.fromMs - length)).toBeLessThanOrEqual(timeZone === 'Pacific/Apia' ? 2 * DAY : DAY / 8);
    })
  );
});
