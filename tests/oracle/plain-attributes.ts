import { TICKET_ATTRIBUTES, type TicketAttributeId } from '../../src/shared/catalog/ticket-attributes';

/** Attributes of a ticket that have rows of their own, or that rules speak of: the oracle knows each by itself. */
type Known = 'team' | 'customer' | 'organization' | 'channel' | 'pipeline' | 'stage' | 'priority';
const KNOWN: Readonly<Record<Known, true>> = { team: true, customer: true, organization: true, channel: true, pipeline: true, stage: true, priority: true };

/**
 * All other attributes are a text in a column of the ticket and nothing else: which there are is read from the catalogue, as there is
 * nothing in them to be computed a second time.
 */
export type PlainAttribute = Exclude<TicketAttributeId, Known>;
export type PlainColumn = (typeof TICKET_ATTRIBUTES)[PlainAttribute]['from'];

/** The plain attributes, in order. */
export const PLAIN_ATTRIBUTES = Object.keys(TICKET_ATTRIBUTES).filter((id): id is PlainAttribute => !(id in KNOWN));

/** The ticket's column of a plain attribute. */
export function plainColumn(id: PlainAttribute): PlainColumn {
  return TICKET_ATTRIBUTES[id].from;
}

/** Something of each plain attribute, by its word. */
export function ofPlainAttributes<Thing>(make: (id: PlainAttribute) => Thing): Readonly<Record<PlainAttribute, Thing>> {
  return Object.fromEntries(PLAIN_ATTRIBUTES.map((id) => [id, make(id)])) as Record<PlainAttribute, Thing>;
}

/** Something of each plain attribute, by its column. */
export function ofPlainColumns<Thing>(make: (id: PlainAttribute) => Thing): Readonly<Record<PlainColumn, Thing>> {
  return Object.fromEntries(PLAIN_ATTRIBUTES.map((id) => [plainColumn(id), make(id)])) as Record<PlainColumn, Thing>;
}
