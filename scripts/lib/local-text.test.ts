import { localText } from './local-text';

it.each([
  ['2026-03-29T00:59:59.999Z', 'Europe/Amsterdam', '2026-03-29 01:59'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Amsterdam', '2026-03-29 03:00'],
  ['2026-12-31T23:30:00.000Z', 'UTC', '2026-12-31 23:30'],
  ['2026-12-31T23:30:00.000Z', 'Asia/Kolkata', '2027-01-01 05:00'],
  ['2026-06-01T04:00:00.000Z', 'America/New_York', '2026-06-01 00:00'],
])('%s is shown in %s as %s', (at, zone, text) => {
  expect(localText(Date.parse(at), zone)).toBe(text);
});
