import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { closesOf, isClosedAt, statusHistory } from '../history';
import { datedMetric, duration, DURATION_STATISTICS, type DatedRow } from '../metric';
import type { TicketRow } from '../model';
import { tickets, type World } from '../world';

/** The last close of a ticket that is closed now; null for a ticket that is open now or never closed. */
export function lastClose(world: World, ticket: TicketRow): number | null {
  const history = statusHistory(world.helpdesk, ticket);
  if (!isClosedAt(history, world.now)) {
    return null;
  }
  return (
    closesOf(history)
      .filter((at) => at <= world.now)
      .at(-1) ?? null
  );
}

/** "Every ticket that ever closed, once, dated by its first close." */
export function firstClose(world: World, ticket: TicketRow): number | null {
  return closesOf(statusHistory(world.helpdesk, ticket))[0] ?? null;
}

/** time_to_close: last close − created, tickets closed now, dated by the last close; `close: first` is an option. */
export const timeToClose = datedMetric({
  id: 'time_to_close',
  measure: 'duration',
  statistics: DURATION_STATISTICS,
  dimensions: TICKET_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const ticket of tickets(world)) {
      const at = world.query.close === 'first' ? firstClose(world, ticket) : lastClose(world, ticket);
      if (at === null) {
        continue;
      }
      const value = duration(world, ticket, 'close', ticket.created_at, at);
      if (value !== 'dropped') {
        rows.push({ at, value, dims: ticketDims(world, ticket, at) });
      }
    }
    return rows;
  },
});
