import { currentStatus, ownerAt, statusHistory } from './history';
import type { Helpdesk, TicketRow } from './model';
import { ofPlainAttributes, PLAIN_ATTRIBUTES, plainColumn } from './plain-attributes';
import type { Dimension } from './query';
import type { World } from './world';
import { localHour } from './zone';

/** The values of a row's dimensions: a list each, empty for none, several for a many-valued one. */
export type Dims = Readonly<Partial<Record<Dimension, readonly string[]>>>;

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
];
/** Turns and messages have an author and a direction besides. */
export const MESSAGE_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'author', 'direction'];
/** Ratings have a form and a scale besides. */
export const SURVEY_DIMENSIONS: readonly Dimension[] = [...TICKET_DIMENSIONS, 'rating', 'scale', 'survey_form'];
/** The dimensions of a ticket that is counted at an instant, not dated by an event. */
export const STATE_DIMENSIONS: readonly Dimension[] = TICKET_DIMENSIONS.filter((one) => one !== 'hour_of_day' && one !== 'weekday');
/** SLA clocks have a kind, a policy and its target's calendar besides. */
export const SLA_DIMENSIONS: readonly Dimension[] = ['clock', 'policy', 'calendar'];
/** Status intervals belong to agents. */
export const STATUS_DIMENSIONS: readonly Dimension[] = ['agent', 'team', 'status', 'availability'];

/** Dimensions of which a row may have several values: "groups do not add up; no Other". */
export function isManyValued(metricDimensions: readonly Dimension[], dimension: Dimension): boolean {
  return dimension === 'tag' || (dimension === 'team' && metricDimensions.includes('agent'));
}

/** One value or none as a list. */
export function one(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

/** The owner of a ticket's row dated `at`, as the query's `ownerAt` asks. */
export function ownerOf(world: World, ticket: TicketRow, at: number): string | null {
  switch (world.query.ownerAt) {
    case 'event':
      return ownerAt(world.helpdesk, ticket, at);
    case 'current':
      return ticket.owner_id;
    case 'created':
      return ownerAt(world.helpdesk, ticket, ticket.created_at);
  }
}

/** A ticket's dimensions for a row dated `at`: the owner from history, "all other ticket dimensions are current values". */
export function ticketDims(world: World, ticket: TicketRow, at: number): Dims {
  const local = localHour(at, world.query.timeZone);
  return {
    ticket: [ticket.ticket_id],
    owner: one(ownerOf(world, ticket, at)),
    team: one(ticket.team_id),
    customer: one(ticket.requester_id),
    organization: one(ticket.org_id),
    channel: one(ticket.channel),
    pipeline: one(ticket.pipeline_id),
    stage: one(ticket.stage_id),
    priority: one(ticket.priority),
    ...ofPlainAttributes((id) => one(ticket[plainColumn(id)])),
    tag: [...new Set(ticket.tags)],
    status: one(currentStatus(statusHistory(world.helpdesk, ticket))),
    hour_of_day: [local.hour],
    weekday: [local.weekday],
  };
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
