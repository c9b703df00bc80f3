import type { HelpdeskQuery } from '../src/shared/query';

/** The panel that others are measured against: a mean and a p90 over time by team. */
export const MEAN_AND_P90: HelpdeskQuery = {
  metric: 'time_to_first_response',
  view: 'over_time',
  frequency: 'week',
  statistics: ['mean', 'p90'],
  groupBy: ['team'],
};

/** A dashboard of twelve panels such as ours: numbers, lines, top tens, both hours. */
export const DASHBOARD: readonly HelpdeskQuery[] = [
  { metric: 'csat', view: 'totals' },
  { metric: 'csat', view: 'over_time', frequency: 'week' },
  { metric: 'time_to_first_response', view: 'over_time', frequency: 'week', statistics: ['mean', 'p90'] },
  { metric: 'time_to_first_response', view: 'totals', hours: 'sla', groupBy: ['team'] },
  { metric: 'time_to_close', view: 'over_time', frequency: 'week', statistics: ['median'], groupBy: ['team'] },
  { metric: 'support_volume', view: 'totals', groupBy: ['owner'], limit: 10 },
  { metric: 'customer_wait_time', view: 'totals' },
  { metric: 'owner_reply_time', view: 'totals', groupBy: ['author'], limit: 10 },
  { metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day', 'direction'] },
  { metric: 'sla_attainment', view: 'over_time', frequency: 'week' },
  { metric: 'backlog', view: 'over_time', frequency: 'week' },
  { metric: 'net_flow', view: 'over_time', frequency: 'day' },
];
