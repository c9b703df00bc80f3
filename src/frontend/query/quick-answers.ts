import { findMetric } from '../../shared/catalog';
import type { DataSourceQuery } from '../types';
import { type Changes, isDefault, ownKeys, replaced } from './edit';

/** Where a chart over time would not answer a metric's question, the query that does. */
const ANSWERS: Readonly<Record<string, Changes>> = {
  time_in_stage: { view: 'totals' },
  stage_dwell: { view: 'totals' },
  customer_reply_time: { view: 'totals' },
  customer_wait_time: { view: 'totals' },
  owner_reply_count: { view: 'totals' },
  owner_reply_time: { view: 'totals' },
  ticket_reply_count: { view: 'totals' },
  messages_by_hour: { view: 'totals' },
  agent_status_time: { view: 'totals', groupBy: ['agent', 'availability'] },
  agent_concurrency: { view: 'totals', groupBy: ['agent'] },
  occupancy: { view: 'totals', groupBy: ['agent'] },
  max_available_agents: { view: 'over_time', frequency: 'hour' },
  sla_attainment: { view: 'over_time', groupBy: ['clock'] },
  sla_breaches: { view: 'over_time', groupBy: ['clock'] },
  sla_at_risk: { kind: 'records' },
  time_to_breach: { view: 'totals', groupBy: ['clock'] },
  waiting_now: { view: 'totals', groupBy: ['team'] },
  longest_wait: { view: 'totals', groupBy: ['customer'], limit: 10 },
};

/** The query that answers a metric's question, in the envelope of the present one. An alert rule gets the number of each group. */
export function quickAnswer(query: DataSourceQuery, metricId: string, isAlerting: boolean): DataSourceQuery {
  const { kind, ...answer } = ANSWERS[metricId] ?? {};
  if (isAlerting) {
    // a clock's hours, tickets and customers are no groups that one wants an alert of each
    const groupBy = (answer.groupBy as readonly string[] | undefined)?.slice(0, 1) ?? (findMetric(metricId)?.defaults.groupBy?.totals ? [] : undefined);
    // a rule compares with a number: seconds
    return replaced(query, { metric: metricId, view: 'totals', ...(groupBy ? { groupBy } : {}) });
  }
  const unit = findMetric(metricId)?.unit === 's' ? { unit: 'auto' } : {};
  return replaced(query, { metric: metricId, ...(kind ? { kind } : {}), view: 'over_time', ...unit, ...answer });
}

/** Whether a query is its metric's quick answer, however its keys stand. */
export function isQuickAnswer(query: DataSourceQuery, metricId: string, isAlerting: boolean): boolean {
  const said = (one: DataSourceQuery) =>
    JSON.stringify(
      Object.entries(ownKeys(one))
        .filter(([key, value]) => value !== undefined && !isDefault(key, value))
        .sort(([a], [b]) => (a < b ? -1 : 1))
    );
  return said(query) === said(quickAnswer(query, metricId, isAlerting));
}
