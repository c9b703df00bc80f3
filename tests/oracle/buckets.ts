import { Temporal } from 'temporal-polyfill';

import type { Frequency, Range, WeekStart } from './query';
import { instantsOf, localTime, startOfDate } from './zone';

type Dates = 'day' | 'week' | 'month' | 'quarter' | 'year';
type Steps = '2h' | '4h' | '6h' | '12h';
type Minutes = '15m' | '30m' | 'hour';

const STEPS: Readonly<Record<Steps, number>> = { '2h': 2, '4h': 4, '6h': 6, '12h': 12 };
const MINUTES: Readonly<Record<Minutes, number>> = { '15m': 15, '30m': 30, hour: 60 };

/** The edges of the whole local buckets that overlap a range; n buckets have n + 1 edges. */
export function bucketEdges(range: Range, frequency: Frequency, zone: string, weekStart: WeekStart): number[] {
  if (range.to <= range.from) {
    return [];
  }
  switch (frequency) {
    case '15m':
    case '30m':
    case 'hour':
      return clockEdges(range, MINUTES[frequency], zone);
    case '2h':
    case '4h':
    case '6h':
    case '12h':
      return stepEdges(range, STEPS[frequency], zone);
    default:
      return dateEdges(range, frequency, zone, weekStart);
  }
}

/** A bucket starts wherever the local clock shows :00 (and :30, and :15 and :45), found by walking the minutes. */
function clockEdges(range: Range, every: number, zone: string): number[] {
  const minute = 60_000;
  let at = Math.floor(range.from / minute) * minute;
  while (!isFull(at, every, zone)) {
    at -= minute;
  }
  const edges = [at];
  while (at < range.to) {
    at += minute;
    while (!isFull(at, every, zone)) {
      at += minute;
    }
    edges.push(at);
  }
  return edges;
}

const minutesShown = new Map<string, number>();

function isFull(at: number, every: number, zone: string): boolean {
  // Zones differ from UTC by whole quarters of an hour in our time, so other minutes need no look-up.
  if (at % (15 * 60_000) !== 0) {
    return false;
  }
  const key = `${zone} ${at}`;
  const shown = minutesShown.get(key) ?? localTime(at, zone).minute;
  minutesShown.set(key, shown);
  return shown % every === 0;
}

/**
 * "An edge where the local clock first shows a multiple of the step, counted from midnight, and at the day's first instant (a doubled hour
 * belongs to one bucket, a missing edge joins two)."
 */
function stepEdges(range: Range, hours: number, zone: string): number[] {
  const found = new Set<number>();
  let date = localTime(range.from, zone).toPlainDate().subtract({ days: 2 });
  const last = localTime(range.to, zone).toPlainDate().add({ days: 2 });
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    found.add(startOfDate(date, zone));
    for (let hour = hours; hour < 24; hour += hours) {
      const instants = instantsOf(date.toPlainDateTime({ hour }), zone);
      if (instants.length > 0) {
        found.add(Math.min(...instants));
      }
    }
    date = date.add({ days: 1 });
  }
  const edges = [...found].sort((a, b) => a - b);
  const first = edges.findLastIndex((at) => at <= range.from);
  const end = edges.findIndex((at) => at >= range.to);
  return edges.slice(first, end + 1);
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
