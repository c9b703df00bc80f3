import { secondsOf } from './durations';
import type { Measure, Row } from './metric';
import { OracleError } from './oracle-error';
import type { Dimension, OracleQuery, Statistic } from './query';

/** What of a query decides a number. */
type Asked = Pick<OracleQuery, 'statistics' | 'threshold'>;

/** One statistic of the rows of one group in one window. */
export function summarise(measure: Measure, rows: readonly Row[], statistic: Statistic, asked: Asked): number | null {
  switch (statistic) {
    case 'n':
      return sizeOf(measure, rows, asked);
    case 'tickets':
      return distinct(measure, rows, 'ticket');
    case 'customers':
      return distinct(measure, rows, 'customer');
    case 'authors':
      return distinct(measure, rows, 'author');
    case 'hits':
      return measure === 'duration' ? withinOf(rows, asked).length : rows.filter((row) => row.positive === true).length;
    case 'within': {
      const sized = valued(measure, rows).length;
      return sized === 0 ? null : withinOf(rows, asked).length / sized;
    }
    default:
      return ofMeasure(measure, rows, statistic);
  }
}

function ofMeasure(measure: Measure, rows: readonly Row[], statistic: Statistic): number | null {
  switch (measure) {
    case 'duration':
    case 'number':
    case 'rating':
      return statistic === 'share' || statistic === 'score' ? shareOf(rows, statistic) : ofNumbers(measure, rows, statistic);
    case 'share':
      return statistic === 'share' ? shareOf(rows, statistic) : rows.length;
    case 'count':
      return rows.length;
    case 'seconds':
      // "sum of no durations null"
      return rows.length === 0 ? null : total(rows.map((row) => row.value ?? 0));
    case 'sum':
      return statistic === 'sum' ? total(rows.map((row) => row.value ?? 0)) : rows.length;
    case 'peak':
      return statistic === 'mean' ? meanAtOnce(rows) : peakOf(rows);
    case 'ratio': {
      const per = total(rows.map((row) => row.per ?? 0));
      return per === 0 ? null : total(rows.map((row) => row.value ?? 0)) / per;
    }
  }
}

/**
 * n: how many rows a number rests on, "that of the first statistic asked". "n of a rate is its denominator"; on a scale without a top box
 * "ratings are left out of share, hits and their n"; of a peak, distinct agents.
 */
export function sizeOf(measure: Measure, rows: readonly Row[], { statistics: [first] }: Asked): number {
  switch (measure) {
    case 'rating':
      return first === 'share' || first === 'hits' ? boxed(rows).length : rows.length;
    case 'seconds':
    case 'peak':
    case 'ratio':
      return new Set(rows.map((row) => row.who)).size;
    default:
      return valued(measure, rows).length;
  }
}

/** The rows that have a value: of a duration those to which a calendar applies, of anything else all. */
function valued(measure: Measure, rows: readonly Row[]): readonly Row[] {
  return measure === 'duration' || measure === 'number' ? rows.filter((row) => row.value !== null) : rows;
}

/** "How many different ones stand behind the rows that have a value (null ones not counted)." */
function distinct(measure: Measure, rows: readonly Row[], dimension: Dimension): number {
  return new Set(valued(measure, rows).flatMap((row) => row.dims[dimension] ?? [])).size;
}

/** The rows "whose duration is at most" the threshold. */
function withinOf(rows: readonly Row[], { threshold }: Asked): readonly Row[] {
  if (threshold === null) {
    throw new OracleError('within needs a threshold');
  }
  const limit = secondsOf(threshold);
  return rows.filter((row) => row.value !== null && row.value <= limit);
}

function ofNumbers(measure: Measure, rows: readonly Row[], statistic: Statistic): number | null {
  const values = rows.flatMap((row) => (row.value === null ? [] : [row.value])).sort((a, b) => a - b);
  if (statistic === 'count') {
    return values.length;
  }
  if (measure === 'rating' && new Set(rows.map((row) => row.dims.scale?.[0])).size > 1) {
    throw new OracleError('a mean over several scales needs a filter or the scale dimension');
  }
  if (values.length === 0) {
    return null;
  }
  switch (statistic) {
    case 'mean':
      return total(values) / values.length;
    case 'sum':
      return total(values);
    case 'min':
      return values[0] ?? null;
    case 'max':
      return values.at(-1) ?? null;
    case 'median':
      return percentile(values, 0.5);
    case 'p75':
    case 'p90':
    case 'p95':
    case 'p99':
      return percentile(values, Number(statistic.slice(1)) / 100);
    default:
      throw new OracleError(`no statistic ${statistic} of a ${measure}`);
  }
}

/** "A percentile interpolates at (n − 1)·p", of sorted values. */
function percentile(sorted: readonly number[], p: number): number | null {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place));
}

/** The rows that are in a rate at all. */
function boxed(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.positive !== null);
}

/** The share of positive rows, 0–1; or the net score, −100 … 100. */
function shareOf(rows: readonly Row[], statistic: 'share' | 'score'): number | null {
  const counted = statistic === 'share' ? boxed(rows) : rows;
  if (counted.length === 0) {
    return null;
  }
  const positive = counted.filter((row) => row.positive).length;
  const negative = counted.filter((row) => row.negative).length;
  return statistic === 'share' ? positive / counted.length : ((positive - negative) / counted.length) * 100;
}

/** The most at once: the number of distinct `who` at any instant. It can only rise where an interval begins; ends are exclusive. */
function peakOf(rows: readonly Row[]): number {
  const at = (instant: number) =>
    new Set(rows.filter((row) => row.interval && row.interval.from <= instant && instant < row.interval.to).map((row) => row.who)).size;
  return Math.max(0, ...rows.map((row) => (row.interval ? at(row.interval.from) : 0)));
}

/** "Their time over the time that there is": rows of one group have the same of it. */
function meanAtOnce(rows: readonly Row[]): number {
  return rows.length === 0 ? 0 : total(rows.map((row) => row.value ?? 0)) / (rows[0]?.per ?? 0);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
