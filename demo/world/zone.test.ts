import { HOUR } from '../units';
import { Zone } from './zone';

const zone = new Zone('Europe/Amsterdam', Date.parse('2025-01-01T00:00:00Z'), Date.parse('2026-12-31T00:00:00Z'));

test('offsets change at the very instant', () => {
  const change = Date.parse('2026-03-29T01:00:00Z');
  expect([zone.offsetAt(change - 1), zone.offsetAt(change)]).toEqual([HOUR, 2 * HOUR]);
  expect(zone.offsetAt(Date.parse('2025-10-26T01:00:00Z'))).toBe(HOUR);
});

test('a local time is the instant at which clocks show it', () => {
  for (const text of ['2026-03-28T09:00', '2026-03-29T09:00', '2026-03-29T00:30', '2025-10-26T12:00', '2026-07-01T23:59']) {
    const local = Date.parse(`${text}:00Z`);
    expect(zone.toLocal(zone.toInstant(local))).toBe(local);
  }
  expect(zone.hourAt(Date.parse('2026-07-01T22:10:00Z'))).toBe(0);
});
