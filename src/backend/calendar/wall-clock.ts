import { lastAtOrBefore } from './binary-search';
import { DAY } from './units';
import { zoneTable, type ZoneTable } from './zone';

/** Wall times of a zone ↔ instants, for ranges within [fromMs, toMs) and a few days around it (epoch ms). */
export class WallClock {
  private readonly table: ZoneTable;

  constructor(timeZone: string, fromMs: number, toMs: number) {
    this.table = zoneTable(timeZone, fromMs, toMs);
  }

  /** The wall time (naive ms) that a local clock shows at an instant (epoch ms). */
  wallAt(instant: number): number {
    return instant + this.table.offset[this.segmentAt(instant)];
  }

  /** The local date (days since 1970-01-01) at an instant (epoch ms). */
  dayAt(instant: number): number {
    return Math.floor(this.wallAt(instant) / DAY);
  }

  /** The instant (epoch ms) of a wall time, its first where it is doubled, null where it falls in a gap. */
  first(wall: number): number | null {
    const { from, offset } = this.table;
    for (let i = this.segmentAt(wall - DAY); i < from.length && from[i] <= wall + DAY; i++) {
      const instant = wall - offset[i];
      if (instant >= from[i] && instant < this.segmentEnd(i)) {
        return instant;
      }
    }
    return null;
  }

  /** The instant (epoch ms) of a wall time, its second where it is doubled, the transition where it falls in a gap. */
  last(wall: number): number {
    const { from, offset } = this.table;
    let found = Infinity;
    for (let i = this.segmentAt(wall - DAY); i < from.length && from[i] <= wall + DAY; i++) {
      const instant = wall - offset[i];
      if (instant < from[i] && found === Infinity) {
        // already past when the segment before ended: skipped by this transition
        return from[i];
      }
      if (instant >= from[i] && instant < this.segmentEnd(i)) {
        found = instant;
      }
    }
    return found;
  }

  /** The first instant (epoch ms) of a local date (days since 1970-01-01), whether or not its midnight exists. */
  startOfDay(day: number): number {
    return this.first(day * DAY) ?? this.last(day * DAY);
  }

  private segmentAt(instant: number): number {
    return Math.max(0, lastAtOrBefore(this.table.from, instant));
  }

  private segmentEnd(segment: number): number {
    return segment + 1 < this.table.from.length ? this.table.from[segment + 1] : Infinity;
  }
}
