import { humanRows, runsOf } from './conversation';
import { isClosedBefore, statusHistory } from './history';
import type { Helpdesk, TicketRow } from './model';

/** Open and waiting, "from events strictly before the instant". */

/** Whether a ticket existed and was not closed just before an instant. */
export function isOpenBefore(helpdesk: Helpdesk, ticket: TicketRow, at: number): boolean {
  return ticket.created_at < at && !isClosedBefore(statusHistory(helpdesk, ticket), at);
}

/**
 * Since when the customer waits just before an instant: "open and the last human row (virtual included) is the customer's; the
 * wait runs from the first row of that run". Null = nobody waits.
 */
export function waitingSince(helpdesk: Helpdesk, ticket: TicketRow, at: number): number | null {
  const run = runsOf(humanRows(helpdesk, ticket).filter((row) => row.at < at)).at(-1);
  return run && run[0].direction === 'received' && isOpenBefore(helpdesk, ticket, at) ? run[0].at : null;
}
