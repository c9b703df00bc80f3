import type { Calendar, ExceptionRow, HoursRow, Interval } from '../../src/backend/calendar/calendar';

/** Cases of business time as files of the format "business-hours-holdout/1" write them, in whichever of its ways. */

type Spans = ReadonlyArray<readonly [string, string]> | null;
type Dated = Readonly<Record<string, Spans>> | null;
type Pause = readonly [string, string | null] | { from: string; to?: string | null } | { start: string; end?: string | null };

/** A case: an operation on a calendar and what must come of it. */
export interface Case {
  id: string;
  name: string;
  op: 'elapsed' | 'deadline' | 'is_open';
  calendar: { time_zone: string; weekly?: Dated; holidays?: readonly string[] | null; date_overrides?: Dated; breaks?: Dated };
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
  'id',
  'source',
  'name',
  'tags',
  'note',
  'op',
  'calendar',
  'from',
  'to',
  'at',
  'add_seconds',
  'pauses',
  'compare',
  'expected',
  'expected_seconds',
  'expected_at',
  'tolerance',
  'tolerance_seconds',
]);
const KNOWN_CALENDAR = new Set(['time_zone', 'weekly', 'holidays', 'date_overrides', 'breaks']);

/** The fields of a case that nothing here reads. */
export function unread(one: Case): string[] {
  return [...Object.keys(one).filter((key) => !KNOWN.has(key)), ...Object.keys(one.calendar).filter((key) => !KNOWN_CALENDAR.has(key))];
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The case's calendar as ours. */
export function calendarOf({ calendar, id }: Case): Calendar {
  const { weekly, holidays, date_overrides: overrides, breaks } = calendar;
  const hours = Object.entries(weekly ?? {}).flatMap(([day, spans]): HoursRow[] =>
    (spans ?? []).map(([start, end]) => ({
      weekday: DAYS.indexOf(day.slice(0, 3).toLowerCase()) + 1,
      start: time(start),
      end: time(end),
      validFrom: null,
      validTo: null,
    }))
  );
  const dated = (kind: ExceptionRow['kind'], days: Dated = {}): ExceptionRow[] =>
    Object.entries(days ?? {}).flatMap(([date, spans]) => (spans ?? []).map(([start, end]) => ({ date, kind, start: time(start), end: time(end) })));
  // an override without hours closes its day; a day without breaks has none
  const closed = Object.entries(overrides ?? {})
    .filter(([, spans]) => (spans ?? []).length === 0)
    .map(([date]) => date);
  return {
    id,
    name: id,
    timeZone: calendar.time_zone,
    hours,
    exceptions: [
      ...[...(holidays ?? [])].map((date): ExceptionRow => ({ date, kind: 'holiday', start: null, end: null })),
      ...closed.map((date): ExceptionRow => ({ date, kind: 'override', start: null, end: null })),
      ...dated('override', overrides),
      ...dated('break', breaks),
    ],
  };
}

/** 9:00 and 09:00:00 as 09:00; anything else as it is, for the calendar's own check to name. */
function time(written: string): string {
  return written.replace(/^(\d):/, '0$1:').replace(/^(\d\d:\d\d):00$/, '$1');
}

/** The case's pauses; one without an end goes on, one that ends before it starts is none. */
export function pausesOf({ pauses }: Case): Interval[] {
  return (pauses ?? []).map((pause) => {
    const [start, end] = 'from' in pause ? [pause.from, pause.to] : 'start' in pause ? [pause.start, pause.end] : pause;
    return { start: instant(start), end: end === null || end === undefined ? Infinity : instant(end) };
  });
}

/** The epoch milliseconds of an instant; a text that is none is an error, not a case that passes by accident. */
export function instant(written: string): number {
  const at = Date.parse(written);
  if (Number.isNaN(at)) {
    throw new Error(`"${written}" is not an instant.`);
  }
  return at;
}
