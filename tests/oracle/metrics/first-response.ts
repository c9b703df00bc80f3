import { one, RESPONSE_DIMENSIONS, ticketDims } from '../dimensions';
import { datedMetric, duration, type DatedRow } from '../metric';
import { askedInHours } from '../sla-hours';
import { firstResponse } from '../turns';
import { tickets } from '../world';

/** time_to_first_response: "the first human agent's reply − the start of the wait that it answers", dated by the reply. */
export const timeToFirstResponse = datedMetric({
  id: 'time_to_first_response',
  measure: 'duration',
  dimensions: RESPONSE_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket): DatedRow[] => {
      const response = firstResponse(world, ticket);
      // "A first reply before creation drops the row, and the next reply does not replace it."
      if (response === null || response.repliedAt < ticket.created_at) {
        return [];
      }
      const { waitStart: from, repliedAt: at, holes, author } = response;
      const value = duration(world, ticket, 'first_reply', { from, to: at, holes, datedAt: at });
      if (value === 'dropped') {
        return [];
      }
      const asked = askedInHours(world, ticket, 'first_reply', from, at);
      return [{ at, value, dims: { ...ticketDims(world, ticket, at), author: one(author), asked_in_hours: [asked] } }];
    }),
});
