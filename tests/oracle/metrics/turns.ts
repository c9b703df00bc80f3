import { one, ticketDims, TURN_DIMENSIONS } from '../dimensions';
import type { Direction } from '../conversation';
import { datedMetric, duration, type DatedRow, type OracleMetric } from '../metric';
import type { TicketRow } from '../model';
import { askedInHours } from '../sla-hours';
import { sinceAssignment, turnsOf, type Turn } from '../turns';
import { tickets, type World } from '../world';

/** A reply time: every turn of one side, dated by the reply; "next_reply for all reply times (also the opening turn)". */
function turnMetric(
  id: string,
  direction: Direction,
  startOf: (world: World, ticket: TicketRow, turn: Turn) => number = (_world, _ticket, turn) => turn.waitStart
): OracleMetric {
  return datedMetric({
    id,
    measure: 'duration',
    dimensions: TURN_DIMENSIONS,
    rows: (world) =>
      tickets(world).flatMap((ticket) =>
        turnsOf(world, ticket)
          .filter((turn) => turn.direction === direction)
          .flatMap((turn): DatedRow[] => {
            const { repliedAt: at, holes } = turn;
            const from = startOf(world, ticket, turn);
            const value = duration(world, ticket, 'next_reply', { from, to: at, holes, datedAt: at });
            if (value === 'dropped') {
              return [];
            }
            const asked = askedInHours(world, ticket, 'next_reply', from, at);
            return [{ at, value, dims: { ...ticketDims(world, ticket, at), author: one(turn.author), direction: [direction], asked_in_hours: [asked] } }];
          })
      ),
  });
}

/** How long customers take to answer. */
export const customerReplyTime = turnMetric('customer_reply_time', 'received');
/** How long customers wait. */
export const customerWaitTime = turnMetric('customer_wait_time', 'sent');
/** The same turns, by author. */
export const ownerReplyTime = turnMetric('owner_reply_time', 'sent');
/** Those turns "from the later of its start and the last owner event that gave the ticket to the turn's author". */
export const replyTimeSinceAssignment = turnMetric('reply_time_since_assignment', 'sent', sinceAssignment);
