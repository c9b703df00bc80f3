import type { Calendar } from '../../src/shared/calendar';
import { calendarOf } from './case-calendar';
import { calendarIn, type Case, instant, type Named, pausesOf, type Segment } from './cases';
import type { Change, Question } from './question';

/** A case as a question to the reference and to the store. */
export function questionOf(one: Case): Question {
  const plain = { changes: [], pauses: pausesOf(one), to: null, budget: null };
  switch (one.op) {
    case 'elapsed':
      return { ...plain, calendar: calendarOf(one.calendar, one.id), from: instant(one.from), to: instant(one.to) };
    case 'is_open':
      // open is what lets the next millisecond pass
      return { ...plain, calendar: calendarOf(one.calendar, one.id), from: instant(one.at), to: instant(one.at) + 1 };
    case 'deadline':
      // a negative budget is used up at once
      return { ...plain, calendar: calendarOf(one.calendar, one.id), from: instant(one.from), budget: Math.max(0, Math.round(one.add_seconds * 1000)) };
    case 'elapsed_segments':
      return inSegments(one);
    default:
      throw new Error(`There is no operation "${String(one.op)}".`);
  }
}

/** Every calendar of a case. */
export function calendarsOf(one: Case): Calendar[] {
  const { calendar, changes } = questionOf(one);
  return [calendar, ...changes.map((change) => change.calendar)].filter((each) => each !== null);
}

/** Each segment begins with a change to its calendar, and ends with one to a calendar that never opens unless the next begins there. */
function inSegments(one: Case): Question {
  const closed = calendarOf({ time_zone: 'UTC' }, 'closed');
  const spans = (one.segments ?? []).map((segment) => ({ ...endsOf(segment), calendar: named(one, calendarIn(segment)) })).sort((a, b) => a.start - b.start);
  const changes = spans.flatMap(({ start, end, calendar }, i): Change[] => {
    const next = spans[i + 1]?.start ?? Infinity;
    if (end !== null && end > next) {
      throw new Error(`Case ${one.id}: two calendars apply at ${new Date(next).toISOString()}.`);
    }
    return [{ at: start, calendar }, ...(end !== null && end < next ? [{ at: end, calendar: closed }] : [])];
  });
  return {
    calendar: one.calendar === undefined ? closed : calendarOf(one.calendar, one.id),
    changes,
    pauses: pausesOf(one),
    from: one.from === undefined ? spans[0].start : instant(one.from),
    to: one.to === undefined ? (spans[spans.length - 1].end ?? NaN) : instant(one.to),
    budget: null,
  };
}

function endsOf(segment: Segment): { readonly start: number; readonly end: number | null } {
  const [start, end = null] = 'calendar' in segment ? endsByName(segment) : segment;
  return { start: instant(start), end: end === null ? null : instant(end) };
}

function endsByName(segment: Exclude<Segment, readonly unknown[]>): readonly [string, (string | null)?] {
  return 'from' in segment ? [segment.from, segment.to] : 'start' in segment ? [segment.start, segment.end] : [segment.at];
}

/** A calendar by itself or by its name; null is 24/7. */
function named({ id, calendars = {} }: Case, written: Named): Calendar | null {
  if (typeof written !== 'string') {
    return written === null ? null : calendarOf(written, id);
  }
  const found = calendars[written];
  if (found === undefined) {
    throw new Error(`Case ${id} has no calendar "${written}".`);
  }
  return calendarOf(found, `${id} ${written}`);
}
