import type { HelpdeskQuery } from '../../shared/query';
import type { Topic } from '../../shared/catalog/metric';

/** Queries worth starting from, by topic. */
export const EXAMPLES: Readonly<Record<Topic, readonly HelpdeskQuery[]>> = {
  satisfaction: [
    { metric: 'csat', view: 'over_time', frequency: 'week', groupBy: ['team'] },
    { metric: 'csat', view: 'totals', groupBy: ['owner'], sort: { by: 'value', direction: 'asc' }, limit: 10, minN: 5 },
    { metric: 'csat_response_rate', view: 'over_time', frequency: 'month', compare: 'previous_year' },
  ],
  performance: [
    { metric: 'time_to_first_response', view: 'over_time', hours: 'sla', statistics: ['median', 'p90'] },
    { metric: 'time_to_close', view: 'totals', groupBy: ['team'], compare: 'previous_period' },
    { metric: 'support_volume', view: 'over_time', frequency: 'day', groupBy: ['channel'] },
    { metric: 'support_volume', view: 'over_time', frequency: 'day', groupBy: [], trend: 'predictive' },
  ],
  replies: [
    { metric: 'customer_wait_time', view: 'totals' },
    { metric: 'owner_reply_time', view: 'totals', hours: 'sla' },
    { metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day', 'weekday'], filters: [{ field: 'direction', op: 'in', values: ['received'] }] },
  ],
  scheduling: [
    { metric: 'max_available_agents', view: 'over_time', frequency: 'hour' },
    { metric: 'agent_status_time', view: 'totals', groupBy: ['agent', 'availability'] },
  ],
  sla: [
    { metric: 'sla_attainment', view: 'over_time', frequency: 'week', groupBy: ['clock'] },
    { metric: 'sla_at_risk', kind: 'records', withinMinutes: 120 },
    { metric: 'sla_breaches', view: 'totals', groupBy: ['team', 'clock'] },
  ],
  backlog: [
    { metric: 'backlog', view: 'over_time', groupBy: ['priority'] },
    { metric: 'net_flow', view: 'over_time', frequency: 'day', anomalies: true },
    { metric: 'longest_wait', kind: 'records', limit: 20 },
  ],
};
