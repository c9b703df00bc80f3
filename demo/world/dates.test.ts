import { dateText, dayOf, easter, nthWeekday, weekdayOf } from './dates';

test('Easter falls when the church says', () => {
  expect([2019, 2024, 2025, 2026, 2038].map((year) => dateText(easter(year)))).toEqual(['2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25']);
});

test('weekdays begin with Monday', () => {
  expect([weekdayOf(dayOf(1970, 1, 1)), weekdayOf(dayOf(2026, 3, 29)), weekdayOf(dayOf(2026, 3, 30))]).toEqual([4, 7, 1]);
});

test('the n-th weekday of a month, from its start or its end', () => {
  // Thanksgiving 2025, Memorial Day 2026, the first Wednesday of April 2026
  expect([nthWeekday(2025, 11, 4, 4), nthWeekday(2026, 5, 1, -1), nthWeekday(2026, 4, 3, 1)].map(dateText)).toEqual(['2025-11-27', '2026-05-25', '2026-04-01']);
});
