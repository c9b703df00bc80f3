import { eventsOf } from './fields';
import { remember } from './memory';
import type { Helpdesk, Person, Status, TicketRow } from './model';

/** What is known of a ticket's state: when it was open, closed and reopened, and what its status was. */

/** A close or a reopening. */
export interface Flip {
  readonly at: number;
  readonly closed: boolean;
  /** Of a close: who did it; null = nobody known. */
  readonly by: string | null;
  readonly kind: Person | null;
  /** Of a close: it is the creation of a ticket whose first state is closed. */
  readonly born: boolean;
  /** Of a close: it is dated before the creation, at which states take it. */
  readonly early: boolean;
}

/** A stretch of one status. */
export interface StatusSpell {
  readonly from: number;
  readonly status: Status;
}

export interface History {
  /** In order; a reopening follows a close and a close a reopening. */
  readonly flips: readonly Flip[];
  /** The words; the first since ever. */
  readonly statuses: readonly StatusSpell[];
  /** Since when the ticket is "closed at an unknown time"; null = it is not. */
  readonly unknownSince: number | null;
  /** The `status` dimension. */
  readonly status: Status | null;
}

/** "closed, merged and spam are closed states." */
export function isClosedWord(status: Status | null): boolean {
  return status === 'closed' || status === 'merged' || status === 'spam';
}

/** A stage's kind; null where no table has the stage. */
export function kindOf(helpdesk: Helpdesk, stageId: string | null): Status | null {
  return helpdesk.stage.find((one) => one.stage_id === stageId)?.kind ?? null;
}

/** "The ticket's present state is ticket.status, else the kind of ticket.stage_id, else unknown." */
function presentState(helpdesk: Helpdesk, ticket: TicketRow): Status | null {
  return ticket.status ?? kindOf(helpdesk, ticket.stage_id);
}

/** An event that says a state. */
interface StateEvent {
  readonly at: number;
  readonly from: Status;
  readonly to: Status;
  readonly by: string | null;
  readonly kind: Person | null;
}

/** "A ticket's history is its status events; without any, its stage events through stage.kind; without either, none." Null is open. */
function stateEvents(helpdesk: Helpdesk, ticket: TicketRow): StateEvent[] {
  const statuses = eventsOf(helpdesk, ticket, 'status');
  if (statuses.length > 0) {
    return statuses.map((one) => ({
      at: one.at,
      from: (one.from_value ?? 'open') as Status,
      to: (one.to_value ?? 'open') as Status,
      by: one.actor_id,
      kind: one.actor_kind,
    }));
  }
  // "Such a stage is open": one that no table has. Where there is no table at all, there is no kind that its events could say.
  return helpdesk.stage.length === 0
    ? []
    : eventsOf(helpdesk, ticket, 'stage').map((one) => ({
        at: one.at,
        from: kindOf(helpdesk, one.from_value) ?? 'open',
        to: kindOf(helpdesk, one.to_value) ?? 'open',
        by: one.actor_id,
        kind: one.actor_kind,
      }));
}

/** A ticket's history, worked out once a helpdesk. */
export function historyOf(helpdesk: Helpdesk, ticket: TicketRow): History {
  return remember(helpdesk, `history ${ticket.ticket_id}`, () => workOut(helpdesk, ticket));
}

function workOut(helpdesk: Helpdesk, ticket: TicketRow): History {
  const events = stateEvents(helpdesk, ticket);
  const flips: Flip[] = [];
  const statuses: StatusSpell[] = [];

  // How the ticket begins: "the first event's from_value or, where events are not after created_at, the state that the last of these reached".
  let status: Status = events[0]?.from ?? 'open';
  let closer: StateEvent | null = null;
  for (const event of events.filter((one) => one.at <= ticket.created_at)) {
    closer = isClosedWord(event.to) ? (isClosedWord(status) ? closer : event) : null;
    status = event.to;
  }
  if (isClosedWord(status)) {
    flips.push({ at: ticket.created_at, closed: true, by: closer?.by ?? null, kind: closer?.kind ?? null, born: true, early: false });
  }
  statuses.push({ from: -Infinity, status });

  // What changed after the creation; moving between closed states is neither a close nor a reopening.
  for (const event of events.filter((one) => one.at > ticket.created_at)) {
    if (event.to === status) {
      continue;
    }
    if (isClosedWord(event.to) !== isClosedWord(status)) {
      const closed = isClosedWord(event.to);
      flips.push({ at: event.at, closed, by: closed ? event.by : null, kind: closed ? event.kind : null, born: false, early: false });
    }
    status = event.to;
    statuses.push({ from: event.at, status });
  }

  // "Where the history ends closed, present state and closed_at are ignored."
  if (events.length > 0 && isClosedWord(status)) {
    return { flips, statuses, unknownSince: null, status };
  }
  const present = presentState(helpdesk, ticket);
  const lastWord = events.length > 0 ? status : null;
  // "With a present state known and open, closed_at is ignored."
  if (present !== null && !isClosedWord(present)) {
    return { flips, statuses, unknownSince: null, status: present };
  }
  const closedWord = present ?? 'closed';
  const lastEvent = events.at(-1)?.at ?? null;
  // "Else a closed_at later than the last state event is a close at closed_at, by nobody known, and one at or before it is ignored."
  if (ticket.closed_at !== null && (lastEvent === null || ticket.closed_at > lastEvent)) {
    const close = closeAtClosedAt(ticket, events.length === 0);
    const from = close.born ? -Infinity : close.at;
    return {
      flips: [...flips, close],
      statuses: [...statuses.filter((one) => one.from < from), { from, status: closedWord }],
      unknownSince: null,
      status: closedWord,
    };
  }
  // "No usable closed_at but a closed present state is a ticket closed at an unknown time: from its last state event (or its creation) on …"
  if (present !== null) {
    return { flips, statuses, unknownSince: Math.max(lastEvent ?? ticket.created_at, ticket.created_at), status: present };
  }
  return { flips, statuses, unknownSince: null, status: lastWord };
}

/** "By nobody known"; "without a history a closed_at equal to created_at" is the first state of a ticket born closed. */
function closeAtClosedAt(ticket: TicketRow, withoutHistory: boolean): Flip {
  const closedAt = ticket.closed_at ?? ticket.created_at;
  const early = closedAt < ticket.created_at;
  return {
    // "States, backlog and net_flow take it at creation."
    at: Math.max(closedAt, ticket.created_at),
    closed: true,
    by: null,
    kind: null,
    born: withoutHistory && closedAt === ticket.created_at,
    early,
  };
}

/** All closes, in order. */
export function closesOf(history: History): Flip[] {
  return history.flips.filter((one) => one.closed);
}

/** All reopenings, in order. */
export function reopensOf(history: History): number[] {
  return history.flips.filter((one) => !one.closed).map((one) => one.at);
}

/** Whether the ticket is closed, after everything up to and including `at`. */
export function isClosedAt(history: History, at: number): boolean {
  return isShutAt(history, at) || (history.unknownSince !== null && history.unknownSince <= at);
}

/** Whether the ticket is closed by a close that is known, after everything up to and including `at`. */
export function isShutAt(history: History, at: number): boolean {
  return history.flips.filter((one) => one.at <= at).at(-1)?.closed ?? false;
}

/** Whether the ticket is closed, "from events strictly before the instant". */
export function isClosedBefore(history: History, at: number): boolean {
  const shut = history.flips.filter((one) => one.at < at).at(-1)?.closed ?? false;
  return shut || (history.unknownSince !== null && history.unknownSince < at);
}
