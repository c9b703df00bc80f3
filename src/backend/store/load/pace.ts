import { earliestLoad, nextRefresh, nextRetry, type PaceOptions } from './next-load';
import { SeenClock } from './seen-clock';

/** When a store loads next. Instants are epoch milliseconds. */
export class Pace {
  private next: number | null = null;
  private failures = 0;
  /** Before this instant another load would make loading take more than half of the time. */
  private restedAt = 0;
  /** Somebody has asked while nothing was planned yet. */
  private isAsked = false;
  private readonly clock = new SeenClock();

  constructor(private readonly options: PaceOptions) {}

  /** When the next load begins; null where none is planned yet, which is at once. */
  get nextAt(): number | null {
    return this.next;
  }

  /** Milliseconds until the next load, 0 where it is due. A clock that was put back takes what was planned with it: else nothing would be read until it has caught up. */
  wait(now: number): number {
    const back = this.clock.look(now);
    this.restedAt -= back;
    this.next = this.next === null ? null : this.next - back;
    return Math.max(0, (this.next ?? 0) - now);
  }

  /** Whether it is time to load. */
  isDue(now: number): boolean {
    return this.wait(now) === 0;
  }

  /** Plans the load after one that succeeded. */
  loaded({ loadedAt, durationMs }: { readonly loadedAt: number; readonly durationMs: number }, now: number): void {
    // a clock that was ahead when it was loaded must not put the next one off
    const beganAt = Math.min(loadedAt, now);
    this.failures = 0;
    this.clock.look(now);
    this.next = nextRefresh(beganAt, durationMs, this.options);
    this.restedAt = earliestLoad(beganAt, durationMs);
  }

  /** Plans the load after one that failed. */
  failed(now: number, durationMs: number): void {
    this.failures++;
    this.clock.look(now);
    this.next = nextRetry(now, durationMs, this.failures, this.options);
    this.restedAt = earliestLoad(now - durationMs, durationMs);
  }

  /** Somebody asks for a load: as soon as loading then takes no more than half of the time. */
  asked(now: number): void {
    this.wait(now);
    this.isAsked ||= this.next === null;
    this.next = this.next === null ? null : Math.min(this.next, Math.max(now, this.restedAt));
  }

  /** What a former process left has been looked at: whoever asked before that has not been forgotten. */
  begun(now: number): void {
    if (this.isAsked) {
      this.asked(now);
    }
  }

  /** What was loaded is lost: a load at once, whatever the last one cost. */
  hurry(now: number): void {
    this.clock.look(now);
    this.next = now;
  }
}
