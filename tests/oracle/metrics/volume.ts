import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { datedMetric, type DatedRow } from '../metric';
import { tickets, type World } from '../world';

function created(world: World): DatedRow[] {
  return tickets(world).map((ticket) => ({ at: ticket.created_at, value: null, dims: ticketDims(world, ticket, ticket.created_at) }));
}

const count = { measure: 'count', dimensions: TICKET_DIMENSIONS, rows: created } as const;

/** support_volume: distinct tickets, dated by creation. (The current owner is the catalogue's default; a query here always says.) */
export const supportVolume = datedMetric({ id: 'support_volume', ...count });

/** opened: the same count under the name that goes with `closed`. */
export const opened = datedMetric({ id: 'opened', ...count });
