import type { Helpdesk, OracleSettings, TicketRow } from './model';
import type { Include, OracleQuery } from './query';

/** Everything an answer depends on. */
export interface World {
  readonly helpdesk: Helpdesk;
  readonly settings: OracleSettings;
  readonly query: OracleQuery;
  /** "asOf (default: the time of the request) is now for everything that depends on it." */
  readonly now: number;
}

/** The tickets that count: spam, deleted, merged-away, test and imported ones only where included. Flags are as they stand today. */
export function tickets(world: World): TicketRow[] {
  return world.helpdesk.ticket.filter((ticket) => isCounted(world, ticket));
}

/** Whether a ticket's flags let it count. */
export function isCounted(world: World, ticket: TicketRow): boolean {
  const flags: Record<Exclude<Include, 'agent_created'>, boolean> = {
    spam: ticket.is_spam,
    deleted: ticket.is_deleted,
    merged: ticket.merged_into_id !== null,
    test: ticket.is_test,
    imported: ticket.is_imported,
  };
  return (Object.keys(flags) as Array<keyof typeof flags>).every((flag) => !flags[flag] || world.query.include.includes(flag));
}
