import { t } from '@grafana/i18n';

import { findMetric, METRIC_IDS } from '../../shared/catalog';
import { nearest } from '../../shared/nearest';
import { firstVariable, isVariable } from '../../shared/query/variable';
import type { DimensionId } from '../../shared/words';
import { columnName, dimensionName, metricName, statisticName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery, QueryFilter } from '../types';
import { applicable } from './applicable';

/** What keeps a query from being answered, in sentences that say what to do. Variables are taken to be right, except in alert rules, which have none. */
export function problems(query: DataSourceQuery, isAlerting = false): string[] {
  const found = isAlerting ? alertProblems(query) : [];
  const filters = (query.filters ?? []).flatMap((filter) => filterProblem(filter) ?? []);
  if (query.kind === 'events') {
    return [...found, ...filters];
  }
  if (!query.metric) {
    return [...found, t('editor.problem.no-metric', 'Choose a metric, or one of the quick answers.')];
  }
  const metric = findMetric(query.metric);
  if (metric === null) {
    return isVariable(query.metric) ? [...found, ...filters] : [...found, unknownMetric(query.metric), ...filters];
  }
  const can = applicable(metric);
  const lacks = (what: string) =>
    t('editor.problem.lacks', '“{{metric}}” has no {{what}}: choose something else there.', { metric: metricName(metric.id), what, ...PLAIN });
  const missing = (given: readonly string[] | undefined, had: readonly string[]) => (given ?? []).filter((one) => !had.includes(one) && !isVariable(one));
  if (query.hours && missing([query.hours], metric.hours).length > 0) {
    found.push(t('editor.problem.hours', '“{{metric}}” has no SLA hours: choose 24/7.', { metric: metricName(metric.id), ...PLAIN }));
  }
  found.push(
    ...missing(query.statistics, metric.statistics).map((one) =>
      lacks(t('editor.problem.statistic', 'statistic “{{name}}”', { name: statisticName(one), ...PLAIN }))
    )
  );
  found.push(
    ...missing(query.groupBy, can.groups).map((one) =>
      can.filters.includes(one as DimensionId)
        ? t('editor.problem.filter-only', '“{{metric}}” can be filtered by {{dimension}} but not grouped by it.', {
            metric: metricName(metric.id),
            dimension: dimensionName(one).toLowerCase(),
            ...PLAIN,
          })
        : lacks(t('editor.problem.dimension', 'dimension “{{name}}”', { name: dimensionName(one), ...PLAIN }))
    )
  );
  if (query.groupBy && new Set(query.groupBy).size < query.groupBy.length) {
    found.push(t('editor.problem.twice', 'The two dimensions are the same: choose another one, or clear one.'));
  }
  found.push(
    ...missing(
      query.filters?.map(({ field }) => field),
      can.filters
    ).map((one) =>
      t('editor.problem.filter', '“{{metric}}” cannot be filtered by {{dimension}}: take that filter away.', {
        metric: metricName(metric.id),
        dimension: dimensionName(one).toLowerCase(),
        ...PLAIN,
      })
    )
  );
  if (query.kind === 'records') {
    found.push(
      ...missing(query.columns, can.columns).map((one) => lacks(t('editor.problem.column', 'column “{{name}}”', { name: columnName(one), ...PLAIN })))
    );
  }
  return [...found, ...filters];
}

function unknownMetric(metric: string): string {
  const near = nearest(metric, METRIC_IDS);
  return near === null
    ? t('editor.problem.unknown-metric', 'There is no metric “{{metric}}”: choose one from the list.', { metric, ...PLAIN })
    : t('editor.problem.unknown-metric-near', 'There is no metric “{{metric}}”. Did you mean “{{near}}”?', { metric, near, ...PLAIN });
}

function filterProblem({ field, op = 'in', values = [] }: QueryFilter): string | null {
  const dimension = dimensionName(field).toLowerCase();
  if (op === 'between') {
    return values.length === 2 || values.some(isVariable)
      ? null
      : t('editor.problem.between', 'The filter on {{dimension}} needs two values: the lowest and the highest.', { dimension, ...PLAIN });
  }
  return op === 'is_empty' || op === 'is_not_empty' || values.length > 0
    ? null
    : t('editor.problem.no-values', 'The filter on {{dimension}} has no values yet: choose one, or take the filter away.', { dimension, ...PLAIN });
}

/** An alert rule runs without a dashboard, and needs numbers. */
function alertProblems(query: DataSourceQuery): string[] {
  const found: string[] = [];
  if (query.kind === 'records' || query.kind === 'events') {
    found.push(t('editor.problem.alert-kind', 'An alert rule needs numbers: choose “Numbers” above.'));
  }
  const variable = firstVariable(query);
  if (variable !== null) {
    found.push(
      t('editor.problem.alert-variable', 'An alert rule has no dashboard variables: write a value instead of {{variable}}.', {
        variable: variable.text,
        ...PLAIN,
      })
    );
  }
  return found;
}
