import { instantOf } from './time-words';

const NOW = Date.parse('2026-04-01T12:00:00Z');

it.each([
  ['now', '2026-04-01T12:00:00.000Z'],
  ['now-30d', '2026-03-02T12:00:00.000Z'],
  ['2026-03-28', '2026-03-27T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-03-28 07:52', '2026-03-28T06:52:00.000Z'],
  ['2026-03-28T07:52:45', '2026-03-28T06:52:45.000Z'],
  ['2026-03-28T07:52:45Z', '2026-03-28T07:52:45.000Z'],
  ['2026-03-28T07:52:45+05:30', '2026-03-28T02:22:45.000Z'],
  ['1774684365000', '2026-03-28T07:52:45.000Z'],
])('%s is %s by the clocks of Amsterdam', (words, instant) => {
  expect(new Date(instantOf(words, NOW, 'Europe/Amsterdam')).toISOString()).toBe(instant);
});

it.each(['yesterday', '2026-13-01', 'now-3x', '2026-03-28T25:00Z'])('%s is no time', (words) => {
  expect(() => instantOf(words, NOW, 'UTC')).toThrow(`"${words}" is not a time: use now, now-30d, 2026-03-28, 2026-03-28 07:52 or 2026-03-28T07:52:45Z.`);
});
