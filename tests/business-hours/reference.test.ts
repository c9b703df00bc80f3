import { BusinessClock } from './business-clock';
import { calendarOf } from './case-calendar';
import { calendarsOf, questionOf } from './case-question';
import { type Case, caseFiles, instant, pausesOf, unread } from './cases';
import { expectDue, expectSeconds } from './expect-case';
import { byReference } from './question';
import { calendarProblems } from '../../src/backend/calendar/check-calendar';

function check(one: Case): void {
  expect(unread(one)).toEqual([]);
  expect(calendarsOf(one).flatMap(calendarProblems)).toEqual([]);
  if (one.op === 'elapsed_segments') {
    return expectSeconds(one, (byReference(questionOf(one)).elapsed ?? 0) / 1000);
  }
  const clock = new BusinessClock(calendarOf(one.calendar, one.id));
  switch (one.op) {
    case 'is_open':
      return expect(clock.isOpen(instant(one.at))).toBe(one.expected);
    case 'elapsed':
      return expectSeconds(one, clock.elapsedMs(instant(one.from), instant(one.to), pausesOf(one)) / 1000);
    case 'deadline':
      return expectDue(one, clock.deadline(instant(one.from), one.add_seconds * 1000, pausesOf(one)));
  }
}

describe.each(caseFiles())('business-hours cases of %s', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one.name, one] as const))('%s %s', (_id, _name, one) => check(one));
});
