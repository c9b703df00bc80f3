import { DAY, MINUTE } from '../units';

/** A time zone over a span of years: its offsets, read once from Intl. A local time is the same number of ms read off a clock there. */
export class Zone {
  private readonly from: number[] = [];
  private readonly offsets: number[] = [];
  private readonly format: Intl.DateTimeFormat;
  private last = 0;

  constructor(
    readonly name: string,
    start: number,
    end: number
  ) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    this.add(-Infinity, this.ask(start));
    for (let at = start; at < end; at += DAY) {
      if (this.ask(at + DAY) !== this.ask(at)) {
        this.add(this.transition(at, at + DAY), this.ask(at + DAY));
      }
    }
  }

  offsetAt(instant: number): number {
    // most questions are about the same half year as the one before
    if (instant < this.from[this.last] || instant >= (this.from[this.last + 1] ?? Infinity)) {
      this.last = this.from.findLastIndex((from) => from <= instant);
    }
    return this.offsets[this.last];
  }

  toLocal(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The instant of a local time; a time that does not exist moves by the hour that is missing. */
  toInstant(local: number): number {
    return local - this.offsetAt(local - this.offsetAt(local - this.offsetAt(local)));
  }

  /** The local hour, 0–23. */
  hourAt(instant: number): number {
    return Math.floor((this.toLocal(instant) % DAY) / (60 * MINUTE));
  }

  private add(from: number, offset: number): void {
    this.from.push(from);
    this.offsets.push(offset);
  }

  /** The minute between two instants at which the offset changes. */
  private transition(before: number, after: number): number {
    const offset = this.ask(before);
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
      if (middle <= before) {
        break;
      }
      if (this.ask(middle) === offset) {
        before = middle;
      } else {
        after = middle;
      }
    }
    return Math.ceil(after / MINUTE) * MINUTE;
  }

  private ask(instant: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(instant)) {
      part[type] = Number(value);
    }
    const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
    return local - Math.floor(instant / 1000) * 1000;
  }
}
