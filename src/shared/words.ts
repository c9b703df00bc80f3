import { TICKET_ATTRIBUTE_IDS } from './catalog/ticket-attributes';

/** The closed vocabularies of a query: a word means one thing everywhere. */

export const KINDS = ['metric', 'scorecard', 'records', 'events', 'freshness'] as const;
/** The kinds whose queries name no `metric`: they are about none, or about several. */
export const WITHOUT_METRIC: readonly Kind[] = ['scorecard', 'events', 'freshness'];
export const VIEWS = ['over_time', 'totals'] as const;
export const HOURS = ['all', 'sla'] as const;
export const STATISTICS = [
  'mean',
  'median',
  'p75',
  'p90',
  'p95',
  'p99',
  'min',
  'max',
  'sum',
  'count',
  'share',
  'score',
  'n',
  'within',
  'hits',
  'tickets',
  'customers',
  'authors',
] as const;
export const FREQUENCIES = ['auto', '15m', '30m', 'hour', '2h', '4h', '6h', '12h', 'day', 'week', 'month', 'quarter', 'year'] as const;
export const OPERATORS = ['in', 'not_in', 'equals', 'not_equals', 'contains', 'is_empty', 'is_not_empty', 'between'] as const;
export const OWNER_AT = ['event', 'current', 'created'] as const;
export const CLOSES = ['last', 'first'] as const;
/** Kinds of message that the settings can count as answers, besides replies. */
export const ANSWER_KINDS = ['note', 'call', 'forward'] as const;
/** Flags of a ticket, by any of which it is left out of every number; and what one metric leaves out besides. */
export const FLAGS = ['spam', 'deleted', 'merged', 'test', 'imported'] as const;
export const INCLUDES = [...FLAGS, 'agent_created'] as const;
/** The clocks of an SLA policy. */
export const SLA_CLOCKS = ['first_reply', 'next_reply', 'close'] as const;
export type SlaClock = (typeof SLA_CLOCKS)[number];
/** The canonical tables that settings may take from a place of their own, since many helpdesks do not keep them. */
export const OWN_TABLES = [
  'calendar',
  'calendar_hours',
  'calendar_exception',
  'agent',
  'team',
  'team_member',
  'sla_target',
  'ticket_sla',
  'agent_status',
] as const;
export type OwnTable = (typeof OWN_TABLES)[number];
export const COMPARISONS = ['previous_period', 'previous_year'] as const;
export const TRENDS = ['linear', 'exponential', 'logarithmic', 'predictive'] as const;
export const UNITS = ['auto', 'minutes', 'hours', 'days', 'workdays'] as const;
/** How a panel draws a series over time: its unfinished and its few-rowed points look different in each. */
export const DRAWN = ['lines', 'bars', 'stacked'] as const;
export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
/** The words of stage.kind, which are also those of a ticket's status. */
export const STATUS_KINDS = ['new', 'open', 'waiting_customer', 'on_hold', 'closed', 'merged', 'spam'] as const;
export const SORTS = ['value', 'name', 'n'] as const;
export const EVENT_KINDS = ['sla_breach', 'low_rating', 'reopening', 'holiday', 'failed_refresh'] as const;
export const DIMENSIONS = [
  'ticket',
  'owner',
  'author',
  'agent',
  ...TICKET_ATTRIBUTE_IDS,
  'tag',
  'status',
  'availability',
  'direction',
  'hour_of_day',
  'weekday',
  'rating',
  'scale',
  'scale_half',
  'survey_form',
  'in_hours',
  'asked_in_hours',
  'clock',
  'calendar',
  'policy',
  'ended_by',
  'activity',
  'closed_by',
  'closed_by_kind',
  'duration_band',
] as const;

export type Kind = (typeof KINDS)[number];
export type View = (typeof VIEWS)[number];
export type Hours = (typeof HOURS)[number];
export type Statistic = (typeof STATISTICS)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Operator = (typeof OPERATORS)[number];
export type StatusKind = (typeof STATUS_KINDS)[number];
export type UnitWord = (typeof UNITS)[number];
export type Drawn = (typeof DRAWN)[number];
export type WeekStart = (typeof WEEK_STARTS)[number];
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export type Include = (typeof INCLUDES)[number];
export type EventKind = (typeof EVENT_KINDS)[number];
/** A dimension that every helpdesk has. */
export type PlainDimensionId = (typeof DIMENSIONS)[number];
/** A key of tickets’ own attributes, whatever keys a helpdesk has: a custom field. */
export type CustomFieldId = `attribute.${string}`;
export type DimensionId = PlainDimensionId | CustomFieldId;

const CUSTOM = 'attribute.';

/** Whether a word names a custom field, which a helpdesk may have or not. */
export function isCustomField(word: string): word is CustomFieldId {
  return word.startsWith(CUSTOM) && word.length > CUSTOM.length;
}

/** The key of a custom field in tickets’ attributes. */
export function customFieldKey(id: CustomFieldId): string {
  return id.slice(CUSTOM.length);
}

/** The word that names the custom field of a key. */
export function customFieldId(key: string): CustomFieldId {
  return `${CUSTOM}${key}`;
}

/** Whether a word names a dimension that every helpdesk has. */
export function isPlainDimension(word: string): word is PlainDimensionId {
  return (DIMENSIONS as readonly string[]).includes(word);
}

/** Whether a word names a dimension. */
export function isDimension(word: string): word is DimensionId {
  return isPlainDimension(word) || isCustomField(word);
}
