import type { DuckDBConnection } from '@duckdb/node-api';

import type { Calendar } from '../../../shared/calendar';
import type { AnswerKind, SlaClock } from '../../../shared/words';

/** An SLA target of the settings: of a policy of the helpdesk's, or by default of all tickets that have none. calendarId null = 24/7. */
export interface OwnTarget {
  readonly policy: string | null;
  readonly clock: SlaClock;
  /** null = every priority. */
  readonly priority: string | null;
  readonly seconds: number;
  readonly calendarId: string | null;
  readonly pauses: boolean;
}

/** What a derivation needs to know besides the canonical rows. */
export interface FactOptions {
  /** Qualified schema of the canonical tables, such as `staging.main`. */
  readonly staging: string;
  /** Qualified schema in which the facts and dictionaries are created, such as `building.main`. */
  readonly target: string;
  /** The settings' default calendar, for tickets without a policy; null = none. */
  readonly defaultCalendarId: string | null;
  /** Calendars of the settings, beside those of the helpdesk; one of the same id replaces the helpdesk's. */
  readonly extraCalendars?: readonly Calendar[];
  /** Calendars of agents by the settings: agent id → calendar id, over agent.calendar_id. */
  readonly agentCalendars?: Readonly<Record<string, string>>;
  readonly slaTargets?: readonly OwnTarget[];
  /** The statuses that pause a ticket without stage events; the settings' defaults where not given. */
  readonly pausingStatuses?: readonly string[];
  /** Kinds of message that count besides replies. */
  readonly answers?: readonly AnswerKind[];
  /** After how long a silence a customer's row begins a new conversation, as if the ticket had been closed; by default none does. */
  readonly newConversationAfterMs?: number;
  /** The build's own now: calendars are expanded to 400 days after it at least. */
  readonly nowMs: number;
  /** Where given, the canonical tables hold the rows of some tickets and agents alone. By default all. */
  readonly over?: FormerFacts;
  /** Where given, statements run on these connections too, at the same time as on the derivation's own. */
  readonly beside?: Beside;
}

/** Other connections of a derivation. */
export interface Beside {
  readonly connections: readonly DuckDBConnection[];
  /** An attached database in which all of them find the tables that are under way by their bare names: temporary ones are a single connection's. */
  readonly work: string;
}

/** Complete facts over which those of some tickets and agents are laid: their keys go on, and their calendars where they have not changed. */
export interface FormerFacts {
  /** Qualified schema of these facts. */
  readonly facts: string;
  /** Qualified schema of the canonical tables with all their rows. */
  readonly rows: string;
  /** Whether calendars, or what SLA policies ask for, have changed since then. */
  readonly calendars: 'same' | 'changed';
}
