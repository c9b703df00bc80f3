import { subtract } from '../calendar';
import { closeDims, lastClose } from '../closes';
import { closedTime } from '../closed-time';
import { CLOSE_DIMENSIONS, one, ticketDims, TICKET_DIMENSIONS } from '../dimensions';
import { changesOf, eventsOf, ownersOf, teamsOf, valueAt } from '../fields';
import { historyOf } from '../history';
import { datedMetric, duration, durationOf, type DatedRow } from '../metric';
import { tickets } from '../world';

/** Who had a ticket, for how long, and how long it took to find somebody. */

/**
 * time_to_assignment: "creation → the first owner event that names somebody (0 where the ticket begins with somebody), dated by it; tickets without
 * owner events have no row".
 */
export const timeToAssignment = datedMetric({
  id: 'time_to_assignment',
  measure: 'duration',
  dimensions: TICKET_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket): DatedRow[] => {
      const events = eventsOf(world.helpdesk, ticket, 'owner');
      if (events.length === 0) {
        return [];
      }
      const begunWith = valueAt(ownersOf(world.helpdesk, ticket), ticket.created_at);
      const at = begunWith === null ? changesOf(events, ticket).find((change) => change.to !== null)?.at : ticket.created_at;
      if (at === undefined) {
        return [];
      }
      const value = duration(world, ticket, 'first_reply', { from: ticket.created_at, to: at, datedAt: at });
      return value === 'dropped' ? [] : [{ at, value, dims: ticketDims(world, ticket, at) }];
    }),
});

/**
 * time_with_owner, time_with_team: "of closed tickets, the open time that each owner (team) had it, `(unassigned)` included, one row a ticket and owner
 * (team) with more than 0 ms, dated by the last close; the owner (team) of a row is that holder".
 */
function timeWith(dimension: 'owner' | 'team') {
  return datedMetric({
    id: `time_with_${dimension}`,
    measure: 'duration',
    dimensions: CLOSE_DIMENSIONS,
    rows: (world) =>
      tickets(world).flatMap((ticket) => {
        const close = lastClose(world, ticket);
        if (close === null) {
          return [];
        }
        const open = subtract([{ from: ticket.created_at, to: close.at }], closedTime(historyOf(world.helpdesk, ticket), close.at));
        const spells = dimension === 'owner' ? ownersOf(world.helpdesk, ticket) : teamsOf(world.helpdesk, ticket);
        return [...new Set(spells.map((spell) => spell.value))].flatMap((holder): DatedRow[] => {
          const others = spells.filter((spell) => spell.value !== holder);
          const pieces = subtract(open, others);
          const value = durationOf(world, ticket, 'close', pieces, close.at);
          return pieces.length === 0 ? [] : [{ at: close.at, value, dims: { ...closeDims(world, ticket, close), [dimension]: one(holder) } }];
        });
      }),
  });
}

export const timeWithOwner = timeWith('owner');
export const timeWithTeam = timeWith('team');
