import { lastValueAt, ownersOf, teamsOf, valueAt, type Spell } from './fields';
import { historyOf } from './history';
import type { Helpdesk, TicketRow } from './model';
import { ofPlainAttributes, PLAIN_ATTRIBUTES, plainColumn } from './plain-attributes';
import type { Dimension } from './query';
import type { World } from './world';
import { localHour } from './zone';

/** The values of a row's dimensions: a list each, empty for none, several for a many-valued one. */
export type Dims = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** The helpdesk's own fields that generated tickets have. */
export const ATTRIBUTES = ['attribute.plan', 'attribute.size'] as const satisfies readonly Dimension[];

/** The dimensions of every row that belongs to a ticket. */
export const TICKET_DIMENSIONS: readonly Dimension[] = [
  'ticket',
  'owner',
  'team',
  'customer',
  'organization',
  'channel',
  'pipeline',
  'stage',
  'priority',
  ...PLAIN_ATTRIBUTES,
  'tag',
  'status',
  'hour_of_day',
  'weekday',
  ...ATTRIBUTES,
];
/** "Metrics dated by a close also have `closed_by` and `closed_by_kind`"; "stage metrics have it, SLA metrics and net_flow have not". */
export const CLOSE_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'closed_by', 'closed_by_kind'];
/** Messages have an author and a direction besides. */
export const MESSAGE_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'author', 'direction'];
/** "First response, turn and chat metrics have `asked_in_hours`." */
export const TURN_DIMENSIONS: readonly Dimension[] = [...MESSAGE_DIMENSIONS, 'asked_in_hours'];
/** First responses have an author too. */
export const RESPONSE_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'author', 'asked_in_hours'];
/** Chat sessions say who ended them. */
export const CHAT_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'asked_in_hours', 'ended_by'];
/** Ratings have a form and a scale besides. */
export const SURVEY_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'rating', 'scale', 'scale_half', 'survey_form'];
/** Time entries have an agent and an activity besides. */
export const TIME_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'agent', 'activity'];
/** The dimensions of a ticket that is counted at an instant, not dated by an event. */
export const STATE_DIMENSIONS: readonly Dimension[] = TICKET_DIMENSIONS.filter((one) => one !== 'hour_of_day' && one !== 'weekday');
/** SLA clocks have a kind, a policy and its target's calendar besides. */
export const SLA_DIMENSIONS: readonly Dimension[] = ['clock', 'policy', 'calendar'];
/** Status intervals belong to agents. */
export const STATUS_DIMENSIONS: readonly Dimension[] = ['agent', 'team', 'status', 'availability'];

/** Dimensions of which a row may have several values: "groups do not add up; no Other". A ticket has one team, an agent several. */
export function isManyValued(metricDimensions: readonly Dimension[], dimension: Dimension): boolean {
  return dimension === 'tag' || (dimension === 'team' && !metricDimensions.includes('ticket'));
}

/** One value or none as a list. */
export function one(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

/**
 * Whose a row is. `then`: who owns the ticket at the event. `last`: "for close, stage and survey metrics, where nobody owns the ticket at the event,
 * the last owner before it is meant".
 */
export type Credit = 'then' | 'last';

/** The owner, or the team, of a ticket's row dated `at`, as the query's `ownerAt` asks. */
function holderOf(world: World, ticket: TicketRow, spells: readonly Spell[], current: string | null, at: number, credit: Credit): string | null {
  switch (world.query.ownerAt) {
    case 'event':
      return credit === 'last' ? lastValueAt(spells, at) : valueAt(spells, at);
    case 'current':
      return current;
    case 'created':
      return valueAt(spells, ticket.created_at);
  }
}

/** A ticket's dimensions for a row dated `at`: owner and team from history, "all other ticket dimensions are current values". */
export function ticketDims(world: World, ticket: TicketRow, at: number, credit: Credit = 'then'): Dims {
  const { helpdesk } = world;
  const local = localHour(at, world.query.timeZone);
  return {
    ticket: [ticket.ticket_id],
    owner: one(holderOf(world, ticket, ownersOf(helpdesk, ticket), ticket.owner_id, at, credit)),
    // "Team at t: likewise from the team events, under the same `ownerAt`": the last before it is the owner's rule alone.
    team: one(holderOf(world, ticket, teamsOf(helpdesk, ticket), ticket.team_id, at, 'then')),
    customer: one(ticket.requester_id),
    // "The organization is the ticket's, else its requester's."
    organization: one(ticket.org_id ?? organizationOf(helpdesk, ticket.requester_id)),
    channel: one(ticket.channel),
    pipeline: one(ticket.pipeline_id),
    stage: one(ticket.stage_id),
    priority: one(ticket.priority),
    ...ofPlainAttributes((id) => one(ticket[plainColumn(id)])),
    tag: [...new Set(ticket.tags)],
    status: one(historyOf(helpdesk, ticket).status),
    hour_of_day: [local.hour],
    weekday: [local.weekday],
    ...Object.fromEntries(ATTRIBUTES.map((each) => [each, one(attributeOf(ticket, each.slice('attribute.'.length)))])),
  };
}

/** The organization of a customer. */
export function organizationOf(helpdesk: Helpdesk, customerId: string | null): string | null {
  return helpdesk.customer.find((row) => row.customer_id === customerId)?.org_id ?? null;
}

/** "Values are texts, numbers or booleans (compared as text; null, empty and nested values are `(none)`)." */
function attributeOf(ticket: TicketRow, key: string): string | null {
  const value = ticket.attributes?.[key];
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain && value !== '' ? String(value) : null;
}

/** What null is called: "(unassigned) for owner, (none) otherwise". */
export function nullLabel(dimension: Dimension): string {
  return dimension === 'owner' ? '(unassigned)' : '(none)';
}

/** "The series shows the entity's name"; without a name, its id. */
export function nameOf(helpdesk: Helpdesk, dimension: Dimension, id: string): string {
  return entityName(helpdesk, dimension, id) ?? id;
}

function entityName(helpdesk: Helpdesk, dimension: Dimension, id: string): string | null | undefined {
  switch (dimension) {
    case 'owner':
    case 'author':
    case 'agent':
    case 'closed_by':
      return helpdesk.agent.find((row) => row.agent_id === id)?.name;
    case 'team':
      return helpdesk.team.find((row) => row.team_id === id)?.name;
    case 'customer':
      return helpdesk.customer.find((row) => row.customer_id === id)?.name;
    case 'organization':
      return helpdesk.organization.find((row) => row.org_id === id)?.name;
    case 'pipeline':
      return helpdesk.pipeline.find((row) => row.pipeline_id === id)?.label;
    case 'stage':
      return helpdesk.stage.find((row) => row.stage_id === id)?.label;
    case 'calendar':
      return helpdesk.calendar.find((row) => row.calendar_id === id)?.name;
    default:
      return null;
  }
}
