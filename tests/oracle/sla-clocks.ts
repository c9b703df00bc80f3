import type { Interval } from './calendar';
import { closedTime, isWrittenClosed, reopeningAfter, standsBefore } from './closed-time';
import { handoversOf, openingRuns, runsOf, type Run } from './conversation';
import { closesOf, historyOf, isClosedAt, isShutAt, reopensOf } from './history';
import { remember } from './memory';
import type { Clock, SlaTargetRow, TicketRow } from './model';
import { pausesOf } from './pauses';
import { cut, openTime, scheduleOf, targetAt, type Segment } from './sla-hours';
import { answeredBy } from './turns';
import type { World } from './world';

/** The SLA clocks of a ticket, and what had become of each at an instant. */

export interface SlaClock {
  readonly ticket: TicketRow;
  readonly clock: Clock;
  readonly target: SlaTargetRow;
  readonly start: number;
  readonly outcome: 'met' | 'breached' | 'running';
  /** Neither its event nor a close has ended it. */
  readonly isPending: boolean;
  /** What dates it: the event where it is met, the due instant where it is breached; null while it runs. */
  readonly datedAt: number | null;
}

/** Where a clock stood when nothing had ended it: its event, the close that ended it, an answer across that close. */
interface Course {
  readonly clock: Clock;
  readonly start: number;
  readonly answeredAt: number | null;
  readonly closedAt: number | null;
  /** The reply of the agent's run that answers it across the close, before any reopening. */
  readonly acrossAt: number | null;
}

/** The clocks that had started by `now`, as known then, without those that are dropped or have no target. */
export function clocksAt(world: World, ticket: TicketRow, now: number): SlaClock[] {
  return [...replyCourses(world, ticket, now), ...closeCourse(world, ticket, now)].flatMap((course) => {
    const clock = outcomeOf(world, ticket, course, now);
    return clock ? [clock] : [];
  });
}

/**
 * "first_reply (from the start of each opening run, or the last handover after it; not for agent-created tickets), next_reply (from each
 * customer run that is not an opening run; in an agent-created ticket from every customer run)."
 */
function replyCourses(world: World, ticket: TicketRow, now: number): Course[] {
  const history = historyOf(world.helpdesk, ticket);
  const runs = runsOf(world, ticket);
  const opening = ticket.created_by === 'agent' ? [] : openingRuns(ticket, runs);
  return runs.flatMap((run, index): Course[] => {
    if (run.direction !== 'received') {
      return [];
    }
    // "A reply clock whose run begins in a closed ticket starts at the reopening; without one, or answered not after it, there is none."
    const begun = isWrittenClosed(history, run.start) ? (reopensOf(history).find((at) => at > run.start) ?? Infinity) : run.start;
    const answer = runs[index + 1] && answeredBy(runs, index + 1) === run ? runs[index + 1] : undefined;
    const closedAt = endingClose(world, ticket, runs, index);
    const endedUnanswered = closedAt !== null && (answer === undefined || closedAt.before(answer.start));
    if (begun > now || (begun > run.start && ((answer && answer.start <= begun) || (closedAt && closedAt.at < begun)))) {
      return [];
    }
    const end = Math.min(now + 1, endedUnanswered ? closedAt.at + 1 : Infinity, answer && !endedUnanswered ? answer.start : Infinity);
    const handover = opening.includes(run)
      ? handoversOf(world.helpdesk, ticket)
          .filter((at) => begun <= at && at < end)
          .at(-1)
      : undefined;
    const known = (at: number | undefined) => (at !== undefined && at <= now ? at : null);
    return [
      {
        clock: opening.includes(run) ? 'first_reply' : 'next_reply',
        start: handover ?? begun,
        answeredAt: endedUnanswered ? null : known(answer?.start),
        closedAt: endedUnanswered ? known(closedAt.at) : null,
        // "Before any reopening (one at the reply's millisecond is not before)."
        acrossAt: endedUnanswered && answer && answer.start <= closedAt.reopenedAt ? known(answer.start) : null,
      },
    ];
  });
}

interface Ending {
  readonly at: number;
  readonly reopenedAt: number;
  /** Whether it comes before a row of this instant. */
  before(rowAt: number): boolean;
}

/** The close that follows a run, or the new conversation that works as one; null = none. */
function endingClose(world: World, ticket: TicketRow, runs: readonly Run[], index: number): Ending | null {
  const history = historyOf(world.helpdesk, ticket);
  const [run, next] = [runs[index], runs[index + 1]];
  const close = closesOf(history).find((one) => run !== undefined && standsBefore(history, run.end, one));
  const before = (rowAt: number) => close !== undefined && !standsBefore(history, rowAt, close);
  if (next && next.breakAt !== null && !before(next.start)) {
    return { at: next.breakAt, reopenedAt: Infinity, before: () => true };
  }
  return close ? { at: close.at, reopenedAt: reopeningAfter(history, close) ?? Infinity, before } : null;
}

/** "close (from creation)": "a close that was followed by a reopening decides nothing"; nothing is known of one "closed at an unknown time". */
function closeCourse(world: World, ticket: TicketRow, now: number): Course[] {
  const history = historyOf(world.helpdesk, ticket);
  const course = { clock: 'close', start: ticket.created_at, closedAt: null, acrossAt: null } as const;
  if (ticket.created_at > now || (isClosedAt(history, now) && !isShutAt(history, now))) {
    return [];
  }
  const close = closesOf(history)
    .filter((one) => one.at <= now)
    .at(-1);
  if (!isShutAt(history, now) || !close) {
    return [{ ...course, answeredAt: null }];
  }
  // "The close clock of a ticket closed before its creation is dropped without a count."
  return close.early ? [] : [{ ...course, answeredAt: close.at }];
}

