import { CONTAINS } from '../../shared/bounds';
import { findMetric } from '../../shared/catalog';
import { dimensionOf } from '../../shared/catalog/dimensions';
import { quoted } from '../../shared/echo';
import { suggestion } from '../../shared/nearest';
import type { Fault, WordCode, Wordings } from '../../shared/query/fault';
import type { DimensionId } from '../../shared/words';

const lacks =
  (what: string) =>
  ({ metric, value, options }: Fault<WordCode>): string =>
    `"${metric}" has no ${what} ${quoted(value)}. It has: ${options.join(', ')}.`;

/** What is wrong with a query, in English: it names the thing and what the metric has. */
export const FAULT_WORDING: Wordings = {
  metric: ({ value, options }) => `There is no metric ${quoted(value)}.${suggestion(value, options)}`,
  view: lacks('view'),
  hours: lacks('hours'),
  statistic: lacks('statistic'),
  group: lacks('dimension'),
  filter_only: ({ metric, value }) => `"${metric}" can be filtered by "${value}" but not grouped by it.`,
  twice: ({ at, value }) => `"${at}" names ${quoted(value)} twice.`,
  include: ({ metric, value, options }) =>
    options.length === 0
      ? `"include" does not apply to "${metric}": spam, deleted, merged, test and imported tickets are no work.`
      : `"${metric}" counts tickets of the kind ${quoted(value)} anyway: leave it out of "include", which can name ${options.join(', ')} there.`,
  column: lacks('column'),
  filter: lacks('dimension'),
  foreign_filter: ({ metric, value }) =>
    `The filter on ${dimensionOf(value as DimensionId).label.toLowerCase()} does not apply: ${findMetric(metric)?.label ?? metric} has no such dimension. The numbers are not filtered by it.`,
  no_values: ({ field }) => `The filter on "${field}" has no values: give at least one, or leave the filter out.`,
  empty_choice: ({ field }) => `Nothing is chosen for the filter on "${field}", so no row passes it: choose a value, or “All”.`,
  between: ({ field, count }) => `The filter on "${field}" is "between" and takes two values, the lowest and the highest; it has ${count}.`,
  no_threshold: ({ value }) => `The statistic "${value}" of a duration compares with a "threshold": say which, such as "8h".`,
  bands: ({ low, high }) => `"bands" must ascend: ${quoted(high)} stands after ${quoted(low)} and is not longer.`,
  band: ({ at, value, options }) => `"${at}" names ${quoted(value)}, which is no band of this query: no row is in it. It has: ${options.join(', ')}.`,
  crowded: ({ metric }) => `"anomalies", "trend" and "compare" around each group of "${metric}" cannot be read: leave one of them out, or the "groupBy".`,
  no_target_of: ({ metric, value }) =>
    `"beyondTarget" does not apply to "${value}" of "${metric}": it has no target that tells better from worse. Shares, times, scores and what is open now can have one.`,
  beside_distance: ({ value }) =>
    `"${value}" says nothing beside "beyondTarget", which answers how far the numbers are from their target: leave one of them out.`,
  no_columns: () =>
    `A scorecard has a column for each of "metrics", and there is none: name some, such as ["support_volume", "time_to_first_response", "csat"].`,
  columns_elsewhere: () => `"metrics" are the columns of a scorecard: ask for the "kind" "scorecard", or name one "metric".`,
  one_group: ({ count }) =>
    `A scorecard has a row for each value of one dimension; "groupBy" names ${count === 0 ? 'none' : count}: name one that all its metrics have, such as ["owner"].`,
  many_valued: ({ metric, value }) =>
    `A row of "${metric}" may have several values of "${value}", and would stand in several rows of the scorecard: group by another dimension, or leave that metric out.`,
  sort_column: ({ value, options }) =>
    options.length === 0
      ? `"sort" names the column ${quoted(value)}, which only a scorecard has.`
      : `"sort" names the column ${quoted(value)}, which the scorecard does not have.${suggestion(value, options)}`,
  unit: ({ metric }) => `"${metric}" in SLA hours has no days of 24 hours: ask for the "unit" hours, or workdays.`,
  too_many_parts: ({ field, count }) =>
    `The filter on "${field}" looks for ${count.toLocaleString('en')} parts of names; "contains" takes at most ${CONTAINS}. Filter by ids with "in", which takes thousands.`,
};
