import type { DimensionColumns } from './dimension-column';
import { columnOf, ofAttributes } from './ticket-attributes';

/** The local clock at the instant that dates a row; a stretch of time is cut by it. */
export const LOCAL_TIME = { hour_of_day: { computed: 'hour_of_day' }, weekday: { computed: 'weekday' } } as const satisfies DimensionColumns;

/** The dimensions of every row that belongs to a ticket, and where its fact holds them. */
export const TICKET_DIMENSIONS = {
  ticket: { column: 'ticket_ix' },
  owner: { column: 'owner_ix' },
  ...ofAttributes((id) => ({ column: columnOf(id) })),
  tag: { column: 'tag_ix', bridge: { table: 'ticket_tag', on: 'ticket_ix' } },
  status: { column: 'status_ix' },
  ...LOCAL_TIME,
} as const satisfies DimensionColumns;

/** What a close dates has those who closed besides. */
export const CLOSE_DIMENSIONS = {
  ...TICKET_DIMENSIONS,
  closed_by: { column: 'closed_by_ix' },
  closed_by_kind: { column: 'closed_by_kind' },
} as const satisfies DimensionColumns;

/** A chat, a first response and a turn began to wait inside working hours or outside. */
const ASKED = { asked_in_hours: { column: 'asked_in_hours' } } as const satisfies DimensionColumns;

/** Chats have who ended them besides. */
export const CHAT_DIMENSIONS = { ...TICKET_DIMENSIONS, ...ASKED, ended_by: { column: 'ended_by' } } as const satisfies DimensionColumns;

/** First responses have an author besides. */
export const FIRST_REPLY_DIMENSIONS = { ...TICKET_DIMENSIONS, ...ASKED, author: { column: 'author_ix' } } as const satisfies DimensionColumns;

/** Messages have an author and a direction besides. */
export const MESSAGE_DIMENSIONS = {
  ...TICKET_DIMENSIONS,
  author: { column: 'author_ix' },
  direction: { column: 'direction' },
} as const satisfies DimensionColumns;

/** Turns have an author and a direction too, and when they were asked. */
export const TURN_DIMENSIONS = { ...MESSAGE_DIMENSIONS, ...ASKED } as const satisfies DimensionColumns;

/** Ratings have a form and a scale besides. */
export const SURVEY_DIMENSIONS = {
  ...TICKET_DIMENSIONS,
  rating: { column: 'rating_ix' },
  scale: { column: 'scale_ix' },
  scale_half: { computed: 'scale_half' },
  survey_form: { column: 'survey_form_ix' },
} as const satisfies DimensionColumns;

/** SLA clocks have a clock, a policy and a calendar besides. */
export const CLOCK_DIMENSIONS = {
  ...TICKET_DIMENSIONS,
  clock: { column: 'clock' },
  policy: { column: 'policy_ix' },
  calendar: { column: 'calendar_ix' },
} as const satisfies DimensionColumns;

/** What is counted at an instant has no hour or weekday of its own. */
export function withoutTime<Columns extends DimensionColumns>({
  hour_of_day: _hour,
  weekday: _weekday,
  ...dimensions
}: Columns): Omit<Columns, 'hour_of_day' | 'weekday'> {
  return dimensions;
}

/** Status intervals belong to agents. */
export const STATUS_DIMENSIONS = {
  agent: { column: 'agent_ix' },
  team: { column: 'team_ix', bridge: { table: 'status_team', on: 'row_ix' } },
  status: { column: 'status_ix', dictionary: 'agent_status' },
  availability: { column: 'availability_ix' },
  in_hours: { column: 'in_hours' },
  ...LOCAL_TIME,
} as const satisfies DimensionColumns;

/** Every duration offers these. */
export const DURATION_STATISTICS = ['mean', 'median', 'p75', 'p90', 'p95', 'p99', 'min', 'max', 'sum', 'count', 'n'] as const;
