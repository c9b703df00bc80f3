import { CONTAINS } from '../bounds';
import { findMetric, METRIC_IDS } from '../catalog';
import { bandValues, DEFAULT_BANDS, notAscending } from '../catalog/bands';
import { DIMENSION_CATALOG } from '../catalog/dimensions';
import { traitsOf } from '../catalog/measures';
import type { Metric } from '../catalog/metric';
import { isManyValued } from '../catalog/metric-dimensions';
import { isCustomField, type Operator } from '../words';
import { applicable } from './applicable';
import { FILTER_DEFAULTS, QUERY_DEFAULTS } from './defaults';
import type { Fault, WordCode } from './fault';
import type { HelpdeskQuery } from './schema';
import { columnQuery, columnsOf, countName } from './scorecard';
import { targetFaults } from './target-faults';
import { firstTwice } from './twice';

/** Whether it is not known yet what a word stands for. */
type IsOpen = (word: string) => boolean;

/** Operators whose values are ids. */
const OF_IDS: readonly Operator[] = ['in', 'equals', 'not_in', 'not_equals'];

/** A word of a query, and where it stands. */
interface Placed {
  readonly at: string;
  readonly value: string;
}

/**
 * What is wrong with a query that could be read, what is asked first told first. A word of which it is not known yet what it stands for
 * (a variable, in the editor) is taken to be right.
 */
export function faultsOf(query: HelpdeskQuery, isOpen: IsOpen = () => false): readonly Fault[] {
  if (query.kind === 'freshness') {
    return [];
  }
  if (query.kind === 'scorecard') {
    return scorecardFaults(query, isOpen);
  }
  const filterFaults = (query.filters ?? []).flatMap((filter, i) => valuesFault(filter, `filters[${i}].values`, isOpen) ?? []);
  if (query.kind === 'events') {
    return filterFaults;
  }
  const metric = findMetric(query.metric);
  if (metric === null) {
    const { metric: value } = query;
    return [...(isOpen(value) ? [] : [{ code: 'metric' as const, at: 'metric', metric: value, value, options: METRIC_IDS }]), ...filterFaults];
  }
  const { words, fields } = metricFaults(query, metric, isOpen);
  return [...elsewhere(query), ...words, ...filterFaults, ...fields];
}

/** What only a scorecard has. */
function elsewhere({ metrics, sort }: HelpdeskQuery): readonly Fault[] {
  return [
    ...(metrics === undefined ? [] : [{ code: 'columns_elsewhere' as const, at: 'metrics', value: 'metrics' }]),
    ...(sort?.column === undefined ? [] : [{ code: 'sort_column' as const, at: 'sort.column', value: sort.column, options: [] }]),
  ];
}

/** What is wrong with a scorecard: with itself, and with each of its columns asked alone. */
function scorecardFaults(query: HelpdeskQuery, isOpen: IsOpen): readonly Fault[] {
  const columns = columnsOf(query);
  const names = columns.map(({ name }) => name);
  const [group, ...more] = query.groupBy ?? [];
  const own: readonly Fault[] = [
    ...(columns.length === 0 ? [{ code: 'no_columns' as const, at: 'metrics', value: 'metrics' }] : []),
    ...(group === undefined || more.length > 0 ? [{ code: 'one_group' as const, at: 'groupBy', count: query.groupBy?.length ?? 0 }] : []),
    // a count beside a column is one too
    ...twice('metrics', [...names, ...columns.flatMap((column) => (column.n ? [countName(column)] : []))]),
  ];
  const ofColumns = columns.flatMap((column, i) => {
    const metric = findMetric(column.metric);
    const several = metric !== null && group !== undefined && !isOpen(group) && group in metric.dimensions && isManyValued(metric, group);
    return [
      ...faultsOf(columnQuery(query, column), isOpen).map((fault): Fault => ({ ...fault, at: placeInColumn(fault.at, i) })),
      ...(several ? [{ code: 'many_valued' as const, at: 'groupBy[0]', metric: column.metric, value: group }] : []),
    ];
  });
  const by = query.sort?.column;
  const isUnknown = by !== undefined && !isOpen(by) && !names.includes(by);
  // what is wrong with a filter is wrong for every column
  const distinct = [...new Map([...own, ...ofColumns].map((fault) => [JSON.stringify(fault), fault])).values()];
  return isUnknown ? [...distinct, { code: 'sort_column', at: 'sort.column', value: by, options: names }] : distinct;
}

/** Where a scorecard says what a column asked alone says elsewhere. */
function placeInColumn(at: string, column: number): string {
  const inside = { metric: 'metric', hours: 'hours', 'statistics[0]': 'statistic' }[at];
  return inside === undefined ? at : `metrics[${column}].${inside}`;
}

