import type { Clock } from '../oracle/model';
import type { AgentId, CalendarId, PolicyId, StageId } from './agreement';

/** How a hand-worked ticket is told: what happened to it, and what its SLA clocks must then say. */

/** Something that happened to a ticket. */
export type Step =
  | { readonly at: string; readonly message: 'customer' | 'agent' | 'bot' | 'automatic' | 'note' | 'forward' }
  | { readonly at: string; readonly field: 'stage' | 'owner' | 'priority' | 'schedule' | 'handover'; readonly to: string | null }
  | { readonly at: string; readonly chat: { readonly agentAt: string; readonly endedAt: string } };

/** A public message of the customer. */
export const customer = (at: string): Step => ({ at, message: 'customer' });
/** A public reply of Anna, a person. */
export const agent = (at: string): Step => ({ at, message: 'agent' });
/** A public reply of Robo, which the helpdesk lists as an agent but is a bot. */
export const bot = (at: string): Step => ({ at, message: 'bot' });
/** "We have received your message": sent by the system. */
export const automatic = (at: string): Step => ({ at, message: 'automatic' });
/** An internal note of Anna. */
export const note = (at: string): Step => ({ at, message: 'note' });
/** Anna forwards the conversation to a supplier. */
export const forward = (at: string): Step => ({ at, message: 'forward' });
/** The ticket moves to a stage; every ticket begins in "new". */
export const stage = (at: string, to: StageId): Step => ({ at, field: 'stage', to });
/** The ticket gets an owner. */
export const owner = (at: string, to: AgentId): Step => ({ at, field: 'owner', to });
/** The ticket's priority changes. */
export const priority = (at: string, to: string): Step => ({ at, field: 'priority', to });
/** From now on the ticket's clocks go by another calendar. */
export const calendar = (at: string, to: CalendarId): Step => ({ at, field: 'schedule', to });
/** The bot hands over to people. */
export const handover = (at: string): Step => ({ at, field: 'handover', to: null });
/** A chat session: when it began, when an agent first wrote, when it ended. */
export const chat = (at: string, agentAt: string, endedAt: string): Step => ({ at, chat: { agentAt, endedAt } });

/**
 * - attained: stopped, with no more elapsed than the target. breached: more elapsed than the target, stopped or not.
 * - pending: still running with time left. at risk: pending, and due within so many minutes from now.
 * - dropped: the ticket was closed without the reply, before that was due. paused: it waits for the customer, so nothing is due until it goes on.
 */
export type Outcome = 'attained' | 'breached' | 'pending' | 'at risk' | 'dropped' | 'paused';

/** One clock as a service lead reads it; null = there is none (yet). */
export interface ExpectedClock {
  readonly clock: Clock;
  readonly started: string;
  readonly due: string | null;
  readonly stopped: string | null;
  /** The clock's own time: inside its hours, outside its pauses, until it stopped or now. */
  readonly elapsed: string | null;
  readonly target: string;
  readonly outcome: Outcome;
  /** The owner at the event that dates the outcome; of a running clock, now. */
  readonly owner: string;
}

/** A line of a ticket's table. */
export function clock(
  name: Clock,
  started: string,
  due: string | null,
  stopped: string | null,
  elapsed: string | null,
  target: string,
  outcome: Outcome,
  ownedBy = 'Anna'
): ExpectedClock {
  return { clock: name, started, due, stopped, elapsed, target, outcome, owner: ownedBy };
}

/** A duration of the same ticket in another report. */
export interface ExpectedReport {
  readonly metric: 'time_to_first_response' | 'time_to_close' | 'chat_wait_time';
  readonly hours: 'all' | 'sla';
  /** The settings' calendar for tickets without a policy. */
  readonly defaultCalendar: CalendarId | null;
  readonly is: string | null;
}

/** What a ticket must say at one "now". */
export interface Look {
  readonly now: string;
  /** "At risk" looks so many minutes ahead; 30 by default. */
  readonly withinMinutes?: number;
  readonly clocks: readonly ExpectedClock[];
  readonly reports?: readonly ExpectedReport[];
}

/** A ticket, its working in the comment above it. */
export interface SlaTicket {
  readonly id: string;
  readonly story: string;
  readonly created: string;
  readonly by?: 'customer' | 'agent';
  readonly channel?: 'email' | 'chat';
  readonly policy: PolicyId | null;
  readonly priority?: string;
  /** The owner at creation; Anna by default, null is nobody. */
  readonly owner?: AgentId | null;
  /** The calendar at creation, for a ticket whose calendar changes. */
  readonly calendar?: CalendarId;
  /** Why the ticket is left out unless asked for. */
  readonly leftOut?: 'spam' | 'merged';
  readonly steps: readonly Step[];
  readonly looks: readonly Look[];
}
