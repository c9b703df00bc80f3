import { bucketEdges } from './buckets';
import { bandOf } from './durations';
import { passes } from './filters';
import { Groups } from './groups';
import { isAhead, type OracleMetric, type Row, type Window } from './metric';
import { metricOf } from './metrics';
import type { Helpdesk, OracleSettings } from './model';
import { OracleError } from './oracle-error';
import { OTHER, type Key, type OracleQuery, type OracleShape, type OverTime, type Range, type Totals } from './query';
import { rank, type Ranking } from './rank';
import { sizeOf, summarise } from './statistics';
import type { World } from './world';

/** The oracle's answer: a metric's rows, filtered, grouped and summarised, over a range. Throws an OracleError where there is none. */
export function evaluate(helpdesk: Helpdesk, settings: OracleSettings, query: OracleQuery, range: Range, nowMs: number): OracleShape {
  const metric = metricOf(query.metric);
  const lacking = query.statistics.find((one) => !metric.statistics.includes(one));
  if (lacking) {
    throw new OracleError(`${metric.id} has no statistic ${lacking}`);
  }
  const world: World = { helpdesk, settings, query, now: query.asOf ?? nowMs };
  return query.view === 'totals' ? totals(world, metric, range) : overTime(world, metric, range);
}

function windowOf(world: World, from: number, to: number): Window {
  return { from, to, until: Math.min(to, world.now) };
}

function rowsIn(world: World, metric: OracleMetric, window: Window): Row[] {
  if (window.to <= window.from) {
    return [];
  }
  return metric
    .rowsIn(world, window)
    .map((row) => (metric.measure === 'duration' ? inBand(world, row) : row))
    .filter((row) => passes(world, row.dims));
}

/** "`duration_band`: a dimension of every duration metric; a row without a value is `(none)`." */
function inBand(world: World, row: Row): Row {
  return { ...row, dims: { ...row.dims, duration_band: row.value === null ? [] : [bandOf(row.value, world.query.bands)] } };
}

function totals(world: World, metric: OracleMetric, range: Range): Totals {
  // "Of a range that begins after asOf the totals are null, n 0, and there are no groups."
  if (isAhead(metric, range, world.now)) {
    const { values } = nothing(world);
    return { without: 0, rows: world.query.groupBy.length === 0 ? [{ key: [], values: 'n' in values ? { ...values, n: 0 } : values, n: 0 }] : [] };
  }
  const groups = new Groups(world.query.groupBy, rowsIn(world, metric, windowOf(world, range.from, range.to)));
  const keys = EVERY_HOUR.includes(metric.id) ? withEveryHour(world.query, groups.keys()) : groups.keys();
  const ranking = rank(
    world,
    keys.map((key) => totalOf(world, metric, groups, key))
  );
  const rows = ranking.shown.map((key) => cell(world, metric, key, groups.rowsOf(key)));
  return {
    without: without(metric, ranking.shown, [groups]),
    rows: hasOther(world, metric, ranking) ? [...rows, cell(world, metric, otherKey(world), rest(groups, ranking))] : rows,
  };
}

function overTime(world: World, metric: OracleMetric, range: Range): OverTime {
  const { query } = world;
  const edges = bucketEdges(range, query.frequency, query.timeZone, query.weekStart);
  const buckets = edges.slice(0, -1).map((start, index) => {
    const window = windowOf(world, Math.max(start, range.from), Math.min(edges[index + 1] ?? start, range.to));
    // "Buckets that begin after now are null for every metric." What is not dated by an event does not exist there at all.
    const future = start > world.now;
    const rows = future && !metric.dated ? [] : rowsIn(world, metric, window);
    return { start, future, groups: new Groups(query.groupBy, rows) };
  });
  const whole = new Groups(query.groupBy, rowsIn(world, metric, windowOf(world, range.from, range.to)));
  // "A series exists if it has a row in the range; without a group-by there is always one."
  const keys = unique([...buckets.flatMap((bucket) => bucket.groups.keys()), ...(query.groupBy.length === 0 ? [[]] : [])]);
  const ranking = rank(
    world,
    keys.map((key) => totalOf(world, metric, whole, key))
  );
  const seriesOf = (key: Key, rowsOf: (groups: Groups) => readonly Row[]) => ({
    key,
    points: buckets.map((bucket) => {
      const { values, n } = bucket.future ? nothing(world) : cell(world, metric, key, rowsOf(bucket.groups));
      return { bucketStart: bucket.start, values, n };
    }),
  });
  const series = ranking.shown.map((key) => seriesOf(key, (groups) => groups.rowsOf(key)));
  return {
    edges,
    without: without(
      metric,
      ranking.shown,
      buckets.map((bucket) => bucket.groups)
    ),
    series: hasOther(world, metric, ranking) ? [...series, seriesOf(otherKey(world), (groups) => rest(groups, ranking))] : series,
  };
}

/** "Drop counts in notices cover only rows that would have been in the answer": a row with several tags once, and only where one of them is shown. */
function without(metric: OracleMetric, shown: readonly Key[], groups: readonly Groups[]): number {
  const rows = new Set(shown.flatMap((key) => groups.flatMap((one) => one.rowsOf(key))));
  return metric.measure === 'duration' ? [...rows].filter((row) => row.value === null).length : 0;
}

/** A group's main statistic and n over the whole range. */
function totalOf(world: World, metric: OracleMetric, groups: Groups, key: Key) {
  const rows = groups.rowsOf(key);
  return { key, value: summarise(metric.measure, rows, world.query.statistics[0] ?? 'n', world.query), n: sizeOf(metric.measure, rows, world.query) };
}

function cell(world: World, metric: OracleMetric, key: Key, rows: readonly Row[]) {
  const values = Object.fromEntries(world.query.statistics.map((one) => [one, summarise(metric.measure, rows, one, world.query)]));
  return { key, values, n: sizeOf(metric.measure, rows, world.query) };
}

function nothing(world: World) {
  return { values: Object.fromEntries(world.query.statistics.map((one) => [one, null])), n: 0 };
}

/** "Other" only for additive metrics, and only where something is not shown. */
function hasOther(world: World, metric: OracleMetric, ranking: Ranking): boolean {
  return world.query.other && metric.additive && ranking.rest.length > 0;
}

function otherKey(world: World): Key {
  return world.query.groupBy.map(() => OTHER);
}

function rest(groups: Groups, ranking: Ranking): readonly Row[] {
  return ranking.rest.flatMap((key) => groups.rowsOf(key));
}

const EVERY_HOUR: readonly string[] = ['messages_by_hour', 'max_available_agents'];

const EVERY: Readonly<Record<string, readonly string[]>> = {
  hour_of_day: Array.from({ length: 24 }, (_, hour) => String(hour)),
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
};

/** "messages_by_hour and max_available_agents: totals always give 24 hours (7 weekdays) with zeros", under each value of the other dimension that has rows. */
function withEveryHour(query: OracleQuery, keys: readonly Key[]): Key[] {
  if (!query.groupBy.some((dimension) => EVERY[dimension])) {
    return [...keys];
  }
  // Without a row the other dimension has no values; with nothing but hours and weekdays all are known all the same.
  let filled: Key[] = keys.length === 0 && query.groupBy.every((dimension) => EVERY[dimension]) ? [query.groupBy.map(() => null)] : [...keys];
  query.groupBy.forEach((dimension, at) => {
    const ids = EVERY[dimension];
    if (ids) {
      filled = filled.flatMap((key) => ids.map((id) => key.map((value, place) => (place === at ? id : value))));
    }
  });
  return unique(filled);
}

function unique(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}
