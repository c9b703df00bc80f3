import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import type { Calendar } from '../../shared/calendar';
import { arbitraryCalendar } from './arbitrary-calendar.fixture';
import { parseDate, weekdayOf } from './local-date';
import { openIntervals } from './open-intervals';
import { DAY, MINUTE } from './units';
import { zoneOffsets } from './zone';

const ms = (text: string) => Date.parse(text);

/** The rules of docs/definitions.md applied the slow way: a list of what the local clock showed in each minute, searched from end to end. */
class MinuteByMinute {
  private readonly walls: number[] = [];

  constructor(timeZone: string, from: number, to: number) {
    for (let at = from; at < to; at += MINUTE) {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
      this.walls.push(Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) / MINUTE);
    }
  }

  open(one: Calendar): boolean[] {
    const open = this.walls.map(() => false);
    const days = [...new Set(this.walls.map((wall) => Math.floor(wall / 1440)))];
    const first = Math.min(...days);
    for (let day = first; day <= Math.max(...days); day++) {
      const on = one.exceptions.filter(({ date }) => parseDate(date) === day);
      const overrides = on.filter(({ kind }) => kind === 'override');
      const closed = on.some(({ kind, start }) => kind === 'holiday' || (kind === 'override' && start === null));
      const weekly = one.hours.filter(
        ({ weekday, validFrom, validTo }) =>
          weekday === weekdayOf(day) && (parseDate(validFrom ?? '') ?? -Infinity) <= day && day < (parseDate(validTo ?? '') ?? Infinity)
      );
      for (const { start, end } of closed ? [] : overrides.length > 0 ? overrides : weekly) {
        this.fill(open, day, start ?? '', end ?? '', true);
      }
    }
    for (const { date, kind, start, end } of one.exceptions) {
      if (kind === 'break') {
        this.fill(open, parseDate(date) ?? 0, start ?? '', end ?? '', false);
      }
    }
    return open;
  }

  private fill(open: boolean[], day: number, startText: string, endText: string, value: boolean): void {
    const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
    const start = day * 1440 + minutes(startText);
    const end = day * 1440 + minutes(endText) + (minutes(endText) <= minutes(startText) ? 1440 : 0);
    let begin = this.walls.indexOf(start);
    if (begin < 0 && minutes(startText) === 0) {
      begin = this.walls.findIndex((wall) => wall > start);
    }
    const second = this.walls.lastIndexOf(end);
    const finish = second >= 0 ? second : this.walls.findIndex((wall) => wall > end);
    for (let i = begin; begin >= 0 && i < finish; i++) {
      open[i] = value;
    }
  }
}

describe('agreement with the rules applied minute by minute around each kind of transition', () => {
  test.each([
    ['Europe/Amsterdam', '2026-03-29T01:00Z', 'an hour skipped at night'],
    ['America/New_York', '2026-11-01T06:00Z', 'an hour doubled at night'],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 'half an hour skipped'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', 'half an hour doubled'],
    ['Asia/Kathmandu', '1985-12-31T18:30Z', 'a quarter of an hour skipped at midnight'],
    ['America/Sao_Paulo', '2018-11-04T03:00Z', 'the hour after midnight skipped'],
    ['America/Sao_Paulo', '2018-02-18T02:00Z', 'the hour before midnight doubled'],
    ['Africa/Cairo', '2026-04-23T22:00Z', 'the hour after midnight skipped'],
    ['America/Havana', '2026-11-01T05:00Z', 'the hour after midnight doubled'],
    ['America/St_Johns', '2010-11-07T02:31Z', 'an hour around midnight doubled'],
    ['Pacific/Apia', '2011-12-30T10:00Z', 'a date skipped'],
  ])('%s %s: %s', (timeZone, at) => {
    expect(zoneOffsets(timeZone, ms(at) - 1, ms(at) + 1)).toHaveLength(2);
    const middle = Math.floor(ms(at) / DAY) * DAY;
    // wider than what is compared, so that shifts which opened before it are whole
    const slow = new MinuteByMinute(timeZone, middle - 5 * DAY, middle + 5 * DAY);
    const [from, to] = [middle - 2 * DAY, middle + 2 * DAY];
    fc.assert(
      fc.property(arbitraryCalendar(timeZone, middle / DAY - 2, 4), (one) => {
        const expected = slow.open(one).slice(3 * 1440, 7 * 1440);
        const actual = expected.map(() => false);
        for (const { start, end } of openIntervals(one, from, to)) {
          actual.fill(true, (start - from) / MINUTE, (end - from) / MINUTE);
        }
        expect(actual.findIndex((value, i) => value !== expected[i])).toBe(-1);
      }),
      { numRuns: 60 }
    );
  });
});
