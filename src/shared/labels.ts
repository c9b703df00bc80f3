import type { EventKind, Statistic, UnitWord } from './words';

/** What words of a query and of its answer are called in English, besides the catalogue's things. Both sides read it; other languages are in src/locales. */

export const STATISTIC_LABELS: Readonly<Record<Statistic, string>> = {
  mean: 'Mean',
  median: 'Median',
  p75: '75th percentile',
  p90: '90th percentile',
  p95: '95th percentile',
  p99: '99th percentile',
  min: 'Minimum',
  max: 'Maximum',
  sum: 'Total',
  count: 'Count',
  share: 'Share',
  score: 'Score',
  n: 'n',
  within: 'Share within',
  hits: 'Hits',
  tickets: 'Tickets',
  customers: 'Customers',
  authors: 'Authors',
};

/** What stands behind a duration, and behind a change of a share or a score. */
export const UNIT_LABELS: Readonly<Record<Exclude<UnitWord, 'auto'> | 'points', string>> = {
  minutes: 'min',
  hours: 'h',
  days: 'd',
  workdays: 'workdays',
  points: 'pts',
};

export const EVENT_LABELS: Readonly<Record<EventKind, string>> = {
  sla_breach: 'SLA breach',
  low_rating: 'Low rating',
  reopening: 'Ticket reopened',
  holiday: 'Holiday',
  failed_refresh: 'Refresh failed',
};

/** What a query for the data's freshness answers. */
export const FRESHNESS_LABELS = {
  age: 'Age of the data',
  checked_at: 'Last read',
  loaded_at: 'Loaded',
  newest_at: 'Newest event',
} as const;

/** Names of series and columns that are made up here, and of kinds of event. */
export const SERIES_LABELS = {
  previous_period: 'previous period',
  previous_year: 'last year',
  previous: 'Previous',
  difference: 'Difference',
  change: 'Change',
  trend: 'trend',
  forecast: 'forecast',
  lower: 'lower bound',
  upper: 'upper bound',
  expected_low: 'expected, low',
  expected_high: 'expected, high',
  anomaly: 'anomalies',
  other: 'Other',
  scorecard: 'Scorecard',
  sla_hours: 'SLA hours',
  beyond_target: 'beyond target',
  open_ticket: 'Open in the helpdesk',
  ...EVENT_LABELS,
  ...FRESHNESS_LABELS,
} as const;

/** A series that an analysis or a comparison adds, or a kind of event. */
export type SeriesWord = keyof typeof SERIES_LABELS;

/** What stands for an id where a group is what a limit left out: a helpdesk may have an id "Other", and none like this. */
export const REST_ID = '\0';
