import { businessMs, calendarOf, openIntervals, subtract, type Interval } from './calendar';
import { eventsOf, priorityAt, spellsOf } from './fields';
import type { Clock, Helpdesk, SlaTargetRow, TicketRow } from './model';
import { byId } from './order';
import type { World } from './world';

/** Which calendar a duration's SLA-hours view uses, and how long it then is. */

/** A calendar id, or always open. */
export type Hours = { readonly calendar: string } | '24/7';

/** A stretch of time under one calendar. */
export interface Segment extends Interval {
  readonly hours: Hours;
}

const hoursOf = (calendar: string | null): Hours => (calendar === null ? '24/7' : { calendar });

/** The policy in force at an instant, from ≤ t < to. "Of two in force the later `from` wins, then the larger policy_id." */
export function policyAt(helpdesk: Helpdesk, ticket: TicketRow, at: number): string | null {
  const inForce = helpdesk.ticket_sla
    .filter((one) => one.ticket_id === ticket.ticket_id)
    .filter((one) => (one.from === null || one.from <= at) && (one.to === null || at < one.to))
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || byId(a.policy_id, b.policy_id));
  return inForce.at(-1)?.policy_id ?? null;
}

/** "By policy and priority: the exact priority, else the row with an empty one; the largest valid_from ≤ that instant." */
export function targetAt(helpdesk: Helpdesk, ticket: TicketRow, clock: Clock, at: number): SlaTargetRow | null {
  const policy = policyAt(helpdesk, ticket, at);
  const priority = priorityAt(helpdesk, ticket, at);
  const valid = helpdesk.sla_target
    .filter((one) => one.policy_id === policy && one.clock === clock)
    .filter((one) => one.valid_from === null || one.valid_from <= at)
    .sort((a, b) => (a.valid_from ?? -Infinity) - (b.valid_from ?? -Infinity));
  const exact = valid.filter((one) => one.priority === priority).at(-1);
  const general = valid.filter((one) => one.priority === null).at(-1);
  return exact ?? general ?? null;
}

/** "The ticket's `schedule` events (to_value = calendar_id, null = 24/7; before the first, its from_value)", as known at an instant; null without any. */
export function scheduleOf(helpdesk: Helpdesk, ticket: TicketRow, known = Infinity): Segment[] | null {
  const events = eventsOf(helpdesk, ticket, 'schedule');
  const spells = spellsOf(events, ticket, null).filter((one) => one.from <= known);
  return events.length === 0 ? null : spells.map((one) => ({ from: one.from, to: one.to <= known ? one.to : Infinity, hours: hoursOf(one.value) }));
}

/**
 * The calendars of the SLA-hours view of a row dated at an instant: the schedule's, piece by piece; "else the calendar of its policy's target in
 * force at the row's dating instant; … No policy, or none with a target for that clock: the default calendar of the settings, else null".
 */
export function viewHours({ helpdesk, settings }: World, ticket: TicketRow, clock: Clock, datedAt: number): Segment[] | null {
  const schedule = scheduleOf(helpdesk, ticket);
  if (schedule) {
    return schedule;
  }
  const target = targetAt(helpdesk, ticket, clock, datedAt);
  const always = (hours: Hours): Segment[] => [{ from: -Infinity, to: Infinity, hours }];
  if (target) {
    return always(hoursOf(target.calendar_id));
  }
  return settings.defaultCalendar === null ? null : always({ calendar: settings.defaultCalendar });
}

/** Business milliseconds of some pieces of time; null where no calendar applies. Pauses never shorten them. */
export function slaHoursMs(world: World, ticket: TicketRow, clock: Clock, pieces: readonly Interval[], datedAt: number): number | null {
  const segments = viewHours(world, ticket, clock, datedAt);
  return segments === null ? null : pieces.flatMap((piece) => cut(segments, piece)).reduce((sum, one) => sum + openMs(world.helpdesk, one), 0);
}

/** "Whether the wait began inside the calendar that its SLA-hours view uses then (24/7 is inside; hours are half-open)." */
export function askedInHours(world: World, ticket: TicketRow, clock: Clock, askedAt: number, datedAt: number): string {
  const segments = viewHours(world, ticket, clock, datedAt);
  const then = segments?.find((one) => one.from <= askedAt && askedAt < one.to);
  if (!then) {
    return 'no hours set';
  }
  return openMs(world.helpdesk, { ...then, from: askedAt, to: askedAt + 1 }) > 0 ? 'inside' : 'outside';
}

/** Segments cut to a piece of time. */
export function cut(segments: readonly Segment[], piece: Interval): Segment[] {
  return segments.map((one) => ({ ...one, from: Math.max(one.from, piece.from), to: Math.min(one.to, piece.to) })).filter((one) => one.from < one.to);
}

function openMs(helpdesk: Helpdesk, { from, to, hours }: Segment): number {
  return hours === '24/7' ? to - from : businessMs(calendarOf(helpdesk, hours.calendar), from, to);
}

/** The open intervals of some segments, without holes. */
export function openTime(helpdesk: Helpdesk, segments: readonly Segment[], holes: readonly Interval[]): Interval[] {
  const open = segments.flatMap(({ from, to, hours }) => (hours === '24/7' ? [{ from, to }] : openIntervals(calendarOf(helpdesk, hours.calendar), from, to)));
  return subtract(open, holes);
}
