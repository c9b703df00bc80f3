import { turnsOf, type Direction } from '../conversation';
import { MESSAGE_DIMENSIONS, one, ticketDims } from '../dimensions';
import { datedMetric, duration, DURATION_STATISTICS, type DatedRow, type OracleMetric } from '../metric';
import { tickets } from '../world';

/** A reply time: every turn of one side, dated by the reply; "next_reply for all reply times (also the first turn)". */
function turnMetric(id: string, direction: Direction): OracleMetric {
  return datedMetric({
    id,
    measure: 'duration',
    statistics: DURATION_STATISTICS,
    dimensions: MESSAGE_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      for (const ticket of tickets(world)) {
        for (const turn of turnsOf(world.helpdesk, ticket).filter((each) => each.direction === direction)) {
          const value = duration(world, ticket, 'next_reply', turn.waitStart, turn.repliedAt);
          if (value !== 'dropped') {
            const dims = { ...ticketDims(world, ticket, turn.repliedAt), author: one(turn.author), direction: [turn.direction] };
            rows.push({ at: turn.repliedAt, value, dims });
          }
        }
      }
      return rows;
    },
  });
}

/** How long customers take to answer. */
export const customerReplyTime = turnMetric('customer_reply_time', 'received');
/** How long customers wait. */
export const customerWaitTime = turnMetric('customer_wait_time', 'sent');
/** The same turns, by author. */
export const ownerReplyTime = turnMetric('owner_reply_time', 'sent');
