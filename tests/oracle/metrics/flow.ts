import { closeDims } from '../closes';
import { CLOSE_DIMENSIONS, TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { changesOf, eventsOf } from '../fields';
import { closesOf, historyOf, reopensOf } from '../history';
import { datedMetric, type DatedRow } from '../metric';
import { tickets, type World } from '../world';

/** What comes in, goes out and changes hands. */

/** closed: close transitions; a close before creation is left out. */
export const closed = datedMetric({
  id: 'closed',
  measure: 'count',
  dimensions: CLOSE_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket) =>
      closesOf(historyOf(world.helpdesk, ticket))
        .filter((close) => !close.early)
        .map((close): DatedRow => ({ at: close.at, value: null, dims: closeDims(world, ticket, close) }))
    ),
});

/**
 * net_flow: "created + reopened − closed", each dated by its own event, which owner and team are taken at. "It leaves out tickets closed at an unknown
 * time"; a close before creation it "takes at creation".
 */
export const netFlow = datedMetric({
  id: 'net_flow',
  measure: 'sum',
  statistics: ['sum', 'count', 'n', 'tickets', 'customers'],
  dimensions: TICKET_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket): DatedRow[] => {
      const history = historyOf(world.helpdesk, ticket);
      if (history.unknownSince !== null) {
        return [];
      }
      return [
        { at: ticket.created_at, value: 1, dims: ticketDims(world, ticket, ticket.created_at) },
        ...reopensOf(history).map((at) => ({ at, value: 1, dims: ticketDims(world, ticket, at) })),
        ...closesOf(history).map(({ at }) => ({ at, value: -1, dims: ticketDims(world, ticket, at, 'last') })),
      ];
    }),
});

function moves(id: string, field: 'owner' | 'team') {
  return datedMetric({
    id,
    measure: 'count',
    dimensions: TICKET_DIMENSIONS,
    rows: (world) =>
      tickets(world).flatMap((ticket) =>
        changesOf(eventsOf(world.helpdesk, ticket, field), ticket)
          .filter((change) => change.from !== null && change.to !== null)
          .map(({ at }): DatedRow => ({ at, value: null, dims: ticketDims(world, ticket, at) }))
      ),
  });
}

/** transfers: owner changes from somebody to somebody else. "A first assignment is not a transfer." */
export const transfers = moves('transfers', 'owner');
/** team_transfers: likewise. */
export const teamTransfers = moves('team_transfers', 'team');

/** The annotation of a reopening: "a transition from closed to not closed", also the first of a ticket that was born closed. */
export function reopenings(world: World): ReadonlyArray<{ readonly ticket: string; readonly at: number }> {
  return tickets(world).flatMap((ticket) => reopensOf(historyOf(world.helpdesk, ticket)).map((at) => ({ ticket: ticket.ticket_id, at })));
}
