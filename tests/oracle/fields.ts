import { remember } from './memory';
import type { EventField, Helpdesk, TicketEventRow, TicketRow } from './model';
import { byId } from './order';

/** What a ticket's event log says an owner, a team, a stage, a priority or a schedule was, and when. */

/** A real change, after the creation: the value before differs from the value after. */
export interface Change {
  readonly at: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** A value of a field and the time that it held: the first since ever, the last for good. */
export interface Spell {
  readonly from: number;
  readonly to: number;
  readonly value: string | null;
}

/** A ticket's events of one field, "in the order (at, event_id)". */
export function eventsOf(helpdesk: Helpdesk, ticket: TicketRow, field: EventField): TicketEventRow[] {
  return remember(helpdesk, `${field} of ${ticket.ticket_id}`, () =>
    helpdesk.ticket_event.filter((one) => one.ticket_id === ticket.ticket_id && one.field === field).sort((a, b) => a.at - b.at || byId(a.event_id, b.event_id))
  );
}

/**
 * What a ticket begins with. "Events not after created_at, of any field but handover, only say how the ticket begins … Where a field's
 * first event comes later, its from_value holds until then." Without any event: the current value.
 */
function beginning(events: readonly TicketEventRow[], ticket: TicketRow, current: string | null): string | null {
  const first = events[0];
  if (!first) {
    return current;
  }
  const before = events.filter((one) => one.at <= ticket.created_at).at(-1);
  return before ? before.to_value : first.from_value;
}

/** The changes after the creation: "only to_value counts; an event whose to_value is the state already reached is nothing". */
export function changesOf(events: readonly TicketEventRow[], ticket: TicketRow): Change[] {
  const changes: Change[] = [];
  let value = beginning(events, ticket, null);
  for (const event of events.filter((one) => one.at > ticket.created_at)) {
    if (event.to_value !== value) {
      changes.push({ at: event.at, from: value, to: event.to_value });
      value = event.to_value;
    }
  }
  return changes;
}

/** The values of a field, one after the other. "Before its creation a ticket has what it begins with." */
export function spellsOf(events: readonly TicketEventRow[], ticket: TicketRow, current: string | null): Spell[] {
  const changes = changesOf(events, ticket);
  const starts = [{ at: -Infinity, value: beginning(events, ticket, current) }, ...changes.map(({ at, to }) => ({ at, value: to }))];
  return starts.map(({ at, value }, index) => ({ from: at, to: starts[index + 1]?.at ?? Infinity, value }));
}

/** The value at an instant. "An event at the same millisecond as a dating instant has happened." */
export function valueAt(spells: readonly Spell[], at: number): string | null {
  return spells.filter((one) => one.from <= at).at(-1)?.value ?? null;
}

/** The value at an instant or, where there is none, the last before it; null where there never was one. */
export function lastValueAt(spells: readonly Spell[], at: number): string | null {
  return spells.filter((one) => one.from <= at && one.value !== null).at(-1)?.value ?? null;
}

/** Who owned a ticket, when. "Only a ticket without any owner event falls back to its current owner." */
export function ownersOf(helpdesk: Helpdesk, ticket: TicketRow): Spell[] {
  return spellsOf(eventsOf(helpdesk, ticket, 'owner'), ticket, ticket.owner_id);
}

/** Which team had a ticket, when. "A ticket without any team event has its current team at all times." */
export function teamsOf(helpdesk: Helpdesk, ticket: TicketRow): Spell[] {
  return spellsOf(eventsOf(helpdesk, ticket, 'team'), ticket, ticket.team_id);
}

/** The priority of a ticket at an instant. */
export function priorityAt(helpdesk: Helpdesk, ticket: TicketRow, at: number): string | null {
  return valueAt(spellsOf(eventsOf(helpdesk, ticket, 'priority'), ticket, ticket.priority), at);
}
