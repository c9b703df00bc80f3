import { handoversOf } from '../conversation';
import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { datedMetric, duration, DURATION_STATISTICS, type DatedRow } from '../metric';
import { tickets } from '../world';

/** chat_wait_time: one row a session, first_agent_at − the last handover in the session, else − started_at; dated by first_agent_at. */
export const chatWaitTime = datedMetric({
  id: 'chat_wait_time',
  measure: 'duration',
  statistics: DURATION_STATISTICS,
  dimensions: TICKET_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const ticket of tickets(world)) {
      for (const session of world.helpdesk.chat_session.filter((one) => one.ticket_id === ticket.ticket_id)) {
        const at = session.first_agent_at;
        if (at === null) {
          continue;
        }
        const handover = handoversOf(world.helpdesk, ticket)
          .filter((one) => session.started_at <= one && one <= at)
          .at(-1);
        const value = duration(world, ticket, 'first_reply', handover ?? session.started_at, at);
        if (value !== 'dropped') {
          rows.push({ at, value, dims: ticketDims(world, ticket, at) });
        }
      }
    }
    return rows;
  },
});

/** chat_abandonment: "ended without first_agent_at; abandoned ÷ (answered + abandoned), dated by started_at". */
export const chatAbandonment = datedMetric({
  id: 'chat_abandonment',
  measure: 'share',
  statistics: ['share', 'count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const ticket of tickets(world)) {
      for (const session of world.helpdesk.chat_session.filter((one) => one.ticket_id === ticket.ticket_id)) {
        const answered = session.first_agent_at !== null;
        const abandoned = !answered && session.ended_at !== null;
        if (answered || abandoned) {
          rows.push({ at: session.started_at, value: null, positive: abandoned, dims: ticketDims(world, ticket, session.started_at) });
        }
      }
    }
    return rows;
  },
});
