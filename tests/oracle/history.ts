import type { EventField, Helpdesk, Status, TicketEventRow, TicketRow } from './model';

/** What a ticket's event log says a field was, and when. */

/** A real change: the value before differs from the value after. */
export interface Change {
  readonly at: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Plain text order, as "ties by id as text" means it. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A ticket's events of one field, "in the order (at, event_id as text)". */
export function eventsOf(helpdesk: Helpdesk, ticket: TicketRow, field: EventField): TicketEventRow[] {
  return helpdesk.ticket_event
    .filter((one) => one.ticket_id === ticket.ticket_id && one.field === field)
    .sort((a, b) => a.at - b.at || byText(a.event_id, b.event_id));
}

/** The changes: "only to_value counts; from_value is read on the first event alone; from = to is nothing". */
export function changesOf(events: readonly TicketEventRow[]): Change[] {
  const changes: Change[] = [];
  let value = events[0]?.from_value ?? null;
  for (const event of events) {
    if (event.to_value !== value) {
      changes.push({ at: event.at, from: value, to: event.to_value });
      value = event.to_value;
    }
  }
  return changes;
}

/**
 * The value of a field at an instant: the last event with at ≤ t; before the first, its from_value; a ticket without any
 * such event has its current value. "An event at the same millisecond as a dating instant has happened."
 */
export function valueAt(events: readonly TicketEventRow[], current: string | null, at: number): string | null {
  const first = events[0];
  if (!first) {
    return current;
  }
  let value = first.from_value;
  for (const event of events) {
    if (event.at <= at) {
      value = event.to_value;
    }
  }
  return value;
}

/** The owner of a ticket at an instant. */
export function ownerAt(helpdesk: Helpdesk, ticket: TicketRow, at: number): string | null {
  return valueAt(eventsOf(helpdesk, ticket, 'owner'), ticket.owner_id, at);
}

/** The priority of a ticket at an instant. */
export function priorityAt(helpdesk: Helpdesk, ticket: TicketRow, at: number): string | null {
  return valueAt(eventsOf(helpdesk, ticket, 'priority'), ticket.priority, at);
}

/** A change of a ticket's status; null = not known. */
export interface StatusChange {
  readonly at: number;
  readonly from: Status | null;
  readonly to: Status | null;
}

/** What is known of a ticket's status: where it began and how it changed. */
export interface StatusHistory {
  readonly initial: Status | null;
  readonly changes: readonly StatusChange[];
}

const CLOSED: ReadonlyArray<Status | null> = ['closed', 'merged', 'spam'];

/** "closed, merged and spam are closed states." */
export function isClosedKind(status: Status | null): boolean {
  return CLOSED.includes(status);
}

/**
 * "A ticket's state comes from its status events; without any, from its stage events through stage.kind; without either,
 * from closed_at as its only close. closed_at is ignored where events exist."
 */
export function statusHistory(helpdesk: Helpdesk, ticket: TicketRow): StatusHistory {
  const statusEvents = eventsOf(helpdesk, ticket, 'status');
  if (statusEvents.length > 0) {
    return walk(statusEvents.map((one) => ({ at: one.at, from: one.from_value as Status | null, to: one.to_value as Status | null })));
  }
  // An event to a stage that no table knows says nothing about the status.
  const kindOf = (id: string | null): Status | null => helpdesk.stage.find((one) => one.stage_id === id)?.kind ?? null;
  const stageEvents = eventsOf(helpdesk, ticket, 'stage')
    .map((one) => ({ at: one.at, from: kindOf(one.from_value), to: kindOf(one.to_value) }))
    .filter((one) => one.to !== null);
  if (stageEvents.length > 0) {
    return walk(stageEvents);
  }
  const current = kindOf(ticket.stage_id);
  const open = isClosedKind(current) || current === null ? 'open' : current;
  const closed = isClosedKind(current) ? current : 'closed';
  return { initial: open, changes: ticket.closed_at === null ? [] : [{ at: ticket.closed_at, from: open, to: closed }] };
}

function walk(events: readonly StatusChange[]): StatusHistory {
  const initial = events[0]?.from ?? null;
  const changes: StatusChange[] = [];
  let status = initial;
  for (const event of events) {
    if (event.to !== status) {
      changes.push({ at: event.at, from: status, to: event.to });
      status = event.to;
    }
  }
  return { initial, changes };
}

/** The instants at which a ticket went from not closed to closed. */
export function closesOf(history: StatusHistory): number[] {
  return history.changes.filter((one) => !isClosedKind(one.from) && isClosedKind(one.to)).map((one) => one.at);
}

/** The instants at which a ticket went from closed to not closed. */
export function reopensOf(history: StatusHistory): number[] {
  return history.changes.filter((one) => isClosedKind(one.from) && !isClosedKind(one.to)).map((one) => one.at);
}

/** Whether the ticket is closed, after every change up to and including `at`. */
export function isClosedAt(history: StatusHistory, at: number): boolean {
  return isClosedKind(statusUpTo(history, (change) => change.at <= at));
}

/** Whether the ticket is closed, "from events strictly before the instant". */
export function isClosedBefore(history: StatusHistory, at: number): boolean {
  return isClosedKind(statusUpTo(history, (change) => change.at < at));
}

/** Today's status. */
export function currentStatus(history: StatusHistory): Status | null {
  return statusUpTo(history, () => true);
}

function statusUpTo(history: StatusHistory, happened: (change: StatusChange) => boolean): Status | null {
  let status = history.initial;
  for (const change of history.changes) {
    if (happened(change)) {
      status = change.to;
    }
  }
  return status;
}