function outcomeOf(world: World, ticket: TicketRow, course: Course, now: number): SlaClock | null {
  const { helpdesk } = world;
  const { clock, start, answeredAt, closedAt, acrossAt } = course;
  // "The target is that of the policy and priority in force when the clock ends: at its event, else at the close that ends it, else at the instant asked about."
  const of = (at: number) => {
    const target = targetAt(helpdesk, ticket, clock, at);
    return target ? { target, due: dueAt(world, { ticket, clock, target, start }, now) } : null;
  };
  const isPending = answeredAt === null && closedAt === null;
  const make = (target: SlaTargetRow, outcome: SlaClock['outcome'], datedAt: number | null): SlaClock => ({
    ticket,
    clock,
    target,
    start,
    outcome,
    isPending,
    datedAt,
  });
  if (answeredAt !== null) {
    const ended = of(answeredAt);
    if (!ended) {
      return null;
    }
    const late = elapsedMs(world, { ticket, clock, target: ended.target, start }, answeredAt, now) > targetMs(ended.target);
    return late ? make(ended.target, 'breached', ended.due) : make(ended.target, 'met', answeredAt);
  }
  if (closedAt !== null) {
    // "Breached if it was due before or at the close; else met if the agent's run that answers it comes not after it would have been due; else dropped."
    const ended = of(closedAt);
    if (ended && ended.due !== null && ended.due <= closedAt) {
      return make(ended.target, 'breached', ended.due);
    }
    const across = acrossAt === null ? null : of(acrossAt);
    return across && acrossAt !== null && acrossAt <= (across.due ?? Infinity) ? make(across.target, 'met', acrossAt) : null;
  }
  // "Its answered reply clocks are decided, its other clocks dropped": of a ticket closed at an unknown time.
  if (isClosedAt(historyOf(helpdesk, ticket), now)) {
    return null;
  }
  const running = of(now);
  if (!running) {
    return null;
  }
  const late = elapsedMs(world, { ticket, clock, target: running.target, start }, now, now) > targetMs(running.target);
  return late ? make(running.target, 'breached', running.due) : make(running.target, 'running', null);
}

export function targetMs(target: SlaTargetRow): number {
  return target.target_seconds * 1000;
}

type Ticking = Pick<SlaClock, 'ticket' | 'clock' | 'target' | 'start'>;

/** The clock's own time from its start to an instant, as known at another: open by its calendars, and neither paused nor still. */
export function elapsedMs(world: World, clock: Ticking, to: number, known: number): number {
  return ticking(world, clock, { from: clock.start, to }, known).reduce((sum, one) => sum + (one.to - one.from), 0);
}

/**
 * When the clock ticks in a stretch. "The target's calendar; where it has one and the ticket has `schedule` events, those take its place, by
 * segment; a target without a calendar is 24/7 whatever the ticket's schedule." "The close clock stands still while the ticket is closed."
 */
function ticking(world: World, clock: Ticking, stretch: Interval, known: number): Interval[] {
  const { ticket, target } = clock;
  const always = (hours: Segment['hours']): Segment[] => [{ from: -Infinity, to: Infinity, hours }];
  const segments = target.calendar_id === null ? always('24/7') : (scheduleOf(world.helpdesk, ticket, known) ?? always({ calendar: target.calendar_id }));
  return openTime(world.helpdesk, cut(segments, stretch), standing(world, clock, known));
}

/** When the clock stands still: paused, if the target pauses; and closed, if it is the close clock. */
function standing(world: World, { ticket, clock, target }: Ticking, known: number): Interval[] {
  const closed = clock === 'close' ? closedTime(historyOf(world.helpdesk, ticket), known) : [];
  return [...closed, ...(target.pauses ? pausesOf(world, ticket, known) : [])];
}

const DAY = 86_400_000;
const FARTHEST = 20 * 366 * DAY;
/** "A due instant beyond 10 years after now is none." */
const HORIZON = Date.now() + 10 * 365 * DAY;

/** "The earliest instant at which the budget is used up", as known at an instant; null = never (paused for good, or a calendar that does not open). */
export function dueAt(world: World, clock: Ticking, known: number): number | null {
  const still = standing(world, clock, known);
  const segments = scheduleOf(world.helpdesk, clock.ticket, known);
  const key = ['due', clock.start, JSON.stringify(clock.target), clock.clock, text(still), JSON.stringify(segments), text(segments ?? [])].join(' ');
  return remember(world.helpdesk, key, () => findDue(world, clock, known));
}

const text = (intervals: readonly Interval[]) => intervals.map(({ from, to }) => `${from}–${to}`).join(' ');

function findDue(world: World, clock: Ticking, known: number): number | null {
  let left = targetMs(clock.target);
  const last = Math.min(clock.start + FARTHEST, HORIZON);
  for (let from = clock.start; from < last; from += 30 * DAY) {
    for (const one of ticking(world, clock, { from, to: from + 30 * DAY }, known)) {
      if (left <= one.to - one.from) {
        return one.from + left;
      }
      left -= one.to - one.from;
    }
  }
  return null;
}
