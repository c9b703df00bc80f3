import { lastAtOrBefore, lastBefore } from './binary-search';
import type { Calendar, Interval } from './calendar';
import { union } from './intervals';
import { openIntervals } from './open-intervals';
import { YEAR } from './units';

/** How far ahead a deadline is looked for before it is called never. */
const HORIZON = 30 * YEAR;

/** Business time of one calendar: F(t) counts the open milliseconds before t from a fixed origin. A null calendar is open 24/7. */
export class BusinessClock {
  private from = 0;
  private to = 0;
  private starts = new Float64Array(0);
  private ends = new Float64Array(0);
  private sums = new Float64Array(0);

  constructor(private readonly calendar: Calendar | null) {}

  /** Open milliseconds in [fromMs, toMs) outside the pauses; 0 where reversed. */
  elapsedMs(fromMs: number, toMs: number, pauses: readonly Interval[] = []): number {
    if (!(fromMs < toMs)) {
      return 0;
    }
    const paused = union(pauses.map(({ start, end }) => ({ start: Math.max(start, fromMs), end: Math.min(end, toMs) })));
    return paused.reduce((sum, { start, end }) => sum - this.between(start, end), this.between(fromMs, toMs));
  }

  /** The earliest instant at which `addMs` of open, unpaused time have passed since `fromMs`; null = never. Adding 0 outside hours rolls to the next opening. */
  deadline(fromMs: number, addMs: number, pauses: readonly Interval[] = []): number | null {
    let budget = addMs;
    let at = fromMs;
    for (const pause of union(pauses).filter(({ end }) => end > fromMs)) {
      const worked = this.between(at, Math.max(at, pause.start));
      if (worked >= budget && budget > 0) {
        return this.advance(at, budget);
      }
      budget -= worked;
      at = Math.max(at, pause.end);
    }
    return Number.isFinite(at) ? this.advance(at, budget) : null;
  }

  /** Whether the calendar is open at an instant (epoch ms). */
  isOpen(at: number): boolean {
    if (this.calendar === null) {
      return true;
    }
    this.cover(at, at + 1);
    const i = lastAtOrBefore(this.starts, at);
    return i >= 0 && at < this.ends[i];
  }

  private between(fromMs: number, toMs: number): number {
    if (this.calendar === null) {
      return toMs - fromMs;
    }
    this.cover(fromMs, toMs);
    return this.f(toMs) - this.f(fromMs);
  }

  private advance(fromMs: number, addMs: number): number | null {
    if (this.calendar === null) {
      return fromMs + addMs;
    }
    for (let ahead = YEAR; ahead <= HORIZON; ahead *= 2) {
      this.cover(fromMs, fromMs + ahead);
      const wanted = this.f(fromMs) + addMs;
      // earliest: a deadline exactly at closing stays at closing; zero rolls to the next opening
      const i = addMs > 0 ? lastBefore(this.sums, wanted) : this.openingAtOrAfter(fromMs);
      if (i >= 0 && i < this.starts.length && (addMs === 0 || wanted <= this.sums[i] + this.ends[i] - this.starts[i])) {
        return addMs > 0 ? this.starts[i] + wanted - this.sums[i] : Math.max(fromMs, this.starts[i]);
      }
    }
    return null;
  }

  private openingAtOrAfter(at: number): number {
    return lastAtOrBefore(this.ends, at) + 1;
  }

  private f(at: number): number {
    const i = lastAtOrBefore(this.starts, at);
    return i < 0 ? 0 : this.sums[i] + Math.min(at, this.ends[i]) - this.starts[i];
  }

  /** Expands the calendar over at least [fromMs, toMs). */
  private cover(fromMs: number, toMs: number): void {
    if (this.calendar === null || (this.to > this.from && this.from <= fromMs && toMs <= this.to)) {
      return;
    }
    const known = this.to > this.from;
    this.from = Math.min(fromMs - YEAR / 4, known ? this.from : Infinity);
    this.to = Math.max(toMs + YEAR / 4, known ? this.to : -Infinity);
    const open = openIntervals(this.calendar, this.from, this.to);
    this.starts = Float64Array.from(open, ({ start }) => start);
    this.ends = Float64Array.from(open, ({ end }) => end);
    let sum = 0;
    this.sums = Float64Array.from(open, ({ start, end }) => {
      sum += end - start;
      return sum - (end - start);
    });
  }
}
