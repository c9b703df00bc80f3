import { closeDims, firstClose, lastClose, lastCloseMetric } from '../closes';
import { union, type Interval } from '../calendar';
import { closedTime } from '../closed-time';
import { CLOSE_DIMENSIONS } from '../dimensions';
import { historyOf, isClosedWord, type Flip } from '../history';
import { datedMetric, duration, type DatedRow } from '../metric';
import type { Status, TicketRow } from '../model';
import { pausesOf } from '../pauses';
import { tickets, type World } from '../world';

/** Durations dated by a close. */

/** time_to_close: last close − created, tickets closed now, dated by the last close; `close: first` is an option of this metric alone. */
export const timeToClose = datedMetric({
  id: 'time_to_close',
  measure: 'duration',
  dimensions: CLOSE_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket): DatedRow[] => {
      const close = world.query.close === 'first' ? firstClose(world, ticket) : lastClose(world, ticket);
      if (close === null) {
        return [];
      }
      const value = duration(world, ticket, 'close', { from: ticket.created_at, to: close.at, datedAt: close.at });
      return value === 'dropped' ? [] : [{ at: close.at, value, dims: closeDims(world, ticket, close) }];
    }),
});

/** A part of the time from creation to the last close. */
function partOfLife(id: string, holesOf: (world: World, ticket: TicketRow, close: Flip) => readonly Interval[]) {
  return lastCloseMetric({ id, measure: 'duration' }, (world, ticket, close) => {
    const holes = union(holesOf(world, ticket, close));
    const value = duration(world, ticket, 'close', { from: ticket.created_at, to: close.at, holes, datedAt: close.at });
    return value === 'dropped' ? null : { value };
  });
}

/** When a ticket's status was one of some. */
function statusTime(world: World, ticket: TicketRow, isOne: (status: Status) => boolean): Interval[] {
  const spells = historyOf(world.helpdesk, ticket).statuses;
  return spells.map((one, index) => ({ ...one, to: spells[index + 1]?.from ?? Infinity })).filter((one) => isOne(one.status));
}

/** resolution_time: "the time in which the ticket was neither closed nor paused (stages and statuses as for SLA pauses, whatever the target says)". */
export const resolutionTime = partOfLife('resolution_time', (world, ticket, close) => [
  ...closedTime(historyOf(world.helpdesk, ticket), close.at),
  ...pausesOf(world, ticket, world.now),
]);

/** requester_wait_time: "in which its status was none of closed, waiting_customer". */
export const requesterWaitTime = partOfLife('requester_wait_time', (world, ticket) =>
  statusTime(world, ticket, (status) => isClosedWord(status) || status === 'waiting_customer')
);

/** agent_work_time: "in which it was new or open". */
export const agentWorkTime = partOfLife('agent_work_time', (world, ticket) => statusTime(world, ticket, (status) => status !== 'new' && status !== 'open'));
