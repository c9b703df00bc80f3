import { event, message, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';

/** A ticket of 1 March. */
export const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, '2025-03-01 10:00', given);
/** An event that gives a ticket to somebody. */
export const owned = (id: string, when: string, from: string | null, to: string | null) => event(id, when, 'owner', from, to);
/** An agent's reply, ann's unless said otherwise. */
export const reply = (id: string, when: string, author: string | null = 'ann') => message(id, when, 'agent', { author_id: author });
