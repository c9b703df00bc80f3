import type { Frequency } from '../../shared/words';
import { firstOfMonth, monthOf, weekdayOf } from './local-date';
import { DAY, HOUR, MINUTE } from './units';
import { WallClock } from './wall-clock';
import { zoneOffsets } from './zone';

/** The lengths of a bucket. */
export type BucketFrequency = Exclude<Frequency, 'auto'>;

/** Frequencies that cut an hour, and those that cut a day: how long a step on the local clock is. */
const OF_AN_HOUR: Partial<Record<BucketFrequency, number>> = { '15m': 15 * MINUTE, '30m': 30 * MINUTE, hour: HOUR };
const OF_A_DAY: Partial<Record<BucketFrequency, number>> = { '2h': 2 * HOUR, '4h': 4 * HOUR, '6h': 6 * HOUR, '12h': 12 * HOUR };

/** Whether a bucket is shorter than a day. */
export function isWithinDay(frequency: BucketFrequency): boolean {
  return frequency in OF_AN_HOUR || frequency in OF_A_DAY;
}

export interface BucketRange {
  /** Epoch ms; half-open. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly frequency: BucketFrequency;
  /** IANA zone of the report. */
  readonly timeZone: string;
  readonly weekStart: 'monday' | 'sunday' | 'saturday';
}

/** More buckets than a chart can show or a response should hold. */
export const MOST_BUCKETS = 20_000;

/** About how many buckets a range has, for refusing absurd ones before computing them. */
export function bucketCount(fromMs: number, toMs: number, frequency: BucketFrequency): number {
  const days = { day: DAY, week: 7 * DAY, month: 30 * DAY, quarter: 91 * DAY, year: 365 * DAY };
  const length = { ...OF_AN_HOUR, ...OF_A_DAY, ...days }[frequency] ?? HOUR;
  return Math.ceil((toMs - fromMs) / length) + 1;
}

/** The frequency that draws a range well: some 20 to 120 buckets. */
export function autoFrequency(fromMs: number, toMs: number): BucketFrequency {
  const days = (toMs - fromMs) / DAY;
  return days <= 0.25
    ? '15m'
    : days <= 0.5
      ? '30m'
      : days <= 3
        ? 'hour'
        : days <= 95
          ? 'day'
          : days <= 400
            ? 'week'
            : days <= 5 * 366
              ? 'month'
              : days <= 15 * 366
                ? 'quarter'
                : 'year';
}

/** The starts of the whole local buckets that overlap [fromMs, toMs), and the end of the last: n + 1 edges, epoch ms, ascending. */
export function bucketEdges(range: BucketRange): Float64Array {
  const [ofHour, ofDay] = [OF_AN_HOUR[range.frequency], OF_A_DAY[range.frequency]];
  return ofHour !== undefined ? hourEdges(range, ofHour) : ofDay !== undefined ? clockEdges(range, ofDay) : dateEdges(range);
}

/** Hours start at local :00 and last one real hour, their parts likewise; where a transition is no whole number of them, the grid starts anew at it. */
function hourEdges({ fromMs, toMs, timeZone }: BucketRange, step: number): Float64Array {
  const segments = zoneOffsets(timeZone, fromMs - DAY, toMs + DAY);
  const edges: number[] = [];
  segments.forEach((segment, i) => {
    const until = segments[i + 1]?.from ?? toMs + DAY;
    let at = Math.ceil((segment.from + segment.offsetMs) / step) * step - segment.offsetMs;
    for (; at < until; at += step) {
      edges.push(at);
    }
  });
  return overlapping(edges, fromMs, toMs);
}

/** Edges where a local clock first shows a multiple of some hours, counted from midnight, and at each day's first instant. A time that a day lacks is no edge of it. */
function clockEdges({ fromMs, toMs, timeZone }: BucketRange, step: number): Float64Array {
  const clock = new WallClock(timeZone, fromMs - 3 * DAY, toMs + 3 * DAY);
  const edges: number[] = [];
  for (let day = clock.dayAt(fromMs) - 1; edges.length === 0 || edges[edges.length - 1] < toMs; day++) {
    edges.push(clock.startOfDay(day));
    for (let wall = day * DAY + step; wall < (day + 1) * DAY; wall += step) {
      const at = clock.first(wall);
      if (at !== null) {
        edges.push(at);
      }
    }
  }
  return overlapping(
    [...new Set(edges)].sort((a, b) => a - b),
    fromMs,
    toMs
  );
}

/** Of ascending edges those of the buckets that overlap a range. */
function overlapping(edges: readonly number[], fromMs: number, toMs: number): Float64Array {
  let first = 0;
  while (first + 1 < edges.length && edges[first + 1] <= fromMs) {
    first++;
  }
  let last = first;
  while (edges[last] < toMs) {
    last++;
  }
  return Float64Array.from(edges.slice(first, Math.max(last, first + 1) + 1));
}

function dateEdges({ fromMs, toMs, frequency, timeZone, weekStart }: BucketRange): Float64Array {
  const clock = new WallClock(timeZone, fromMs - 400 * DAY, toMs + 400 * DAY);
  const edges: number[] = [];
  let day = startOf(clock.dayAt(fromMs), frequency, weekStart);
  for (;;) {
    const at = clock.startOfDay(day);
    // a local date may not exist at all (a zone that jumped the date line): its bucket is empty and is left out
    if (at !== edges[edges.length - 1]) {
      edges.push(at);
    }
    if (at >= toMs && edges.length > 1) {
      break;
    }
    day = after(day, frequency);
  }
  while (edges.length > 2 && edges[1] <= fromMs) {
    edges.shift();
  }
  return Float64Array.from(edges);
}

/** Months in the frequencies that are made of them. */
const MONTHS: Partial<Record<BucketFrequency, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day (days since 1970-01-01) of the period that holds a day. */
function startOf(day: number, frequency: BucketFrequency, weekStart: BucketRange['weekStart']): number {
  const months = MONTHS[frequency];
  if (months !== undefined) {
    return firstOfMonth(Math.floor(monthOf(day) / months) * months);
  }
  const first = { monday: 1, saturday: 6, sunday: 7 }[weekStart];
  return frequency === 'week' ? day - ((weekdayOf(day) - first + 7) % 7) : day;
}

/** The first day of the period after the one that starts on a day. */
function after(start: number, frequency: BucketFrequency): number {
  const months = MONTHS[frequency];
  return months === undefined ? start + (frequency === 'week' ? 7 : 1) : firstOfMonth(monthOf(start) + months);
}

/** Consecutive buckets of one length. */
interface EdgeRun {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** The index of the run's first bucket. */
  readonly firstIndex: number;
}

/** Edges as runs of equal buckets: SQL finds a row's bucket by one division in each. */
export function edgeRuns(edges: Float64Array): EdgeRun[] {
  const runs: EdgeRun[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const step = edges[i + 1] - edges[i];
    const last = runs[runs.length - 1];
    if (last && last.step === step) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    } else {
      runs.push({ start: edges[i], step, count: 1, firstIndex: i });
    }
  }
  return runs;
}
