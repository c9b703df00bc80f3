import { lastAtOrBefore } from '../../src/backend/calendar/binary-search';
import type { Calendar } from '../../src/shared/calendar';
import { type Interval, union } from '../../src/backend/calendar/intervals';
import { openIntervals } from '../../src/backend/calendar/open-intervals';
import { YEAR } from '../../src/backend/calendar/units';

/** F counts from here whatever is asked first, so that its values can be compared between calls. */
const ORIGIN = Date.UTC(2020, 0, 1);

/** Outside these years nothing is open: one mistyped date must not cost the expansion of millennia. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** How far ahead a deadline is looked for before it is called never. */
const HORIZON = 30 * YEAR;

/** Business time of one calendar: F(t) counts the open milliseconds before t from a fixed origin. A null calendar is open 24/7. */
export class BusinessClock {
  private lo = ORIGIN;
  private hi = ORIGIN;
  /** F(lo) and F(hi). */
  private base = 0;
  private total = 0;
  private starts = new Float64Array(0);
  private ends = new Float64Array(0);
  /** F at each of `starts`. */
  private sums = new Float64Array(0);

  constructor(private readonly calendar: Calendar | null) {}

  /** Open milliseconds from a fixed origin to an instant (epoch ms), negative before it; t itself for 24/7. */
  F(t: number): number {
    if (this.calendar === null || Number.isNaN(t)) {
      return t;
    }
    this.cover(t, this.calendar);
    const i = lastAtOrBefore(this.starts, t);
    return i < 0 ? this.base : this.sums[i] + Math.min(t, this.ends[i]) - this.starts[i];
  }

  /** Open milliseconds in [fromMs, toMs) outside the pauses; 0 where reversed. */
  elapsedMs(fromMs: number, toMs: number, pauses: readonly Interval[] = []): number {
    if (!(fromMs < toMs)) {
      return 0;
    }
    let elapsed = this.F(toMs) - this.F(fromMs);
    for (const pause of union(pauses)) {
      const start = Math.max(pause.start, fromMs);
      const end = Math.min(pause.end, toMs);
      if (start < end) {
        elapsed -= this.F(end) - this.F(start);
      }
    }
    return elapsed;
  }

  /**
   * The earliest instant at which `addMs` of open, unpaused time have passed since `fromMs`; null = never (in 30 years). Adding 0
   * gives `fromMs` itself where open and unpaused, else rolls to the next opening.
   */
  deadline(fromMs: number, addMs: number, pauses: readonly Interval[] = []): number | null {
    if (!Number.isFinite(fromMs) || !Number.isFinite(addMs)) {
      return null;
    }
    let at = fromMs;
    let left = Math.max(0, addMs);
    for (const pause of union(pauses)) {
      if (pause.end <= at) {
        continue;
      }
      const due = this.advance(at, left);
      if (due !== null && (due < pause.start || (due === pause.start && left > 0))) {
        return due;
      }
      if (pause.end === Infinity) {
        return null;
      }
      left -= this.elapsedMs(at, pause.start);
      at = pause.end;
    }
    return this.advance(at, left);
  }

  /** Whether the calendar is open at an instant (epoch ms); no longer at the instant of closing. */
  isOpen(at: number): boolean {
    if (this.calendar === null) {
      return true;
    }
    this.cover(at, this.calendar);
    const i = lastAtOrBefore(this.starts, at);
    return i >= 0 && at < this.ends[i];
  }

  /** The deadline without regard to pauses. */
  private advance(fromMs: number, addMs: number): number | null {
    if (this.calendar === null) {
      return fromMs + addMs;
    }
    if (addMs === 0 && this.isOpen(fromMs)) {
      return fromMs;
    }
    const wanted = this.F(fromMs) + addMs;
    const limit = fromMs + HORIZON;
    // a deadline exactly at closing stays at closing; zero needs an opening after it
    while (addMs > 0 ? this.total < wanted : this.total <= wanted) {
      if (this.hi >= Math.min(limit, LATEST)) {
        return null;
      }
      this.cover(this.hi, this.calendar);
    }
    const i = addMs > 0 ? lastBefore(this.sums, wanted) : lastAtOrBefore(this.sums, wanted);
    const due = this.starts[i] + (wanted - this.sums[i]);
    return due <= limit ? due : null;
  }

  /** Expands the calendar until it holds `t`, each time by at least as much as is already there. */
  private cover(t: number, calendar: Calendar): void {
    const step = Math.max(2 * YEAR, this.hi - this.lo);
    if (t >= this.hi && this.hi < LATEST) {
      const hi = Math.min(LATEST, Math.max(this.hi + step, t + YEAR));
      this.append(openIntervals(calendar, this.hi, hi));
      this.hi = hi;
    } else if (t < this.lo && this.lo > EARLIEST) {
      const lo = Math.max(EARLIEST, Math.min(this.lo - step, t - YEAR));
      this.prepend(openIntervals(calendar, lo, this.lo));
      this.lo = lo;
    }
  }

  private append(open: readonly Interval[]): void {
    const { starts, ends, sums, total } = runningSums(open, this.total);
    this.starts = joined(this.starts, starts);
    this.ends = joined(this.ends, ends);
    this.sums = joined(this.sums, sums);
    this.total = total;
  }

  private prepend(open: readonly Interval[]): void {
    this.base -= open.reduce((sum, { start, end }) => sum + end - start, 0);
    const { starts, ends, sums } = runningSums(open, this.base);
    this.starts = joined(starts, this.starts);
    this.ends = joined(ends, this.ends);
    this.sums = joined(sums, this.sums);
  }
}

function runningSums(open: readonly Interval[], base: number) {
  const sums = new Float64Array(open.length);
  let total = base;
  open.forEach(({ start, end }, i) => {
    sums[i] = total;
    total += end - start;
  });
  return { starts: Float64Array.from(open, ({ start }) => start), ends: Float64Array.from(open, ({ end }) => end), sums, total };
}

function joined(head: Float64Array, tail: Float64Array) {
  const both = new Float64Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

/** The last index whose value is strictly below `value` in an ascending array, or -1 where none is. */
function lastBefore(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
