import { humanRows } from './conversation';
import { changesOf, closesOf, eventsOf, isClosedKind, reopensOf, statusHistory } from './history';
import type { Helpdesk, TicketRow } from './model';

/** A stay in a stage; exit null = still there. */
export interface Visit {
  readonly stage: string;
  readonly entry: number;
  readonly exit: number | null;
}

/**
 * The visits of a ticket as known at an instant: "sort events, drop no-ops; the first visit starts at created_at with the
 * earliest from value; the last visit is open". A null stage is no visit.
 */
export function visitsOf(helpdesk: Helpdesk, ticket: TicketRow, asOf: number): Visit[] {
  const events = eventsOf(helpdesk, ticket, 'stage').filter((one) => one.at <= asOf);
  const changes = changesOf(events);
  const visits: Visit[] = [];
  let stage = events[0]?.from_value ?? null;
  let entry = ticket.created_at;
  for (const change of changes) {
    if (stage !== null) {
      visits.push({ stage, entry, exit: change.at });
    }
    stage = change.to;
    entry = change.at;
  }
  if (stage !== null) {
    visits.push({ stage, entry, exit: null });
  }
  return visits;
}

/**
 * The visits that the span of time_in_stage is measured by: "where a ticket was closed again without a stage event for the
 * reopening, its last open stage's exit is the last message (any human row) after the earlier close and up to the last close".
 * Taken for each pair of neighbouring closes.
 */
export function resumedVisits(helpdesk: Helpdesk, ticket: TicketRow, asOf: number): Visit[] {
  const visits = visitsOf(helpdesk, ticket, asOf);
  const history = statusHistory(helpdesk, ticket);
  const changes = changesOf(eventsOf(helpdesk, ticket, 'stage').filter((one) => one.at <= asOf));
  const closes = closesOf(history).filter((at) => at <= asOf);
  closes.forEach((again, index) => {
    const earlier = closes[index - 1];
    const reopened = reopensOf(history)
      .filter((at) => earlier !== undefined && earlier <= at && at <= again)
      .at(-1);
    if (earlier === undefined || reopened === undefined) {
      return;
    }
    const hasStageEvent = changes.some((one) => reopened <= one.at && one.at <= again);
    const message = humanRows(helpdesk, ticket)
      .filter((one) => earlier < one.at && one.at <= again)
      .at(-1);
    const last = visits.findLastIndex((one) => one.entry <= reopened && isOpenStage(helpdesk, one.stage));
    const visit = visits[last];
    if (!hasStageEvent && message && visit) {
      visits[last] = { ...visit, exit: message.at };
    }
  });
  return visits;
}

function isOpenStage(helpdesk: Helpdesk, id: string): boolean {
  const stage = helpdesk.stage.find((one) => one.stage_id === id);
  return stage !== undefined && !isClosedKind(stage.kind);
}
