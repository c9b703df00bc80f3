import { subtract } from '../calendar';
import { STATE_DIMENSIONS, ticketDims } from '../dimensions';
import { durationOf, DURATION_STATISTICS, stateMetric, type Row, type Span } from '../metric';
import type { Clock, TicketRow } from '../model';
import { isOpenBefore, waitAt } from '../waiting';
import { tickets, type World } from '../world';

/** Open tickets and waiting customers at an instant, each aged since some instant; owner and team are those just before it. */
function statesAt(world: World, at: number, clock: Clock, since: (ticket: TicketRow) => Pick<Span, 'from' | 'holes'> | null): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets(world)) {
    const start = since(ticket);
    if (start !== null) {
      const pieces = subtract([{ from: start.from, to: at }], start.holes ?? []);
      rows.push({ value: durationOf(world, ticket, clock, pieces, at), dims: ticketDims(world, ticket, at - 1) });
    }
  }
  return rows;
}

const openTickets = (world: World, at: number) =>
  statesAt(world, at, 'close', (ticket) => (isOpenBefore(world, ticket, at) ? { from: ticket.created_at } : null));
const waitingTickets = (world: World, at: number) =>
  statesAt(world, at, 'next_reply', (ticket) => {
    const wait = waitAt(world, ticket, at);
    return wait && { from: wait.since, holes: wait.holes };
  });

const dimensions = STATE_DIMENSIONS;

/** How many tickets are open. */
export const backlog = stateMetric({ id: 'backlog', measure: 'count', dimensions, rowsAt: openTickets });
/** How old the open tickets are: "age from creation". */
export const backlogAge = stateMetric({ id: 'backlog_age', measure: 'duration', dimensions, rowsAt: openTickets });
/** How many customers wait. */
export const waitingNow = stateMetric({ id: 'waiting_now', measure: 'count', dimensions, rowsAt: waitingTickets });
/** How long they have waited; the longest first. */
export const longestWait = stateMetric({
  id: 'longest_wait',
  measure: 'duration',
  statistics: ['max', ...DURATION_STATISTICS.filter((one) => one !== 'max')],
  dimensions,
  rowsAt: waitingTickets,
});
