import { CalendarError, parseCalendar } from './parse-calendar';

const sound = {
  id: 'nl',
  name: 'Netherlands',
  timeZone: 'Europe/Amsterdam',
  hours: [{ weekday: 1, start: '22:00', end: '24:00', validFrom: '2026-01-01', validTo: null }],
  exceptions: [
    { date: '2026-12-25', kind: 'holiday', start: null, end: null },
    { date: '2026-12-24', kind: 'override', start: '09:00', end: '12:00' },
    { date: '2026-12-23', kind: 'break', start: '12:00', end: '13:00' },
  ],
};

test('a sound calendar comes back frozen', () => {
  expect(parseCalendar(sound)).toEqual(sound);
  expect(Object.isFrozen(parseCalendar(sound).hours[0])).toBe(true);
});

test('what may be left out becomes null', () => {
  const {
    hours: [row],
    exceptions: [first],
  } = parseCalendar({
    ...sound,
    hours: [{ weekday: 7, start: '09:00', end: '17:00' }],
    exceptions: [{ date: '2026-12-25', kind: 'holiday' }],
  });
  expect([row.validFrom, row.validTo, first.start, first.end]).toEqual([null, null, null, null]);
});

test('what is wrong with a calendar is thrown', () => {
  const broken = { ...sound, hours: [{ ...sound.hours[0], weekday: 9, start: 'noon' }], timeZone: 'Mars' };
  expect(() => parseCalendar(broken)).toThrow(CalendarError);
});
