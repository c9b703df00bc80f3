import { STATE_DIMENSIONS, ticketDims } from '../dimensions';
import { duration, DURATION_STATISTICS, stateMetric, type Row } from '../metric';
import type { Clock, TicketRow } from '../model';
import type { Statistic } from '../query';
import { isOpenBefore, waitingSince } from '../waiting';
import { tickets, type World } from '../world';

/** Open tickets and waiting customers at an instant, each aged since some instant; the owner is the one just before it. */
function statesAt(world: World, at: number, clock: Clock, since: (ticket: TicketRow) => number | null): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets(world)) {
    const start = since(ticket);
    if (start === null) {
      continue;
    }
    const value = duration(world, ticket, clock, start, at);
    rows.push({ value: value === 'dropped' ? null : value, dims: ticketDims(world, ticket, at - 1) });
  }
  return rows;
}

const openTickets = (world: World, at: number) =>
  statesAt(world, at, 'close', (ticket) => (isOpenBefore(world.helpdesk, ticket, at) ? ticket.created_at : null));
const waitingTickets = (world: World, at: number) => statesAt(world, at, 'next_reply', (ticket) => waitingSince(world.helpdesk, ticket, at));

const COUNT: readonly Statistic[] = ['count', 'n'];
const dimensions = STATE_DIMENSIONS;

/** How many tickets are open. */
export const backlog = stateMetric({ id: 'backlog', measure: 'count', statistics: COUNT, dimensions, rowsAt: openTickets });
/** How old the open tickets are: "age from creation". */
export const backlogAge = stateMetric({ id: 'backlog_age', measure: 'duration', statistics: DURATION_STATISTICS, dimensions, rowsAt: openTickets });
/** How many customers wait. */
export const waitingNow = stateMetric({ id: 'waiting_now', measure: 'count', statistics: COUNT, dimensions, rowsAt: waitingTickets });
/** How long they have waited; the longest first. */
export const longestWait = stateMetric({
  id: 'longest_wait',
  measure: 'duration',
  statistics: ['max', ...DURATION_STATISTICS.filter((one) => one !== 'max')],
  dimensions,
  rowsAt: waitingTickets,
});
