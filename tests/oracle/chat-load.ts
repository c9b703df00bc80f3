import type { Interval } from './calendar';
import { humanMessages } from './conversation';
import { changesOf, eventsOf, ownersOf, valueAt } from './fields';
import type { ChatSessionRow, TicketRow } from './model';
import { waitAt } from './waiting';
import { tickets, type World } from './world';

/** Who is busy with whom. */

/** A stretch of time that belongs to an agent. */
export interface Held extends Interval {
  readonly agent: string;
}

/**
 * Chat sessions and their holders up to now: "held from first_agent_at to ended_at by the author of its first agent message, or
 * by the new owner after a transfer".
 */
export function heldSessions(world: World): Held[] {
  return tickets(world).flatMap((ticket) =>
    world.helpdesk.chat_session.filter((one) => one.ticket_id === ticket.ticket_id).flatMap((session) => holders(world, ticket, session))
  );
}

function holders(world: World, ticket: TicketRow, session: ChatSessionRow): Held[] {
  const start = session.first_agent_at;
  const end = Math.min(session.ended_at ?? Infinity, world.now);
  if (start === null) {
    return [];
  }
  const first = humanMessages(world, ticket).find(
    (one) => one.direction === 'sent' && one.at >= session.started_at && one.at <= (session.ended_at ?? Infinity)
  );
  const changes = [{ at: start, agent: first?.author ?? null }];
  for (const change of changesOf(eventsOf(world.helpdesk, ticket, 'owner'), ticket)) {
    if (change.from !== null && change.to !== null && change.at > start) {
      changes.push({ at: change.at, agent: change.to });
    }
  }
  return changes.flatMap(({ at, agent }, index) => {
    const to = Math.min(end, changes[index + 1]?.at ?? Infinity);
    return agent !== null && isPerson(world, agent) && at < to ? [{ agent, from: at, to }] : [];
  });
}

/** The stretches up to now in which somebody owns an open ticket whose customer waits: looked at between one row of the ticket and the next. */
export function ownedWaits(world: World): Held[] {
  const { helpdesk, now } = world;
  return tickets(world).flatMap((ticket) => {
    const instants = [
      ticket.created_at,
      ...(ticket.closed_at === null ? [] : [ticket.closed_at]),
      ...helpdesk.ticket_event.filter((one) => one.ticket_id === ticket.ticket_id).map((one) => one.at),
      ...helpdesk.message.filter((one) => one.ticket_id === ticket.ticket_id).map((one) => one.sent_at),
    ].filter((at) => at < now);
    const steps = [...new Set(instants), now].sort((a, b) => a - b);
    return steps.slice(0, -1).flatMap((at, index) => {
      // "Strictly before" the next millisecond: what happened up to and including this one.
      const waits = waitAt(world, ticket, at + 1) !== null;
      const agent = valueAt(ownersOf(helpdesk, ticket), at);
      return waits && agent !== null && isPerson(world, agent) ? [{ agent, from: at, to: steps[index + 1] ?? now }] : [];
    });
  });
}

/** Bots hold nothing: as with availability, they are left out. */
function isPerson(world: World, id: string): boolean {
  return !world.helpdesk.agent.some((one) => one.agent_id === id && one.is_bot);
}
