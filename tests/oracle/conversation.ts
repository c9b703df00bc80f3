import { byText } from './history';
import type { Helpdesk, MessageRow, TicketRow } from './model';

/** Human messages, runs and turns of a ticket. */

/** The replier's side: an agent sent it, or it was received from a customer. */
export type Direction = 'sent' | 'received';

/** A human row: a message, or the ticket's creation by a customer (no message). */
export interface HumanRow {
  readonly at: number;
  readonly direction: Direction;
  /** The agent who wrote it; null for customers, the virtual row and unknown authors. */
  readonly author: string | null;
  readonly message: MessageRow | null;
}

/** "Public, kind reply, written by a customer, or by an agent who is not a bot. Unknown authors are human." */
export function isHuman(helpdesk: Helpdesk, message: MessageRow): boolean {
  if (message.visibility !== 'public' || message.kind !== 'reply') {
    return false;
  }
  if (message.author_kind === 'customer') {
    return true;
  }
  return message.author_kind === 'agent' && !helpdesk.agent.some((one) => one.agent_id === message.author_id && one.is_bot);
}

/** Human messages of a ticket, by (sent_at, message_id as text). */
export function humanMessages(helpdesk: Helpdesk, ticket: TicketRow): HumanRow[] {
  return helpdesk.message
    .filter((one) => one.ticket_id === ticket.ticket_id && isHuman(helpdesk, one))
    .sort((a, b) => a.sent_at - b.sent_at || byText(a.message_id, b.message_id))
    .map((message) => ({
      at: message.sent_at,
      direction: message.author_kind === 'customer' ? 'received' : 'sent',
      author: message.author_kind === 'agent' && helpdesk.agent.some((one) => one.agent_id === message.author_id) ? message.author_id : null,
      message,
    }));
}

/** "Order: sent_at, then the virtual creation row, then message_id. The virtual row exists only if created_by = customer." */
export function humanRows(helpdesk: Helpdesk, ticket: TicketRow): HumanRow[] {
  const messages = humanMessages(helpdesk, ticket);
  if (ticket.created_by !== 'customer') {
    return messages;
  }
  return [
    ...messages.filter((one) => one.at < ticket.created_at),
    { at: ticket.created_at, direction: 'received', author: null, message: null },
    ...messages.filter((one) => one.at >= ticket.created_at),
  ];
}

/** Consecutive rows of one side. */
export type Run = readonly [HumanRow, ...HumanRow[]];

/** The runs of a list of human rows. */
export function runsOf(rows: readonly HumanRow[]): Run[] {
  const runs: Array<[HumanRow, ...HumanRow[]]> = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[0].direction === row.direction) {
      last.push(row);
    } else {
      runs.push([row]);
    }
  }
  return runs;
}

/** A run that answers the run before it. */
export interface Turn {
  readonly direction: Direction;
  /** The author of its first row. */
  readonly author: string | null;
  /** The first row of the previous run. */
  readonly waitStart: number;
  readonly repliedAt: number;
}

/** "A turn waits from the first row of the previous run to the first row of its own." */
export function turnsOf(helpdesk: Helpdesk, ticket: TicketRow): Turn[] {
  const turns: Turn[] = [];
  let previous: Run | null = null;
  for (const run of runsOf(humanRows(helpdesk, ticket))) {
    if (previous) {
      turns.push({ direction: run[0].direction, author: run[0].author, waitStart: previous[0].at, repliedAt: run[0].at });
    }
    previous = run;
  }
  return turns;
}

/** The instants at which a bot handed over to people: messages marked so, and handover events. */
export function handoversOf(helpdesk: Helpdesk, ticket: TicketRow): number[] {
  return [
    ...helpdesk.message.filter((one) => one.ticket_id === ticket.ticket_id && one.handover).map((one) => one.sent_at),
    ...helpdesk.ticket_event.filter((one) => one.ticket_id === ticket.ticket_id && one.field === 'handover').map((one) => one.at),
  ].sort((a, b) => a - b);
}
