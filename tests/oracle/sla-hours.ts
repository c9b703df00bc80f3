import { businessMs, calendarOf } from './calendar';
import { eventsOf, priorityAt } from './history';
import type { Clock, Helpdesk, OracleSettings, SlaTargetRow, TicketRow } from './model';

/** Which calendar a duration's SLA-hours view uses, and how long it then is. */

/** A calendar id, or always open. */
export type Hours = { readonly calendar: string } | '24/7';

/** A stretch of time under one calendar. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly hours: Hours;
}

const hoursOf = (calendar: string | null): Hours => (calendar === null ? '24/7' : { calendar });

/** The policy in force at an instant: "ticket_sla.from ≤ t < to". */
export function policyAt(helpdesk: Helpdesk, ticket: TicketRow, at: number): string | null {
  const inForce = helpdesk.ticket_sla
    .filter((one) => one.ticket_id === ticket.ticket_id)
    .filter((one) => (one.from === null || one.from <= at) && (one.to === null || at < one.to))
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  return inForce.at(-1)?.policy_id ?? null;
}

/** "Target by policy and priority at the start: the exact priority, else the row with an empty one; the largest valid_from ≤ start." */
export function targetAt(helpdesk: Helpdesk, ticket: TicketRow, clock: Clock, start: number): SlaTargetRow | null {
  const policy = policyAt(helpdesk, ticket, start);
  const priority = priorityAt(helpdesk, ticket, start);
  const valid = helpdesk.sla_target
    .filter((one) => one.policy_id === policy && one.clock === clock)
    .filter((one) => one.valid_from === null || one.valid_from <= start)
    .sort((a, b) => (a.valid_from ?? -Infinity) - (b.valid_from ?? -Infinity));
  const exact = valid.filter((one) => one.priority === priority).at(-1);
  const general = valid.filter((one) => one.priority === null).at(-1);
  return exact ?? general ?? null;
}

/**
 * The calendars that apply between two instants. Schedule events decide, segment by segment ("before the first, its
 * from_value"); else the calendar of the target in force at the start; else the settings' default; else none: null.
 */
export function segments(helpdesk: Helpdesk, settings: OracleSettings, ticket: TicketRow, clock: Clock, from: number, to: number): Segment[] | null {
  const schedule = eventsOf(helpdesk, ticket, 'schedule');
  const first = schedule[0];
  if (first) {
    const found: Segment[] = [];
    let begin = -Infinity;
    let calendar = first.from_value;
    for (const event of schedule) {
      found.push({ from: begin, to: event.at, hours: hoursOf(calendar) });
      begin = event.at;
      calendar = event.to_value;
    }
    found.push({ from: begin, to: Infinity, hours: hoursOf(calendar) });
    return found.map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) })).filter((one) => one.from < one.to);
  }
  const target = targetAt(helpdesk, ticket, clock, from);
  if (target) {
    return [{ from, to, hours: hoursOf(target.calendar_id) }];
  }
  return settings.defaultCalendar === null ? null : [{ from, to, hours: hoursOf(settings.defaultCalendar) }];
}

/** Business milliseconds of a duration; null where no calendar applies. Pauses never shorten it. */
export function slaHoursMs(helpdesk: Helpdesk, settings: OracleSettings, ticket: TicketRow, clock: Clock, from: number, to: number): number | null {
  const parts = segments(helpdesk, settings, ticket, clock, from, to);
  if (parts === null) {
    return null;
  }
  return parts.reduce((sum, one) => sum + openMs(helpdesk, one.hours, one.from, one.to), 0);
}

/** Open milliseconds in [from, to) of a calendar, or of 24/7. */
export function openMs(helpdesk: Helpdesk, hours: Hours, from: number, to: number): number {
  return hours === '24/7' ? to - from : businessMs(calendarOf(helpdesk, hours.calendar), from, to);
}
