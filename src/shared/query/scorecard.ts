import { findMetric } from '../catalog';
import type { Hours, Statistic } from '../words';
import { QUERY_DEFAULTS } from './defaults';
import type { HelpdeskQuery, ParsedQuery } from './schema';

/** A scorecard: several metrics, a column each, with a row for each value of one dimension. */

/** A column of a scorecard, and the name by which an order and a panel's overrides know it. */
export interface ScorecardColumn {
  readonly name: string;
  readonly metric: string;
  /** The metric's own first where none is named. */
  readonly statistic?: Statistic;
  readonly hours: Hours;
  /** How many rows it rests on is a column too. */
  readonly n: boolean;
}

/** The columns of a scorecard, in order. The first of a metric has the metric's name; a further one is told by its statistic and its hours. */
export function columnsOf({ metrics = [] }: Pick<HelpdeskQuery, 'metrics'>): readonly ScorecardColumn[] {
  const seen = new Set<string>();
  return metrics.map((given) => {
    const { metric, statistic, hours = QUERY_DEFAULTS.hours, n = false } = typeof given === 'string' ? { metric: given } : given;
    const further = [metric, statistic ?? findMetric(metric)?.statistics[0] ?? '', ...(hours === QUERY_DEFAULTS.hours ? [] : [hours])].join('_');
    const name = seen.has(metric) ? further : metric;
    seen.add(metric);
    return { name, metric, statistic, hours, n };
  });
}

/** The name of the column that says how many rows a column rests on. */
export function countName({ name }: Pick<ScorecardColumn, 'name'>): string {
  return `${name}_n`;
}

/** The name of the column, not shown, with the ids of what there is a row of. */
export function idName(dimension: string): string {
  return `${dimension}_id`;
}

/** The query that asks for a column alone: every group, in no order. */
export function columnQuery<Query extends HelpdeskQuery | ParsedQuery>(query: Query, { metric, statistic, hours }: ScorecardColumn): Query {
  const { metrics: _metrics, sort: _sort, ...rest } = query;
  return {
    ...rest,
    ...OF_A_COLUMN,
    metric,
    hours,
    statistics: statistic === undefined ? undefined : [statistic],
  } as unknown as Query;
}

const OF_A_COLUMN = {
  kind: 'metric',
  view: 'totals',
  columns: [],
  events: [],
  limit: null,
  minN: 0,
  other: false,
  beyondTarget: false,
  compare: null,
  trend: null,
  anomalies: false,
} as const;
