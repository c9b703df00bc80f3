import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Interval } from '../../src/backend/calendar/intervals';

/** Cases of business time as files of the format "business-hours-holdout/1" write them, in whichever of its ways. */

type Spans = ReadonlyArray<readonly [string, string]> | null;
type Dated = Readonly<Record<string, Spans>> | null;
type Pause = readonly [string, string | null] | { from: string; to?: string | null } | { start: string; end?: string | null };

/** A calendar as a case writes it. */
export interface WrittenCalendar {
  time_zone: string;
  weekly?: Dated;
  holidays?: readonly string[] | null;
  date_overrides?: Dated;
  breaks?: Dated;
}

/** A calendar, the name of one of the case's `calendars`, or null for 24/7. */
export type Named = WrittenCalendar | string | null;
/** A stretch under one calendar; without an end it lasts until the next one begins. */
export type Segment =
  | readonly [string, string | null, Named]
  | { from: string; to?: string | null; calendar: Named }
  | { start: string; end?: string | null; calendar: Named }
  | { at: string; calendar: Named };

/** A case: an operation on a calendar, or on several in turn, and what must come of it. */
export interface Case {
  id: string;
  name: string;
  op: 'elapsed' | 'deadline' | 'is_open' | 'elapsed_segments';
  calendar: WrittenCalendar;
  /** Calendars that segments name. */
  calendars?: Readonly<Record<string, WrittenCalendar>>;
  /** Of elapsed_segments: between them, and before the first where there is no `calendar`, nothing is open. */
  segments?: readonly Segment[];
  from: string;
  to: string;
  at: string;
  add_seconds: number;
  pauses?: readonly Pause[] | null;
  compare?: string;
  expected?: boolean;
  expected_seconds: number;
  /** Null = never. */
  expected_at: string | null;
  tolerance?: number;
  tolerance_seconds?: number;
}

/** What a case may say. A field that is not read would make its case pass or fail by accident. */
const KNOWN = new Set([
  ...['id', 'source', 'name', 'tags', 'note', 'op'],
  ...['calendar', 'calendars', 'segments', 'from', 'to', 'at', 'add_seconds', 'pauses'],
  ...['compare', 'expected', 'expected_seconds', 'expected_at', 'tolerance', 'tolerance_seconds'],
]);
const KNOWN_CALENDAR = new Set(['time_zone', 'weekly', 'holidays', 'date_overrides', 'breaks']);
const KNOWN_SEGMENT = new Set(['from', 'to', 'start', 'end', 'at', 'calendar']);

/** The fields of a case that nothing here reads. */
export function unread(one: Case): string[] {
  const segments = (one.segments ?? []).filter((segment) => !Array.isArray(segment));
  const calendars = [one.calendar, ...Object.values(one.calendars ?? {}), ...(one.segments ?? []).map(calendarIn)];
  return [
    ...Object.keys(one).filter((key) => !KNOWN.has(key)),
    ...segments.flatMap((segment) => Object.keys(segment).filter((key) => !KNOWN_SEGMENT.has(key))),
    ...calendars.flatMap((calendar) => Object.keys(typeof calendar === 'object' ? (calendar ?? {}) : {}).filter((key) => !KNOWN_CALENDAR.has(key))),
  ];
}

/** The calendar of a segment as it is written. */
export function calendarIn(segment: Segment): Named {
  return 'calendar' in segment ? segment.calendar : segment[2];
}

/** Every file of cases with what it holds: other projects' tests, our own edges, changes of calendar, and those that the environment names. */
export function caseFiles(): Array<[string, Case[]]> {
  const own = ['business_hours.json', 'business_hours_edges.json', 'business_hours_segments.json'].map((file) => join(__dirname, '../fixtures', file));
  const more = (process.env.BUSINESS_HOURS_CASES ?? '').split(':').filter(Boolean);
  return [...own, ...more].map((file) => [file, (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases]);
}

/** The epoch milliseconds of an instant; a text that is none is an error, not a case that passes by accident. */
export function instant(written: string): number {
  const at = Date.parse(written);
  if (Number.isNaN(at)) {
    throw new Error(`"${written}" is not an instant.`);
  }
  return at;
}

/** The case's pauses; one without an end goes on, one that ends before it starts is none. */
export function pausesOf({ pauses }: Case): Interval[] {
  return (pauses ?? []).map((pause) => {
    const [start, end] = 'from' in pause ? [pause.from, pause.to] : 'start' in pause ? [pause.start, pause.end] : pause;
    return { start: instant(start), end: end === null || end === undefined ? Infinity : instant(end) };
  });
}
