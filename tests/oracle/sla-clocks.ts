import { calendarOf, openIntervals, subtract, type Interval } from './calendar';
import { humanMessages, humanRows, runsOf } from './conversation';
import { closesOf, isClosedAt, statusHistory } from './history';
import type { Clock, Helpdesk, OracleSettings, SlaTargetRow, TicketRow } from './model';
import { segments, targetAt, type Segment } from './sla-hours';
import { visitsOf } from './stage-visits';

/** The SLA clocks of a ticket, and what had become of each at an instant. */

export interface SlaClock {
  readonly ticket: TicketRow;
  readonly clock: Clock;
  readonly target: SlaTargetRow;
  readonly start: number;
  /** The event that stops the clock; null = not (yet). */
  readonly metAt: number | null;
}

export type Outcome = 'met' | 'breached' | 'running' | 'dropped';

/**
 * The clocks that had started by `now`, as known then: "first_reply (not for agent-created tickets; from creation), next_reply
 * (each later customer run), close (creation → last close)". No clock without a target. Negative ones are dropped.
 */
export function clocksAt(helpdesk: Helpdesk, ticket: TicketRow, now: number): SlaClock[] {
  const clocks: SlaClock[] = [];
  const add = (clock: Clock, start: number, stop: number | null) => {
    const target = targetAt(helpdesk, ticket, clock, start);
    const metAt = stop !== null && stop <= now ? stop : null;
    if (target && start <= now && (metAt === null || metAt >= start)) {
      clocks.push({ ticket, clock, target, start, metAt });
    }
  };
  if (ticket.created_by !== 'agent') {
    add('first_reply', ticket.created_at, humanMessages(helpdesk, ticket).find((one) => one.direction === 'sent')?.at ?? null);
  }
  const runs = runsOf(humanRows(helpdesk, ticket));
  runs.forEach((run, index) => {
    // A customer run that answers an agent's; the ticket's opening run has the first_reply clock.
    if (index > 0 && run[0].direction === 'received') {
      add('next_reply', run[0].at, runs[index + 1]?.[0].at ?? null);
    }
  });
  const history = statusHistory(helpdesk, ticket);
  if (isClosedAt(history, now)) {
    // Closed without a known close (its history begins closed): nothing runs, and nothing says when it stopped.
    const lastClose = closesOf(history)
      .filter((at) => at <= now)
      .at(-1);
    if (lastClose !== undefined) {
      add('close', ticket.created_at, lastClose);
    }
  } else {
    add('close', ticket.created_at, null);
  }
  return clocks;
}

/** "Elapsed > target is breached; running is in neither; reply clocks of a closed ticket without an answer are dropped." */
export function outcomeAt(helpdesk: Helpdesk, settings: OracleSettings, clock: SlaClock, now: number): Outcome {
  if (clock.metAt === null && clock.clock !== 'close' && isClosedAt(statusHistory(helpdesk, clock.ticket), now)) {
    return 'dropped';
  }
  if (elapsedMs(helpdesk, settings, clock, clock.metAt ?? now) > targetMs(clock)) {
    return 'breached';
  }
  return clock.metAt === null ? 'running' : 'met';
}

export function targetMs(clock: SlaClock): number {
  return clock.target.target_seconds * 1000;
}

/** The clock's own time from its start: open by its calendars, and not paused. */
export function elapsedMs(helpdesk: Helpdesk, settings: OracleSettings, clock: SlaClock, to: number): number {
  return ticking(helpdesk, settings, clock, clock.start, to).reduce((sum, one) => sum + (one.to - one.from), 0);
}

/** When the clock ticks in [from, to), without the pauses: by the calendar of each segment; a target without a calendar is 24/7 "whatever the ticket's schedule". */
function ticking(helpdesk: Helpdesk, settings: OracleSettings, clock: SlaClock, from: number, to: number): Interval[] {
  // Which calendar applies is decided at the clock's start, so segments are taken from there and then cut.
  const always: Segment[] = [{ from: clock.start, to, hours: '24/7' }];
  const parts = (clock.target.calendar_id === null ? always : (segments(helpdesk, settings, clock.ticket, clock.clock, clock.start, to) ?? []))
    .map((one) => ({ ...one, from: Math.max(one.from, from) }))
    .filter((one) => one.from < one.to);
  const open = parts.flatMap((one) =>
    one.hours === '24/7' ? [{ from: one.from, to: one.to }] : openIntervals(calendarOf(helpdesk, one.hours.calendar), one.from, one.to)
  );
  return subtract(open, clock.target.pauses ? pausesOf(helpdesk, clock.ticket) : []);
}

/** "Pauses: stages with pauses_sla, if the target pauses." */
function pausesOf(helpdesk: Helpdesk, ticket: TicketRow): Interval[] {
  return visitsOf(helpdesk, ticket, Infinity)
    .filter((visit) => helpdesk.stage.some((stage) => stage.stage_id === visit.stage && stage.pauses_sla))
    .map((visit) => ({ from: visit.entry, to: visit.exit ?? Infinity }));
}

const DAY = 86_400_000;
const FARTHEST = 20 * 366 * DAY;
const known = new WeakMap<Helpdesk, Map<string, number | null>>();

/** "The earliest instant at which the budget is used up"; null = never (paused for good, or a calendar that does not open). */
export function dueAt(helpdesk: Helpdesk, settings: OracleSettings, clock: SlaClock): number | null {
  const cache = known.get(helpdesk) ?? new Map<string, number | null>();
  known.set(helpdesk, cache);
  const key = `${clock.ticket.ticket_id} ${clock.clock} ${clock.start}`;
  const found = cache.get(key);
  const due = found === undefined ? findDue(helpdesk, settings, clock) : found;
  cache.set(key, due);
  return due;
}

function findDue(helpdesk: Helpdesk, settings: OracleSettings, clock: SlaClock): number | null {
  let left = targetMs(clock);
  for (let from = clock.start; from < clock.start + FARTHEST; from += 20 * DAY) {
    for (const one of ticking(helpdesk, settings, clock, from, from + 20 * DAY)) {
      if (left <= one.to - one.from) {
        return one.from + left;
      }
      left -= one.to - one.from;
    }
  }
  return null;
}
