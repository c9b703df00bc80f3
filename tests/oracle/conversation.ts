import { closesBetween } from './closed-time';
import { historyOf } from './history';
import { remember } from './memory';
import type { Helpdesk, MessageRow, TicketRow } from './model';
import { byId } from './order';
import type { World } from './world';

/** Human messages and runs of a ticket. */

/** The writer's side: an agent sent it, or it was received from a customer. */
export type Direction = 'sent' | 'received';

/** A human row: a message, or the ticket's creation by a customer (no message). */
export interface HumanRow {
  readonly at: number;
  readonly direction: Direction;
  /** The agent who wrote it, known or not; null for customers, the virtual row and nobody. */
  readonly author: string | null;
}

function isBot(helpdesk: Helpdesk, agentId: string | null): boolean {
  return helpdesk.agent.some((one) => one.agent_id === agentId && one.is_bot);
}

/**
 * "Public, kind reply, written by a customer, or by an agent who is not a bot. Unknown authors are human. The settings' `answers` may add
 * public notes, calls and forwards, for both sides": "calls and forwards count whatever their visibility; notes must be public".
 */
function isHuman({ helpdesk, settings }: World, message: MessageRow): boolean {
  const { kind, visibility, author_kind } = message;
  const isPublic = visibility === 'public';
  const counts =
    (kind === 'reply' && isPublic) ||
    (kind === 'note' && isPublic && settings.answers.includes('note')) ||
    (kind === 'call' && settings.answers.includes('call')) ||
    (kind === 'forward' && settings.answers.includes('forward'));
  return counts && (author_kind === 'customer' || (author_kind === 'agent' && !isBot(helpdesk, message.author_id)));
}

/** Human messages of a ticket, by (sent_at, message_id). */
export function humanMessages(world: World, ticket: TicketRow): HumanRow[] {
  return remember(world, `messages of ${ticket.ticket_id}`, () => readMessages(world, ticket));
}

function readMessages(world: World, ticket: TicketRow): HumanRow[] {
  return world.helpdesk.message
    .filter((one) => one.ticket_id === ticket.ticket_id && isHuman(world, one))
    .sort((a, b) => a.sent_at - b.sent_at || byId(a.message_id, b.message_id))
    .map((message) => ({
      at: message.sent_at,
      direction: message.author_kind === 'customer' ? 'received' : 'sent',
      author: message.author_kind === 'agent' ? message.author_id : null,
    }));
}

/** "Order: sent_at, then the virtual creation row, then message_id. The virtual row exists only if created_by = customer", and not for a ticket born closed. */
export function humanRows(world: World, ticket: TicketRow): HumanRow[] {
  const messages = humanMessages(world, ticket);
  const born = historyOf(world.helpdesk, ticket).flips.some((one) => one.born);
  if (ticket.created_by !== 'customer' || born) {
    return messages;
  }
  return [
    ...messages.filter((one) => one.at < ticket.created_at),
    { at: ticket.created_at, direction: 'received', author: null },
    ...messages.filter((one) => one.at >= ticket.created_at),
  ];
}

/** Consecutive rows of one side with no close between. */
export interface Run {
  readonly direction: Direction;
  readonly rows: readonly HumanRow[];
  readonly start: number;
  readonly end: number;
  /** The author of its first row. */
  readonly author: string | null;
  /** The close, or the new conversation, between the run before and this one: the first of them; null = none. */
  readonly breakAt: number | null;
}

const HOUR = 3_600_000;

/**
 * The first close between two neighbouring rows, or null. "With `newConversationAfter` a customer's row that comes later than that after
 * the human row before it works as if a close stood just before it."
 */
function breakBetween({ helpdesk, settings }: World, ticket: TicketRow, row: HumanRow, next: HumanRow): number | null {
  const close = closesBetween(historyOf(helpdesk, ticket), row.at, next.at)[0];
  if (close) {
    return close.at;
  }
  const hours = settings.newConversationAfterHours;
  return hours !== null && next.direction === 'received' && next.at - row.at > hours * HOUR ? next.at : null;
}

/** The runs of a ticket's human rows: "the first row of either side after a close starts a new run". */
export function runsOf(world: World, ticket: TicketRow, rows: readonly HumanRow[] = humanRows(world, ticket)): Run[] {
  const runs: Array<{ rows: HumanRow[]; breakAt: number | null }> = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const breakAt = before ? breakBetween(world, ticket, before, row) : null;
    const last = runs.at(-1);
    if (before && last && before.direction === row.direction && breakAt === null) {
      last.rows.push(row);
    } else {
      runs.push({ rows: [row], breakAt });
    }
  });
  return runs.flatMap(({ rows: own, breakAt }) => {
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ direction: first.direction, rows: own, start: first.at, end: last.at, author: first.author, breakAt }] : [];
  });
}

/** How many of a ticket's first runs are its opening: "the agent's runs before the first customer row of an agent-created ticket". */
export function openingLength(ticket: TicketRow, runs: readonly Run[]): number {
  if (ticket.created_by !== 'agent') {
    return 0;
  }
  const first = runs.findIndex((one) => one.direction === 'received');
  return first === -1 ? runs.length : first;
}

/**
 * "The opening run is the first customer run, unless a human agent wrote before it (an agent-created ticket's opening apart); a customer run
 * that begins after a close, before any human agent has replied, is the opening run from then on": all customer runs before any agent's.
 */
export function openingRuns(ticket: TicketRow, runs: readonly Run[]): Run[] {
  const after = runs.slice(openingLength(ticket, runs));
  const reply = after.findIndex((one) => one.direction === 'sent');
  return reply === -1 ? after : after.slice(0, reply);
}

/** The instants at which somebody other than an agent or a customer handed over to people; "an agent who is a bot hands over as a bot". */
export function handoversOf(helpdesk: Helpdesk, ticket: TicketRow): number[] {
  const isOther = (kind: string | null, id: string | null) => (kind === 'agent' ? isBot(helpdesk, id) : kind !== 'customer');
  return [
    ...helpdesk.message
      .filter((one) => one.ticket_id === ticket.ticket_id && one.handover && isOther(one.author_kind, one.author_id))
      .map((one) => one.sent_at),
    ...helpdesk.ticket_event
      .filter((one) => one.ticket_id === ticket.ticket_id && one.field === 'handover' && isOther(one.actor_kind, one.actor_id))
      .map((one) => one.at),
  ].sort((a, b) => a - b);
}
