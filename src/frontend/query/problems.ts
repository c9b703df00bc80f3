import { t } from '@grafana/i18n';

import { nearest } from '../../shared/nearest';
import { type Fault, isWarning, type WordCode, worded, type Wordings } from '../../shared/query/fault';
import { faultsOf } from '../../shared/query/faults';
import { unreplaced } from '../../shared/query/unreplaced';
import { isVariable } from '../../shared/query/variable';
import { columnName, dimensionName, metricName, statisticName } from '../i18n/catalog-names';
import { inSentence } from '../i18n/listed';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { ownKeys } from './edit';
import { includeName } from './option-names';

/** What keeps a query from being answered, in sentences that say what to do. Variables are taken to be right, except in alert rules, which have none. */
export function problems(query: DataSourceQuery, isAlerting = false): string[] {
  const faults = faultsOf({ ...query, metric: query.metric ?? '' }, isVariable);
  return [...(isAlerting ? alertProblems(query) : []), ...faults.filter((fault) => !isWarning(fault)).map((fault) => worded(WORDING, fault))];
}

const lacks = ({ metric }: Fault<WordCode>, what: string): string =>
  t('editor.problem.lacks', '“{{metric}}” has no {{what}}: choose something else there.', { metric: metricName(metric), what, ...PLAIN });

const cannotFilter = ({ metric, value }: Fault<WordCode>): string =>
  t('editor.problem.filter', '“{{metric}}” cannot be filtered by {{dimension}}: take that filter away.', {
    metric: metricName(metric),
    dimension: dimensionName(value).toLowerCase(),
    ...PLAIN,
  });

/** What is wrong with a query, in the reader's language. */
const WORDING: Wordings = {
  metric: ({ value, options }) => {
    const near = nearest(value, options);
    return value === ''
      ? t('editor.problem.no-metric', 'Choose a metric, or one of the quick answers.')
      : near === null
        ? t('editor.problem.unknown-metric', 'There is no metric “{{metric}}”: choose one from the list.', { metric: value, ...PLAIN })
        : t('editor.problem.unknown-metric-near', 'There is no metric “{{metric}}”. Did you mean “{{near}}”?', { metric: value, near, ...PLAIN });
  },
  view: (fault) => lacks(fault, t('editor.problem.view', 'view “{{name}}”', { name: fault.value, ...PLAIN })),
  hours: ({ metric }) => t('editor.problem.hours', '“{{metric}}” has no SLA hours: choose 24/7.', { metric: metricName(metric), ...PLAIN }),
  statistic: (fault) => lacks(fault, t('editor.problem.statistic', 'statistic “{{name}}”', { name: statisticName(fault.value), ...PLAIN })),
  group: (fault) => lacks(fault, t('editor.problem.dimension', 'dimension “{{name}}”', { name: dimensionName(fault.value), ...PLAIN })),
  filter_only: ({ metric, value }) =>
    t('editor.problem.filter-only', '“{{metric}}” can be filtered by {{dimension}} but not grouped by it.', {
      metric: metricName(metric),
      dimension: dimensionName(value).toLowerCase(),
      ...PLAIN,
    }),
  twice: ({ at, value }) =>
    at === 'metrics'
      ? t('editor.problem.twice-column', 'The column “{{column}}” stands twice: take one of them away.', { column: value, ...PLAIN })
      : t('editor.problem.twice', 'The two dimensions are the same: choose another one, or clear one.'),
  include: ({ metric, value, options }) => {
    const named = { metric: metricName(metric), kind: inSentence(includeName(value)), ...PLAIN };
    return options.length === 0
      ? t('editor.problem.include', '“{{metric}}” never counts {{kind}}: take that away.', named)
      : t('editor.problem.include-anyway', '“{{metric}}” counts {{kind}} anyway: take that away.', named);
  },
  column: (fault) => lacks(fault, t('editor.problem.column', 'column “{{name}}”', { name: columnName(fault.value), ...PLAIN })),
  filter: cannotFilter,
  foreign_filter: cannotFilter,
  no_values: ({ field }) =>
    t('editor.problem.no-values', 'The filter on {{dimension}} has no values yet: choose one, or take the filter away.', {
      dimension: dimensionName(field).toLowerCase(),
      ...PLAIN,
    }),
  empty_choice: ({ field }) =>
    t('editor.problem.empty-choice', 'Nothing is chosen for the filter on {{dimension}}: no row passes it.', {
      dimension: dimensionName(field).toLowerCase(),
      ...PLAIN,
    }),
  between: ({ field }) =>
    t('editor.problem.between', 'The filter on {{dimension}} needs two values: the lowest and the highest.', {
      dimension: dimensionName(field).toLowerCase(),
      ...PLAIN,
    }),
  no_threshold: ({ value }) =>
    t('editor.problem.no-threshold', '“{{statistic}}” compares with a threshold: write one, such as 8h.', { statistic: statisticName(value), ...PLAIN }),
  bands: ({ low, high }) => t('editor.problem.bands', 'Bands must ascend: {{high}} stands after {{low}} and is not longer.', { low, high, ...PLAIN }),
  band: ({ value }) => t('editor.problem.band', 'There is no band “{{band}}” of these edges: choose one of the list.', { band: value, ...PLAIN }),
  crowded: () => t('editor.problem.crowded', 'Anomalies, a trend and a comparison around each group cannot be read: take one of them away, or the dimension.'),
  no_target_of: ({ metric, value }) =>
    t('editor.problem.no-target-of', '“{{metric}}” ({{statistic}}) has no target that tells better from worse: switch “Beyond target” off.', {
      metric: metricName(metric),
      statistic: inSentence(statisticName(value)),
      ...PLAIN,
    }),
  beside_distance: () =>
    t(
      'editor.problem.beside-distance',
      'Beside distances from a target, a comparison, a trend or anomalies say nothing: take them away, or switch “Beyond target” off.'
    ),
  unit: () => t('editor.problem.unit', 'SLA hours have no days of 24 hours: choose hours or working days.'),
  no_columns: () => t('editor.problem.no-columns', 'Choose the metrics that are the columns.'),
  columns_elsewhere: () => t('editor.problem.columns-elsewhere', 'Several metrics are a scorecard: choose that above, or name one metric.'),
  one_group: () => t('editor.problem.one-group', 'Choose what there is a row of, such as the owner.'),
  many_valued: ({ metric, value }) =>
    t('editor.problem.many-valued', 'A row of “{{metric}}” may have several values of {{dimension}}: choose another dimension, or leave that metric out.', {
      metric: metricName(metric),
      dimension: inSentence(dimensionName(value)),
      ...PLAIN,
    }),
  sort_column: ({ value }) =>
    t('editor.problem.sort-column', 'There is no column “{{column}}” to order by: choose one of the columns.', { column: value, ...PLAIN }),
  too_many_parts: ({ field }) =>
    t('editor.problem.too-many-parts', 'The filter on {{dimension}} looks for too many parts of names: choose whole values instead.', {
      dimension: dimensionName(field).toLowerCase(),
      ...PLAIN,
    }),
};

/** An alert rule runs without a dashboard, and needs numbers. */
function alertProblems(query: DataSourceQuery): string[] {
  const found: string[] = [];
  if (query.kind === 'records' || query.kind === 'events' || query.kind === 'scorecard') {
    found.push(t('editor.problem.alert-kind', 'An alert rule needs numbers: choose “Numbers” above.'));
  }
  const variable = unreplaced(ownKeys(query), true);
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
