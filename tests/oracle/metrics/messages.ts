import { humanMessages, type Direction } from '../conversation';
import { MESSAGE_DIMENSIONS, one, ticketDims } from '../dimensions';
import { datedMetric, type DatedRow, type OracleMetric } from '../metric';
import { tickets } from '../world';

/** A count of human messages, dated by the message. */
function messageMetric(id: string, directions: readonly Direction[]): OracleMetric {
  return datedMetric({
    id,
    measure: 'count',
    dimensions: MESSAGE_DIMENSIONS,
    rows(world) {
      const rows: DatedRow[] = [];
      for (const ticket of tickets(world)) {
        for (const row of humanMessages(world, ticket).filter((each) => directions.includes(each.direction))) {
          rows.push({ at: row.at, value: null, dims: { ...ticketDims(world, ticket, row.at), author: one(row.author), direction: [row.direction] } });
        }
      }
      return rows;
    },
  });
}

/** Agent messages. */
export const ownerReplyCount = messageMetric('owner_reply_count', ['sent']);
/** Messages sent and received. */
export const ticketReplyCount = messageMetric('ticket_reply_count', ['sent', 'received']);
/** Messages sent and received, by local hour; evaluate.ts fills its totals to 24 hours and 7 weekdays. */
export const messagesByHour = messageMetric('messages_by_hour', ['sent', 'received']);
