import { calendarProblems } from './check-calendar';

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
const hours = (row: object) => ({ ...sound, hours: [{ ...sound.hours[0], ...row }] });
const exception = (row: object) => ({ ...sound, exceptions: [{ ...sound.exceptions[2], ...row }] });

test('a sound calendar has no problems', () => {
  expect(calendarProblems(sound)).toEqual([]);
});

test.each([
  [{ ...sound, timeZone: 'Europe/Amsterdm' }, 'timeZone "Europe/Amsterdm" is not an IANA time zone such as Europe/Amsterdam; did you mean Europe/Amsterdam?'],
  [{ ...sound, timeZone: undefined }, 'timeZone (missing) is not an IANA time zone such as Europe/Amsterdam.'],
  [{ ...sound, timezone: 'UTC' }, 'field "timezone" is not known here; did you mean timeZone?'],
  [{ ...sound, hours: null }, 'hours null is not a list.'],
  [{ ...sound, hours: ['monday'] }, 'hours[0] "monday" is not an object.'],
  [hours({ weekday: 0 }), 'hours[0].weekday 0 is not a number from 1 (Monday) to 7 (Sunday); did you mean 7?'],
  [hours({ weekday: 8 }), 'hours[0].weekday 8 is not a number from 1 (Monday) to 7 (Sunday).'],
  [hours({ weekday: 'Tue' }), 'hours[0].weekday "Tue" is not a number from 1 (Monday) to 7 (Sunday); did you mean 2?'],
  [hours({ weekday: '3' }), 'hours[0].weekday "3" is not a number from 1 (Monday) to 7 (Sunday); did you mean 3?'],
  [hours({ start: '9:00' }), 'hours[0].start "9:00" is not a time from 00:00 to 23:59; did you mean 09:00?'],
  [hours({ start: '24:00' }), 'hours[0].start "24:00" is not a time from 00:00 to 23:59.'],
  [hours({ end: '17:30:00' }), 'hours[0].end "17:30:00" is not a time from 00:00 to 24:00; did you mean 17:30?'],
  [hours({ end: '24:30' }), 'hours[0].end "24:30" is not a time from 00:00 to 24:00.'],
  [hours({ end: null }), 'hours[0].end null is not a time from 00:00 to 24:00.'],
  [hours({ validTo: '2026-02-30' }), 'hours[0].validTo "2026-02-30" is not a date such as 2026-03-28; did you mean 2026-02-28?'],
  [hours({ valid_to: null }), 'hours[0].field "valid_to" is not known here; did you mean validTo?'],
  [exception({ kind: 'holliday' }), 'exceptions[0].kind "holliday" is not holiday, override or break; did you mean holiday?'],
  [exception({ date: '2026/1/2' }), 'exceptions[0].date "2026/1/2" is not a date such as 2026-03-28; did you mean 2026-01-02?'],
  [exception({ date: '02-01-2026' }), 'exceptions[0].date "02-01-2026" is not a date such as 2026-03-28.'],
  [exception({ start: null }), 'exceptions[0].start null is not a time, which a break needs.'],
])('problem %#', (calendar, problem) => {
  expect(calendarProblems(calendar)).toEqual([`Calendar "nl": ${problem}`]);
});

test('every problem is named at once', () => {
  const broken = { ...hours({ weekday: 9, start: 'noon' }), timeZone: 'Mars' };
  expect(calendarProblems(broken)).toHaveLength(3);
  expect(calendarProblems(null)).toEqual(['Calendar "undefined": value null is not a calendar.']);
});
