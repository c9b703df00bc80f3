import { EVERYTHING } from '../../testing/columns-read';
import { calendarDoubts, holidaysOf, hoursOf } from './calendars';

const HASH = '!ruby/hash:ActiveSupport::HashWithIndifferentAccess';
const day = (name: string, active: boolean, ...frames: ReadonlyArray<readonly [string, string]>): string =>
  `${name}: ${HASH}\n  active: ${active}\n  timeframes:\n${frames.map(([from, to]) => `  - - '${from}'\n    - '${to}'\n`).join('')}`;
const calendar = (hours: string | null, holidays: string | null = null) => ({ id: '7', business_hours: hours, public_holidays: holidays });

test('hours in YAML as Rails writes it: inactive days have none, 23:59 is the end of the day', () => {
  const text = `--- ${HASH}\n${day('mon', true, ['09:00', '12:00'], ['13:00', '17:00'])}${day('sat', false, ['10:00', '16:00'])}${day('sun', true, ['00:00', '23:59'])}`;
  expect(hoursOf(calendar(text)).map(({ calendar_id: id, weekday, start, end }) => [id, weekday, start, end])).toEqual([
    ['calendar-7', 1, '09:00', '12:00'],
    ['calendar-7', 1, '13:00', '17:00'],
    ['calendar-7', 7, '00:00', '24:00'],
  ]);
});

test('the same in JSON, as later versions may keep it', () => {
  expect(hoursOf(calendar('{"tue":{"active":true,"timeframes":[["9:00","17:00"]]}}'))).toEqual([
    { calendar_id: 'calendar-7', weekday: 2, start: '9:00', end: '17:00' },
  ]);
});

test('holidays: neither what is not active nor what was taken out again', () => {
  const text = [
    `--- ${HASH}`,
    `'2026-04-06': ${HASH}`,
    '  active: true',
    '  summary: Easter Monday',
    `'2026-04-27': ${HASH}`,
    '  active: false',
    `'2026-05-05': ${HASH}`,
    '  active: true',
    '  removed: true',
    '',
  ].join('\n');
  expect(holidaysOf(calendar(null, text))).toEqual([{ calendar_id: 'calendar-7', date: '2026-04-06', kind: 'holiday' }]);
});

test('nothing is nothing', () => {
  expect([hoursOf(calendar(null)), hoursOf(calendar('--- {}\n')), holidaysOf(calendar(null, ''))]).toEqual([[], [], []]);
});

test.each([
  ['[1', null, /^The business hours of calendar-7 cannot be read, so that it has none: /],
  ['{"mon":{"active":true,"timeframes":[["9 am","5 pm"]]}}', null, /"mon" has the times \["9 am","5 pm"\]\.$/],
  ['{"lundi":{"active":true,"timeframes":[]}}', null, /It has a day "lundi"\.$/],
  [null, '{"Easter":{"active":true}}', /^The holidays of calendar-7 cannot be read, so that it has none: It has a day "Easter"\.$/],
])('what cannot be read is said: %s %s', (hours, holidays, said) => {
  const here = { ...EVERYTHING, documents: () => [calendar(hours, holidays)] };
  expect(calendarDoubts(here)).toEqual([expect.stringMatching(said)]);
});
