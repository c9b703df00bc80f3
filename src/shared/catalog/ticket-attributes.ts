/** What a ticket is in: a team, a category. Its rows have the ticket's current value, whenever they happened. */
interface TicketAttribute {
  /** The column of the canonical table `ticket` that holds its id. */
  readonly from: string;
  readonly label: string;
}

/**
 * The attributes of tickets by the word that queries use. From each line follow its word, its dimension and dictionary, its column in every
 * fact of tickets and in their records, and the look-up that fills it.
 */
export const TICKET_ATTRIBUTES = {
  team: { from: 'team_id', label: 'Team' },
  customer: { from: 'requester_id', label: 'Customer' },
  organization: { from: 'org_id', label: 'Organization' },
  channel: { from: 'channel', label: 'Channel' },
  pipeline: { from: 'pipeline_id', label: 'Pipeline' },
  stage: { from: 'stage_id', label: 'Stage' },
  priority: { from: 'priority', label: 'Priority' },
  category: { from: 'category', label: 'Category' },
} as const satisfies Readonly<Record<string, TicketAttribute>>;

/** The word of a ticket's attribute. */
export type TicketAttributeId = keyof typeof TICKET_ATTRIBUTES;

/** An attribute's column in facts: the key of its value in the dictionary of its word. */
type AttributeColumn<Id extends TicketAttributeId = TicketAttributeId> = `${Id}_ix`;

/** The words of all attributes, in order. */
export const TICKET_ATTRIBUTE_IDS = Object.keys(TICKET_ATTRIBUTES) as readonly TicketAttributeId[];

/** Something of each attribute, by its word. */
export function ofAttributes<Thing>(make: (id: TicketAttributeId) => Thing): Readonly<Record<TicketAttributeId, Thing>> {
  return Object.fromEntries(TICKET_ATTRIBUTE_IDS.map((id) => [id, make(id)])) as Record<TicketAttributeId, Thing>;
}

/** Something of each attribute, by its column. */
export function ofAttributeColumns<Thing>(make: (id: TicketAttributeId) => Thing): Readonly<Record<AttributeColumn, Thing>> {
  return Object.fromEntries(TICKET_ATTRIBUTE_IDS.map((id) => [columnOf(id), make(id)])) as Record<AttributeColumn, Thing>;
}

/** The column of an attribute. */
export function columnOf<Id extends TicketAttributeId>(id: Id): AttributeColumn<Id> {
  return `${id}_ix`;
}
