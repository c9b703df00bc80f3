import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { changesOf, closesOf, eventsOf, reopensOf, statusHistory } from '../history';
import { datedMetric, type DatedRow } from '../metric';
import type { TicketRow } from '../model';
import { tickets, type World } from '../world';

/** What comes in, goes out and changes hands. */

function rowsFor(world: World, instantsOf: (ticket: TicketRow) => readonly number[], value: number | null = null): DatedRow[] {
  return tickets(world).flatMap((ticket) => instantsOf(ticket).map((at) => ({ at, value, dims: ticketDims(world, ticket, at) })));
}

/** closed: close transitions. */
export const closed = datedMetric({
  id: 'closed',
  measure: 'count',
  statistics: ['count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows: (world) => rowsFor(world, (ticket) => closesOf(statusHistory(world.helpdesk, ticket))),
});

/** net_flow: created + reopened − closed, each dated by its own event. */
export const netFlow = datedMetric({
  id: 'net_flow',
  measure: 'sum',
  statistics: ['sum', 'count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows: (world) => [
    ...rowsFor(world, (ticket) => [ticket.created_at], 1),
    ...rowsFor(world, (ticket) => reopensOf(statusHistory(world.helpdesk, ticket)), 1),
    ...rowsFor(world, (ticket) => closesOf(statusHistory(world.helpdesk, ticket)), -1),
  ],
});

function moves(id: string, field: 'owner' | 'team') {
  return datedMetric({
    id,
    measure: 'count',
    statistics: ['count', 'n'],
    dimensions: TICKET_DIMENSIONS,
    rows: (world) =>
      rowsFor(world, (ticket) =>
        changesOf(eventsOf(world.helpdesk, ticket, field))
          .filter((one) => one.from !== null && one.to !== null)
          .map((one) => one.at)
      ),
  });
}

/** transfers: owner changes from somebody to somebody else. "A first assignment is not a transfer." */
export const transfers = moves('transfers', 'owner');
/** team_transfers: likewise. */
export const teamTransfers = moves('team_transfers', 'team');

/** The annotation of a reopening: "a transition from closed to not closed", also the first of a ticket that was born closed. */
export function reopenings(world: World): ReadonlyArray<{ readonly ticket: string; readonly at: number }> {
  return tickets(world).flatMap((ticket) => reopensOf(statusHistory(world.helpdesk, ticket)).map((at) => ({ ticket: ticket.ticket_id, at })));
}
