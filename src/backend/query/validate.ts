import { findMetric } from '../../shared/catalog';
import type { Metric } from '../../shared/catalog/metric';
import { dimensionColumn } from '../../shared/catalog/metric-dimensions';
import { type Filter, type ParsedQuery, QueryError } from '../../shared/query';
import { type Fault, isWarning, worded } from '../../shared/query/fault';
import { faultsOf } from '../../shared/query/faults';
import { FAULT_WORDING } from './fault-wording';

/** Something a person should know about an answer, beside its numbers. */
export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A query that its metric can answer, and what was left out to make it so. */
interface ValidQuery {
  readonly query: ParsedQuery;
  readonly metric: Metric;
  readonly filters: readonly Filter[];
  readonly notices: readonly Notice[];
}

/** Checks a query against the catalogue. Throws a QueryError that names the thing and what the metric has. */
export function validate(query: ParsedQuery): ValidQuery {
  const metric = findMetric(query.metric);
  const faults = checkFaults(query);
  if (metric === null) {
    throw new QueryError('Events are about no metric.');
  }
  return {
    query,
    metric,
    filters: query.filters.filter(({ field }) => dimensionColumn(metric, field) !== undefined),
    notices: faults.map((fault) => ({ severity: 'warning', text: worded(FAULT_WORDING, fault) })),
  };
}

/** What is wrong with a query and leaves an answer. Throws a QueryError of what does not. */
export function checkFaults(query: ParsedQuery): readonly Fault[] {
  const faults = faultsOf(query);
  const grave = faults.find((fault) => !isWarning(fault));
  if (grave !== undefined) {
    throw new QueryError(worded(FAULT_WORDING, grave), grave.code === 'too_many_parts' ? 413 : 400);
  }
  return faults;
}
