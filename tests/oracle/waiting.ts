import type { Interval } from './calendar';
import { closedStretches } from './closed-time';
import { historyOf, isClosedBefore } from './history';
import type { TicketRow } from './model';
import { unansweredRun } from './turns';
import type { World } from './world';

/** Open and waiting, "from events strictly before the instant". */

/** Whether a ticket existed and was not closed just before an instant. */
export function isOpenBefore(world: World, ticket: TicketRow, at: number): boolean {
  return ticket.created_at < at && !isClosedBefore(historyOf(world.helpdesk, ticket), at);
}

/** Since when a customer waits, and the closed time in which nobody did. */
export interface Wait {
  readonly since: number;
  readonly holes: readonly Interval[];
}

/**
 * The wait just before an instant: "the ticket is open and its last human row (virtual included) is the customer's; the wait runs from the first
 * row of that run, less closed stretches, as for turns". Null = nobody waits.
 */
export function waitAt(world: World, ticket: TicketRow, at: number): Wait | null {
  const run = unansweredRun(world, ticket, at);
  return run && isOpenBefore(world, ticket, at) ? { since: run.start, holes: closedStretches(historyOf(world.helpdesk, ticket), run.start, at - 1) } : null;
}
