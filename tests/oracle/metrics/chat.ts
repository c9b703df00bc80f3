import { handoversOf, humanMessages } from '../conversation';
import { CHAT_DIMENSIONS, one, ticketDims, type Dims } from '../dimensions';
import { datedMetric, duration, type DatedRow } from '../metric';
import type { ChatSessionRow, TicketRow } from '../model';
import { askedInHours } from '../sla-hours';
import { tickets, type World } from '../world';

/** Chat sessions. */

/** A session with what decides about it. */
interface Session extends ChatSessionRow {
  readonly ticket: TicketRow;
  /** The last handover in it, before its answer; null = none. */
  readonly handover: number | null;
}

function sessionsOf(world: World): Session[] {
  return tickets(world).flatMap((ticket) =>
    world.helpdesk.chat_session
      .filter((session) => session.ticket_id === ticket.ticket_id)
      .map((session) => {
        const { started_at: start, first_agent_at: answer, ended_at: end } = session;
        const handover = handoversOf(world.helpdesk, ticket)
          .filter((at) => start <= at && (answer === null ? at <= (end ?? Infinity) : at < answer))
          .at(-1);
        return { ...session, ticket, handover: handover ?? null };
      })
  );
}

/** The dimensions of a session's row. "An unanswered chat [was asked at] its start or last handover." */
function dims(world: World, session: Session, at: number): Dims {
  const { ticket, ended_by } = session;
  return {
    ...ticketDims(world, ticket, at),
    asked_in_hours: [askedInHours(world, ticket, 'first_reply', session.handover ?? session.started_at, at)],
    ended_by: one(ended_by),
  };
}

/** chat_wait_time: "one row a session: first_agent_at − last handover in the session, else − started_at", dated by first_agent_at. */
export const chatWaitTime = datedMetric({
  id: 'chat_wait_time',
  measure: 'duration',
  dimensions: CHAT_DIMENSIONS,
  rows: (world) =>
    sessionsOf(world).flatMap((session): DatedRow[] => {
      const at = session.first_agent_at;
      // "Left out: a session with first_agent_at before started_at."
      if (at === null || at < session.started_at) {
        return [];
      }
      const value = duration(world, session.ticket, 'first_reply', { from: session.handover ?? session.started_at, to: at, datedAt: at });
      return value === 'dropped' ? [] : [{ at, value, dims: dims(world, session, at) }];
    }),
});

/**
 * chat_abandonment: "abandoned = ended without first_agent_at, by anybody but a bot, or by a bot after a handover; rate = abandoned ÷ (answered +
 * abandoned), dated by started_at".
 */
export const chatAbandonment = datedMetric({
  id: 'chat_abandonment',
  measure: 'share',
  dimensions: CHAT_DIMENSIONS,
  rows: (world) =>
    sessionsOf(world).flatMap((session): DatedRow[] => {
      const { started_at: at, first_agent_at: answer, ended_at: end, ended_by, handover } = session;
      const isSkewed = (answer !== null && answer < at) || (end !== null && end < at);
      const abandoned = answer === null && end !== null && (ended_by !== 'bot' || handover !== null);
      return isSkewed || (answer === null && !abandoned) ? [] : [{ at, value: null, positive: abandoned, dims: dims(world, session, at) }];
    }),
});

/** bot_resolution_rate: "sessions that a bot ended without first_agent_at and without a handover ÷ all sessions that ended, dated by ended_at". */
export const botResolutionRate = datedMetric({
  id: 'bot_resolution_rate',
  measure: 'share',
  dimensions: CHAT_DIMENSIONS,
  rows: (world) =>
    sessionsOf(world).flatMap((session): DatedRow[] => {
      const { started_at, first_agent_at, ended_at: at, ended_by, handover } = session;
      const positive = ended_by === 'bot' && first_agent_at === null && handover === null;
      return at === null || at < started_at ? [] : [{ at, value: null, positive, dims: dims(world, session, at) }];
    }),
});

/** chat_duration: "ended_at − first_agent_at, dated by ended_at, by the author of the first human agent's row from started_at on". */
export const chatDuration = datedMetric({
  id: 'chat_duration',
  measure: 'duration',
  dimensions: [...CHAT_DIMENSIONS, 'author'],
  rows: (world) =>
    sessionsOf(world).flatMap((session): DatedRow[] => {
      const { ticket, started_at, first_agent_at, ended_at: at } = session;
      if (first_agent_at === null || at === null) {
        return [];
      }
      const first = humanMessages(world, ticket).find((row) => row.direction === 'sent' && row.at >= started_at);
      const value = duration(world, ticket, 'first_reply', { from: first_agent_at, to: at, datedAt: at });
      return value === 'dropped' ? [] : [{ at, value, dims: { ...dims(world, session, at), author: one(first?.author ?? null) } }];
    }),
});
