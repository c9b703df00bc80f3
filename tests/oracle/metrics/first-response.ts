import { handoversOf, humanMessages } from '../conversation';
import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { datedMetric, duration, DURATION_STATISTICS, type DatedRow } from '../metric';
import type { Helpdesk, TicketRow } from '../model';
import { tickets } from '../world';

/** The first human reply of an agent, before or after creation; null where there is none. */
export function firstReplyAt(helpdesk: Helpdesk, ticket: TicketRow): number | null {
  return humanMessages(helpdesk, ticket).find((one) => one.direction === 'sent')?.at ?? null;
}

/** time_to_first_response: first human reply − created, dated by the reply. */
export const timeToFirstResponse = datedMetric({
  id: 'time_to_first_response',
  measure: 'duration',
  statistics: DURATION_STATISTICS,
  dimensions: TICKET_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const ticket of tickets(world)) {
      // "Only agent-created tickets are left out."
      const at = ticket.created_by === 'agent' ? null : firstReplyAt(world.helpdesk, ticket);
      if (at === null) {
        continue;
      }
      // "In channel chat the clock restarts at the last handover between creation and the first reply."
      const handover = handoversOf(world.helpdesk, ticket)
        .filter((one) => ticket.created_at <= one && one <= at)
        .at(-1);
      const start = ticket.channel === 'chat' ? (handover ?? ticket.created_at) : ticket.created_at;
      // "A first reply before creation drops the row, and the next reply does not replace it."
      const value = duration(world, ticket, 'first_reply', start, at);
      if (value !== 'dropped') {
        rows.push({ at, value, dims: ticketDims(world, ticket, at) });
      }
    }
    return rows;
  },
});
