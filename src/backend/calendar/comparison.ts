import { Temporal } from 'temporal-polyfill';

import { firstOfMonth, formatDate, monthOf } from './local-date';
import { DAY } from './units';
import { WallClock } from './wall-clock';

/** A range [fromMs, toMs) in epoch ms, read in a zone. */
export interface LocalRange {
  fromMs: number;
  toMs: number;
  timeZone: string;
}

/** A range [fromMs, toMs) in epoch ms. */
export interface Range {
  fromMs: number;
  toMs: number;
}

/** Farther than any shift reaches beyond the range it starts from, up to its own length. */
const MARGIN = 400 * DAY;

/**
 * The range before: as many whole months before whole months, as many whole days before whole days, otherwise the same length
 * on the local clock immediately before.
 */
export function previousPeriod(range: LocalRange): Range {
  const { fromMs, toMs, tail } = wholeEnd(range);
  const clock = new WallClock(range.timeZone, fromMs - (toMs - fromMs) - MARGIN, toMs + MARGIN);
  const fromDay = wholeDay(clock, fromMs);
  const toDay = wholeDay(clock, toMs);
  if (fromDay !== null && toDay !== null && fromDay < toDay) {
    return { fromMs: clock.startOfDay(dayBefore(fromDay, toDay)), toMs: fromMs - tail };
  }
  const wall = 2 * clock.wallAt(fromMs) - clock.wallAt(toMs);
  // an hour that the clocks repeat can make the local length negative
  return { fromMs: Math.min(clock.first(wall) ?? clock.last(wall), fromMs), toMs: fromMs };
}

/** The same local dates and times one calendar year earlier (29 February becomes the 28th). */
export function samePeriodLastYear(range: LocalRange): Range {
  const { fromMs, toMs, tail } = wholeEnd(range);
  const clock = new WallClock(range.timeZone, fromMs - MARGIN, toMs);
  return { fromMs: yearBefore(fromMs, clock), toMs: yearBefore(toMs, clock) - tail };
}

/** Grafana ends "last month" at 23:59:59.999: for shifting, that is the next midnight, less a tail of one millisecond. */
function wholeEnd({ fromMs, toMs, timeZone }: LocalRange): Range & { tail: number } {
  const clock = new WallClock(timeZone, toMs, toMs + DAY);
  const tail = wholeDay(clock, toMs) === null && wholeDay(clock, toMs + 1) !== null ? 1 : 0;
  return { fromMs, toMs: toMs + tail, tail };
}

/** The local date (days since 1970-01-01) that begins at an instant, or null where none does. */
function wholeDay(clock: WallClock, instant: number): number | null {
  const day = clock.dayAt(instant);
  return clock.startOfDay(day) === instant ? day : null;
}

function dayBefore(fromDay: number, toDay: number): number {
  const fromMonth = monthOf(fromDay);
  const toMonth = monthOf(toDay);
  if (fromDay === firstOfMonth(fromMonth) && toDay === firstOfMonth(toMonth)) {
    return firstOfMonth(2 * fromMonth - toMonth);
  }
  return 2 * fromDay - toDay;
}

function yearBefore(instant: number, clock: WallClock): number {
  const wall = clock.wallAt(instant);
  const day = Math.floor(wall / DAY);
  const date = Temporal.PlainDate.from(formatDate(day)).subtract({ years: 1 });
  const earlier = Date.UTC(date.year, date.month - 1, date.day) + (wall - day * DAY);
  return clock.first(earlier) ?? clock.last(earlier);
}