/** The words that a metric does not take: those of the query itself, and the fields of its filters. */
function metricFaults(query: HelpdeskQuery, metric: Metric, isOpen: IsOpen): { readonly words: readonly Fault[]; readonly fields: readonly Fault[] } {
  const can = applicable(metric);
  const isCustom = (word: string) => can.customFields && isCustomField(word);
  const lacking = (code: WordCode, given: readonly Placed[], options: readonly string[]): Fault[] =>
    given
      .filter(({ value }) => !options.includes(value) && !isCustom(value) && !isOpen(value))
      .map(({ at, value }) => ({ code, at, metric: metric.id, value, options }));
  const groups = listed('groupBy', query.groupBy);
  const isDimension = ({ value }: Placed) => (can.filters as readonly string[]).includes(value);
  const fields = (query.filters ?? []).map(({ field, origin = FILTER_DEFAULTS.origin }, i) => ({ at: `filters[${i}].field`, value: field, origin }));
  return {
    words: [
      ...lacking('view', single('view', query.view), can.views),
      ...lacking('hours', single('hours', query.hours), can.hours),
      ...lacking('statistic', listed('statistics', query.statistics), can.statistics),
      ...lacking('group', groups, can.filters),
      ...lacking('filter_only', groups.filter(isDimension), can.groups),
      ...twice('groupBy', query.groupBy),
      ...lacking('include', listed('include', query.include), metric.includes).slice(0, 1),
      ...lacking('column', listed('columns', query.columns), can.columns),
      ...timeFaults(query, metric, isOpen),
      ...crowdedFaults(query, metric),
      ...targetFaults(query, metric),
    ],
    fields: fields.flatMap((one) => lacking(one.origin === 'query' ? 'filter' : 'foreign_filter', [one], can.filters)),
  };
}

/** Bands of what is usual, trends and an earlier period, all of them around the line of each group. */
function crowdedFaults({ kind, view, groupBy, anomalies, trend, compare }: HelpdeskQuery, { id, defaults }: Metric): readonly Fault[] {
  const isOverTime = (kind ?? QUERY_DEFAULTS.kind) === 'metric' && (view ?? QUERY_DEFAULTS.view) === 'over_time';
  const groups = groupBy ?? defaults.groupBy?.over_time ?? [];
  return isOverTime && groups.length > 0 && anomalies && trend && compare ? [{ code: 'crowded', at: 'anomalies', metric: id }] : [];
}

/** What is wrong with how durations are asked for: the threshold, the bands, the unit. */
function timeFaults(
  { statistics = [], threshold, bands = [...DEFAULT_BANDS], hours, unit, filters = [] }: HelpdeskQuery,
  metric: Metric,
  isOpen: IsOpen
): readonly Fault[] {
  const { isTimed } = traitsOf(metric.measure);
  const compares = isTimed && (threshold ?? null) === null ? statistics.findIndex((one) => one === 'within' || one === 'hits') : -1;
  const falls = bands.some(isOpen) ? null : notAscending(bands);
  const known = [...bandValues(bands).map(({ id }) => id), DIMENSION_CATALOG.duration_band.none];
  const named = filters.flatMap(({ field, op = FILTER_DEFAULTS.op, values = [] }, i) =>
    field === 'duration_band' && OF_IDS.includes(op) ? listed(`filters[${i}].values`, values.map(String)) : []
  );
  const isKnown = ({ value }: Placed) => bands.some(isOpen) || isOpen(value) || known.includes(value);
  return [
    ...(compares >= 0 ? [{ code: 'no_threshold' as const, at: `statistics[${compares}]`, value: statistics[compares] }] : []),
    ...(falls ? [{ code: 'bands' as const, at: 'bands', low: falls[0], high: falls[1] }] : []),
    ...(isTimed ? named.filter((one) => !isKnown(one)).map(({ at, value }) => ({ code: 'band' as const, at, metric: metric.id, value, options: known })) : []),
    ...(metric.unit === 's' && unit === 'days' && hours === 'sla' ? [{ code: 'unit' as const, at: 'unit', metric: metric.id }] : []),
  ];
}

function single(key: string, value: string | undefined): Placed[] {
  return value === undefined ? [] : [{ at: key, value }];
}

function listed(key: string, values: readonly string[] = []): Placed[] {
  return values.map((value, i) => ({ at: `${key}[${i}]`, value }));
}

function twice(at: string, values: readonly string[] = []): Fault[] {
  const value = firstTwice(values);
  return value === undefined ? [] : [{ code: 'twice', at, value }];
}

/** Each operator's number of values. */
function valuesFault(
  { field, op = FILTER_DEFAULTS.op, values = [], origin = FILTER_DEFAULTS.origin }: NonNullable<HelpdeskQuery['filters']>[number],
  at: string,
  isOpen: IsOpen
): Fault | null {
  const count = values.length;
  switch (op) {
    case 'is_empty':
    case 'is_not_empty':
      return null;
    case 'between':
      return count === 2 || values.some((value) => isOpen(String(value))) ? null : { code: 'between', at, field, count };
    case 'not_in':
    case 'not_equals':
      return count === 0 && origin === FILTER_DEFAULTS.origin ? { code: 'no_values', at, field, count } : null;
    default:
      return count === 0 ? noValue(origin, { at, field, count }) : op === 'contains' && count > CONTAINS ? { code: 'too_many_parts', at, field, count } : null;
  }
}

/** What is left empty by its author, and what a reader of the dashboard has chosen nothing of. */
function noValue(origin: string, place: Omit<Fault<'no_values'>, 'code'>): Fault {
  return origin === FILTER_DEFAULTS.origin ? { code: 'no_values', ...place } : { code: 'empty_choice', ...place };
}
