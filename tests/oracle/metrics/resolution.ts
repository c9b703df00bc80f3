import { humanMessages, humanRows, runsOf } from '../conversation';
import { TICKET_DIMENSIONS, ticketDims } from '../dimensions';
import { reopensOf, statusHistory } from '../history';
import { datedMetric, type DatedRow, DURATION_STATISTICS } from '../metric';
import type { TicketRow } from '../model';
import { tickets, type World } from '../world';
import { firstClose, lastClose } from './close';

/** How tickets get solved. */

/** reopen_rate: tickets ever reopened ÷ tickets ever closed, dated by the first close. */
export const reopenRate = datedMetric({
  id: 'reopen_rate',
  measure: 'share',
  statistics: ['share', 'count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows(world) {
    const rows: DatedRow[] = [];
    for (const ticket of tickets(world)) {
      const at = firstClose(world, ticket);
      if (at !== null) {
        rows.push({ at, value: null, positive: reopensOf(statusHistory(world.helpdesk, ticket)).length > 0, dims: ticketDims(world, ticket, at) });
      }
    }
    return rows;
  },
});

/** One row a ticket closed now, dated by its last close. */
function solved(world: World, rowOf: (ticket: TicketRow, close: number) => { value: number | null; positive?: boolean }): DatedRow[] {
  const rows: DatedRow[] = [];
  for (const ticket of tickets(world)) {
    const at = lastClose(world, ticket);
    if (at !== null) {
      rows.push({ at, ...rowOf(ticket, at), dims: ticketDims(world, ticket, at) });
    }
  }
  return rows;
}

function wasReopened(world: World, ticket: TicketRow): boolean {
  return reopensOf(statusHistory(world.helpdesk, ticket)).some((at) => at <= world.now);
}

function repliesUntil(world: World, ticket: TicketRow, close: number): number {
  return humanMessages(world.helpdesk, ticket).filter((one) => one.direction === 'sent' && one.at <= close).length;
}

/** "Consecutive messages of one side are one turn" (metrics.md, rule 9): also the first of a ticket that nobody wrote before. */
function agentTurnsUntil(world: World, ticket: TicketRow, close: number): number {
  return runsOf(humanRows(world.helpdesk, ticket)).filter((run) => run[0].direction === 'sent' && run[0].at <= close).length;
}

/** one_touch_rate: "one agent reply until the last close and no reopen". */
export const oneTouchRate = datedMetric({
  id: 'one_touch_rate',
  measure: 'share',
  statistics: ['share', 'count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows: (world) => solved(world, (ticket, close) => ({ value: null, positive: repliesUntil(world, ticket, close) === 1 && !wasReopened(world, ticket) })),
});

/** first_contact_resolution: "one agent turn until then and no reopen". */
export const firstContactResolution = datedMetric({
  id: 'first_contact_resolution',
  measure: 'share',
  statistics: ['share', 'count', 'n'],
  dimensions: TICKET_DIMENSIONS,
  rows: (world) => solved(world, (ticket, close) => ({ value: null, positive: agentTurnsUntil(world, ticket, close) === 1 && !wasReopened(world, ticket) })),
});

/** replies_to_resolution: "mean agent replies until the last close, zero included". */
export const repliesToResolution = datedMetric({
  id: 'replies_to_resolution',
  measure: 'duration',
  hours: ['all'],
  statistics: DURATION_STATISTICS,
  dimensions: TICKET_DIMENSIONS,
  rows: (world) => solved(world, (ticket, close) => ({ value: repliesUntil(world, ticket, close) })),
});
