import type { Interval } from './calendar';
import { closedStretches } from './closed-time';
import { handoversOf, humanRows, openingLength, openingRuns, runsOf, type Direction, type Run } from './conversation';
import { ownersOf } from './fields';
import { historyOf } from './history';
import type { TicketRow } from './model';
import type { World } from './world';

/** Turns of a ticket: which run answers which, and how long that took. */

/** A run that answers a run of the other side. */
export interface Turn {
  readonly direction: Direction;
  /** The author of the reply. */
  readonly author: string | null;
  /** When the wait began. */
  readonly waitStart: number;
  readonly repliedAt: number;
  /** Closed time that is nobody's waiting time. */
  readonly holes: readonly Interval[];
  /** It answers the opening run. */
  readonly isOpening: boolean;
}

/**
 * The run that a run answers, or null. "A customer's run answers the agent's run just before it if no close lies between; an agent's run answers
 * the last customer run before it that no agent has answered since, also across a close, as long as no other customer run came between."
 * A run just before it that is an agent's (across a close) has answered that customer run, or there is none.
 */
export function answeredBy(runs: readonly Run[], index: number): Run | null {
  const [run, before] = [runs[index], runs[index - 1]];
  if (!run || !before || run.direction === before.direction) {
    return null;
  }
  return run.direction === 'sent' || run.breakAt === null ? before : null;
}

/**
 * All turns. "A turn waits from the first row of the run that it answers to the first row of its own, less each stretch from a close after that
 * first row to the reopening that follows, where that comes not after the reply." In the opening turn "a handover restarts the wait".
 */
export function turnsOf(world: World, ticket: TicketRow): Turn[] {
  const runs = runsOf(world, ticket);
  const opening = openingRuns(ticket, runs);
  const history = historyOf(world.helpdesk, ticket);
  return runs.flatMap((reply, index) => {
    const answered = answeredBy(runs, index);
    if (!answered) {
      return [];
    }
    const handover = opening.includes(answered) ? lastHandover(world, ticket, answered.start, reply.start) : null;
    const turn: Turn = {
      direction: reply.direction,
      author: reply.author,
      waitStart: handover ?? answered.start,
      repliedAt: reply.start,
      holes: closedStretches(history, answered.start, reply.start),
      isOpening: opening.includes(answered),
    };
    return [turn];
  });
}

/** The last handover between a run's start and a reply, "before the reply". */
function lastHandover(world: World, ticket: TicketRow, start: number, reply: number): number | null {
  return (
    handoversOf(world.helpdesk, ticket)
      .filter((one) => start <= one && one < reply)
      .at(-1) ?? null
  );
}

/**
 * The first response, as the turn that answers the opening run; null where there is none. "Agent-created tickets are left out; with
 * `include: agent_created` they are taken in, from creation to the first agent reply after the opening, without handovers."
 */
export function firstResponse(world: World, ticket: TicketRow): Turn | null {
  if (ticket.created_by !== 'agent') {
    return turnsOf(world, ticket).find((one) => one.isOpening) ?? null;
  }
  if (!world.query.include.includes('agent_created')) {
    return null;
  }
  const runs = runsOf(world, ticket);
  const reply = runs.slice(openingLength(ticket, runs)).find((one) => one.direction === 'sent');
  return reply
    ? {
        direction: 'sent',
        isOpening: true,
        author: reply.author,
        waitStart: ticket.created_at,
        repliedAt: reply.start,
        holes: closedStretches(historyOf(world.helpdesk, ticket), ticket.created_at, reply.start),
      }
    : null;
}

/** "From the later of its start and the last owner event that gave the ticket to the turn's author (without one: its start)." */
export function sinceAssignment(world: World, ticket: TicketRow, turn: Turn): number {
  const given = ownersOf(world.helpdesk, ticket).filter((one) => one.value === turn.author && one.from <= turn.repliedAt && one.from > -Infinity);
  return Math.max(turn.waitStart, turn.author === null ? -Infinity : (given.at(-1)?.from ?? -Infinity));
}

/** The rows of agents' replies that count until a close: all before it, and those of the run that answers across it; an opening is no reply. */
export function repliesUntil(world: World, ticket: TicketRow, isBefore: (at: number) => boolean): { readonly replies: number; readonly runs: number } {
  const runs = runsOf(world, ticket);
  const counted = runs
    .slice(openingLength(ticket, runs))
    .filter((run) => {
      const answered = answeredBy(runs, runs.indexOf(run));
      return run.direction === 'sent' && (isBefore(run.start) || (answered !== null && isBefore(answered.end)));
    })
    .map((run) => run.rows.filter((one) => one.at <= world.now).length)
    .filter((rows) => rows > 0);
  return { replies: counted.reduce((sum, rows) => sum + rows, 0), runs: counted.length };
}

/** Who waits for whom at an instant, "from events strictly before" it: the run that nobody answered; null = it is not the customer's. */
export function unansweredRun(world: World, ticket: TicketRow, at: number): Run | null {
  const run = runsOf(
    world,
    ticket,
    humanRows(world, ticket).filter((row) => row.at < at)
  ).at(-1);
  return run?.direction === 'received' ? run : null;
}
