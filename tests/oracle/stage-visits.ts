import { humanRows } from './conversation';
import { standsBefore } from './closed-time';
import { eventsOf, spellsOf } from './fields';
import { closesOf, historyOf, isClosedWord, kindOf } from './history';
import type { TicketRow } from './model';
import type { World } from './world';

/** A stay in a stage; exit null = still there. */
export interface Visit {
  readonly stage: string;
  readonly entry: number;
  readonly exit: number | null;
}

/** The visits of a ticket as known now: from the creation on, one after the other; the last is open. A null stage is no visit; without events there is none. */
export function visitsOf(world: World, ticket: TicketRow): Visit[] {
  const events = eventsOf(world.helpdesk, ticket, 'stage');
  return spellsOf(events, ticket, null)
    .filter((one) => one.from <= world.now)
    .flatMap(({ from, to, value }) => (value === null ? [] : [{ stage: value, entry: Math.max(from, ticket.created_at), exit: to <= world.now ? to : null }]));
}

/**
 * The visits that the span of time_in_stage is measured by: "where a ticket was closed again without a stage event for the reopening, its last open
 * stage's exit is the last message (any human row) after the close after which that stage was left behind, and up to the last close. Where the
 * reopening left events, they already say it."
 */
export function resumedVisits(world: World, ticket: TicketRow): Visit[] {
  const visits = visitsOf(world, ticket);
  const history = historyOf(world.helpdesk, ticket);
  const closes = closesOf(history).filter((one) => one.at <= world.now);
  const place = visits.findLastIndex((one) => !isClosedWord(kindOf(world.helpdesk, one.stage)));
  const visit = visits[place];
  if (!visit) {
    return visits;
  }
  // The first close since the ticket came into the stage: no event brought it back into an open one.
  const left = closes.find((one) => one.at >= visit.entry);
  const last = closes.at(-1);
  if (!left || !last || left === last) {
    return visits;
  }
  const message = humanRows(world, ticket)
    .filter((row) => !standsBefore(history, row.at, left) && standsBefore(history, row.at, last))
    .at(-1);
  return message ? visits.map((one, index) => (index === place ? { ...one, exit: message.at } : one)) : visits;
}
