import { CONTAINS } from '../../shared/bounds';
import { findMetric, METRIC_IDS } from '../../shared/catalog';
import { DIMENSION_CATALOG } from '../../shared/catalog/dimensions';
import { traitsOf } from '../../shared/catalog/measures';
import type { Metric } from '../../shared/catalog/metric';
import { RECORD_COLUMNS } from '../../shared/catalog/record-columns';
import { quoted } from '../../shared/echo';
import { suggestion } from '../../shared/nearest';
import { type Filter, type ParsedQuery, QueryError } from '../../shared/query';
import type { DimensionId } from '../../shared/words';

/** Something a person should know about an answer, beside its numbers. */
export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A query that its metric can answer, and what was left out to make it so. */
export interface ValidQuery {
  readonly query: ParsedQuery;
  readonly metric: Metric;
  readonly filters: readonly Filter[];
  readonly notices: readonly Notice[];
}

/** Checks a query against the catalogue. Throws a QueryError that names the thing and what the metric has. */
export function validate(query: ParsedQuery): ValidQuery {
  const metric = findMetric(query.metric);
  if (metric === null) {
    throw new QueryError(`There is no metric ${quoted(query.metric)}.${suggestion(query.metric, METRIC_IDS)}`);
  }
  const has = (what: string, value: string, options: readonly string[]) => {
    if (!options.includes(value)) {
      throw new QueryError(`"${metric.id}" has no ${what} ${quoted(value)}. It has: ${options.join(', ')}.`);
    }
  };
  has('view', query.view, metric.views);
  has('hours', query.hours, metric.hours);
  query.statistics?.forEach((statistic) => has('statistic', statistic, metric.statistics));
  const dimensions = Object.keys(metric.dimensions) as DimensionId[];
  query.groupBy?.forEach((dimension) => has('dimension', dimension, dimensions));
  const only = query.groupBy?.find((dimension) => metric.dimensions[dimension]?.filterOnly);
  if (only) {
    throw new QueryError(`"${metric.id}" can be filtered by "${only}" but not grouped by it.`);
  }
  if (query.include.length > 0 && !traitsOf(metric.measure).hasInclude) {
    throw new QueryError('"include" does not apply to "occupancy": spam, deleted, merged, test and imported tickets are no work.');
  }
  const columns = [...metric.columns, ...dimensions.filter((dimension) => dimension in RECORD_COLUMNS)];
  query.columns.forEach((column) => has('column', column, [...new Set(columns)]));
  query.filters.forEach(checkValues);
  const notices: Notice[] = [];
  const filters = query.filters.filter((filter) => {
    if (filter.field in metric.dimensions) {
      return true;
    }
    if (filter.origin === 'query') {
      has('dimension', filter.field, dimensions);
    }
    notices.push({
      severity: 'warning',
      text: `The filter on ${DIMENSION_CATALOG[filter.field].label.toLowerCase()} does not apply: ${metric.label} has no such dimension. The numbers are not filtered by it.`,
    });
    return false;
  });
  return { query, metric, filters, notices };
}

/** Each operator's number of values: an empty list never means "everything" or "nothing" in silence. */
function checkValues({ field, op, values }: Filter): void {
  if (op === 'contains' && values.length > CONTAINS) {
    throw new QueryError(
      `The filter on "${field}" looks for ${values.length.toLocaleString('en')} parts of names; "contains" takes at most ${CONTAINS}. Filter by ids with "in", which takes thousands.`,
      413
    );
  }
  const wanted = op === 'is_empty' || op === 'is_not_empty' ? 'none' : op === 'between' ? 'two' : 'some';
  if (wanted === 'some' && values.length === 0) {
    throw new QueryError(`The filter on "${field}" has no values: give at least one, or leave the filter out.`);
  }
  if (wanted === 'two' && values.length !== 2) {
    throw new QueryError(`The filter on "${field}" is "between" and takes two values, the lowest and the highest; it has ${values.length}.`);
  }
}
