import type { Calendar } from '../../src/shared/calendar';
import type { Interval } from '../../src/backend/calendar/intervals';
import { BusinessClock } from './business-clock';
import { deadlineOverSegments, elapsedOverSegments, scheduleSegments } from './segments';

/** A change of calendar at an instant (epoch ms); null is 24/7. */
export interface Change {
  readonly at: number;
  readonly calendar: Calendar | null;
}

/** What both the reference and the store can be asked about business time; instants are epoch milliseconds. */
export interface Question {
  /** The calendar before the first change; null is 24/7. */
  readonly calendar: Calendar | null;
  readonly changes: readonly Change[];
  readonly pauses: readonly Interval[];
  readonly from: number;
  /** How much business time lies between `from` and this … */
  readonly to: number | null;
  /** … or when so much of it (ms) is used up. */
  readonly budget: number | null;
}

/** The answer in milliseconds or as instants; null where there is none. */
export interface Answer {
  /** Business time from `from` to `to` without the pauses. */
  readonly elapsed: number | null;
  /** The same as if there were no pause. */
  readonly unpaused: number | null;
  /** The earliest instant by which the budget is used up. */
  readonly due: number | null;
  /** The last instant at which no more than the budget is used up. */
  readonly over: number | null;
}

/** The reference's answer: one calendar at a time, interval by interval. */
export function byReference({ calendar, changes, pauses, from, to, budget }: Question): Answer {
  const clocks = new Map<Calendar | null, BusinessClock>();
  const clockOf = (one: Calendar | null) => {
    const clock = clocks.get(one) ?? new BusinessClock(one);
    clocks.set(one, clock);
    return clock;
  };
  const segments = scheduleSegments(
    clockOf(calendar),
    changes.map((one) => ({ at: one.at, clock: clockOf(one.calendar) }))
  );
  const elapsed = (cuts: readonly Interval[]) => (to === null || to < from ? null : elapsedOverSegments(segments, from, to, cuts));
  const deadline = (milliseconds: number) => deadlineOverSegments(segments, from, milliseconds, pauses);
  const next = budget === null ? null : deadline(budget + 1);
  return {
    elapsed: elapsed(pauses),
    unpaused: elapsed([]),
    due: budget === null ? null : deadline(budget),
    // the millisecond that is one too many is open from its beginning to its end
    over: next === null ? null : next - 1,
  };
}
