import { Temporal } from 'temporal-polyfill';

import type { Frequency, Range, WeekStart } from './query';
import { localTime, startOfDate } from './zone';

type Dates = Exclude<Frequency, 'hour'>;

/** The edges of the whole local buckets that overlap a range; n buckets have n + 1 edges. */
export function bucketEdges(range: Range, frequency: Frequency, zone: string, weekStart: WeekStart): number[] {
  if (range.to <= range.from) {
    return [];
  }
  return frequency === 'hour' ? hourEdges(range, zone) : dateEdges(range, frequency, zone, weekStart);
}

/** An hour bucket starts wherever the local clock shows :00, found by walking the minutes. */
function hourEdges(range: Range, zone: string): number[] {
  const minute = 60_000;
  let at = Math.floor(range.from / minute) * minute;
  while (!isFullHour(at, zone)) {
    at -= minute;
  }
  const edges = [at];
  while (at < range.to) {
    at += minute;
    while (!isFullHour(at, zone)) {
      at += minute;
    }
    edges.push(at);
  }
  return edges;
}

const offsets = new Map<string, boolean>();

function isFullHour(at: number, zone: string): boolean {
  // Zones differ from UTC by whole quarters of an hour in our time, so other minutes need no look-up.
  if (at % (15 * 60_000) !== 0) {
    return false;
  }
  const key = `${zone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) {
    return known;
  }
  const answer = localTime(at, zone).minute === 0;
  offsets.set(key, answer);
  return answer;
}

function dateEdges(range: Range, frequency: Dates, zone: string, weekStart: WeekStart): number[] {
  let date = localTime(range.from, zone).toPlainDate();
  // Around a midnight that comes twice an instant's own date can be the day after the bucket that holds it: start one earlier.
  date = date.subtract({ days: 1 });
  while (!startsBucket(date, frequency, weekStart)) {
    date = date.subtract({ days: 1 });
  }
  const edges = [startOfDate(date, zone)];
  let last = edges[0] ?? 0;
  while (last < range.to) {
    do {
      date = date.add({ days: 1 });
    } while (!startsBucket(date, frequency, weekStart));
    last = startOfDate(date, zone);
    edges.push(last);
  }
  // Drop the buckets that end before the range begins.
  while (edges.length > 1 && (edges[1] ?? 0) <= range.from) {
    edges.shift();
  }
  return edges;
}

function startsBucket(date: Temporal.PlainDate, frequency: Dates, weekStart: WeekStart): boolean {
  switch (frequency) {
    case 'day':
      return true;
    case 'week':
      return date.dayOfWeek === { monday: 1, saturday: 6, sunday: 7 }[weekStart];
    case 'month':
      return date.day === 1;
    case 'quarter':
      return date.day === 1 && date.month % 3 === 1;
    case 'year':
      return date.day === 1 && date.month === 1;
  }
}
