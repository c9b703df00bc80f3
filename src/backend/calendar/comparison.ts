import { firstOfMonth, monthsBefore, monthOf } from './local-date';
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

/** Farther than any shift reaches beyond the range it starts from, up to its own length: whole years are looked back by whole years. */
const MARGIN = 800 * DAY;

/** How far back a comparison looks on the local calendar; `wallMs` where the range is no whole number of days. */
export type Shift = { readonly years: number } | { readonly months: number } | { readonly days: number } | { readonly wallMs: number };

/**
 * The range before: as many whole months before whole months, as many whole days before whole days, otherwise the same length
 * on the local clock immediately before.
 */
export function previousPeriod(range: LocalRange): Range {
  const { fromMs, toMs, tail } = wholeEnd(range);
  const clock = clockAround(range);
  const shift = periodShift(range);
  if (!('wallMs' in shift)) {
    return { fromMs: shiftedBack(fromMs, shift, clock), toMs: fromMs - tail };
  }
  const wall = 2 * clock.wallAt(fromMs) - clock.wallAt(toMs);
  // an hour that the clocks repeat can make the local length negative
  return { fromMs: Math.min(clock.first(wall) ?? clock.last(wall), fromMs), toMs: fromMs };
}

/** How far before a range the previous period lies. */
export function periodShift(range: LocalRange): Shift {
  const { fromMs, toMs } = wholeEnd(range);
  const clock = clockAround(range);
  const [from, to] = [wholeDay(clock, fromMs), wholeDay(clock, toMs)];
  if (from === null || to === null || from >= to) {
    return { wallMs: clock.wallAt(toMs) - clock.wallAt(fromMs) };
  }
  const [fromMonth, toMonth] = [monthOf(from), monthOf(to)];
  return from === firstOfMonth(fromMonth) && to === firstOfMonth(toMonth) ? { months: toMonth - fromMonth } : { days: to - from };
}

/** The same local dates and times one calendar year earlier (29 February becomes the 28th). */
export function samePeriodLastYear(range: LocalRange): Range {
  return shiftedRange(range, { years: 1 });
}

/** A range moved back on the local calendar. */
export function shiftedRange(range: LocalRange, shift: Shift): Range {
  const { fromMs, toMs, tail } = wholeEnd(range);
  const clock = clockAround(range);
  return { fromMs: shiftedBack(fromMs, shift, clock), toMs: shiftedBack(toMs, shift, clock) - tail };
}

/** A clock for a range and everything that a comparison with it can reach. */
export function clockAround(range: LocalRange): WallClock {
  const { fromMs, toMs } = reach(range);
  return new WallClock(range.timeZone, fromMs, toMs);
}

/** A range with everything that its buckets and a comparison with it can reach. */
export function reach({ fromMs, toMs }: Range): Range {
  return { fromMs: fromMs - (toMs - fromMs) - MARGIN, toMs: toMs + MARGIN };
}

/** The instant that a local clock and calendar showed so much earlier. */
function shiftedBack(instant: number, shift: Shift, clock: WallClock): number {
  const earlier = wallBack(instant, shift, clock);
  return clock.first(earlier) ?? clock.last(earlier);
}

/** The wall time so much earlier, which may be in a gap; a date that its month lacks becomes the month's last. */
export function wallBack(instant: number, shift: Shift, clock: WallClock): number {
  const wall = clock.wallAt(instant);
  if ('wallMs' in shift) {
    return wall - shift.wallMs;
  }
  const day = Math.floor(wall / DAY);
  const earlier = 'days' in shift ? day - shift.days : monthsBefore(day, 'years' in shift ? 12 * shift.years : shift.months);
  return earlier * DAY + (wall - day * DAY);
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
