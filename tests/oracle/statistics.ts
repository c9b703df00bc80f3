import type { Measure, Row } from './metric';
import type { Statistic } from './query';

/** A question that has no answer, as the backend must say too. */
export class OracleError extends Error {
  override readonly name = 'OracleError';
}

/** One statistic of the rows of one group in one window. */
export function summarise(measure: Measure, rows: readonly Row[], statistic: Statistic): number | null {
  if (statistic === 'n') {
    return sizeOf(measure, rows);
  }
  switch (measure) {
    case 'duration':
    case 'rating':
      return statistic === 'share' || statistic === 'score' ? shareOf(rows, statistic) : ofNumbers(measure, rows, statistic);
    case 'share':
      return statistic === 'share' ? shareOf(rows, statistic) : sizeOf(measure, rows);
    case 'count':
      return rows.length;
    case 'seconds':
      // "sum of no durations null"
      return rows.length === 0 ? null : total(rows.map((row) => row.value ?? 0));
    case 'sum':
      return statistic === 'sum' ? total(rows.map((row) => row.value ?? 0)) : rows.length;
    case 'peak':
      return peakOf(rows);
    case 'ratio': {
      const per = total(rows.map((row) => row.per ?? 0));
      return per === 0 ? null : total(rows.map((row) => row.value ?? 0)) / per;
    }
  }
}

/** n: how many rows a number rests on. "n of a rate is its denominator"; of a peak, distinct agents. */
export function sizeOf(measure: Measure, rows: readonly Row[]): number {
  switch (measure) {
    case 'duration':
      return rows.filter((row) => row.value !== null).length;
    case 'seconds':
    case 'peak':
    case 'ratio':
      return new Set(rows.map((row) => row.who)).size;
    default:
      return rows.length;
  }
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

/** The share of positive rows, 0–1; or the net score, −100 … 100. */
function shareOf(rows: readonly Row[], statistic: 'share' | 'score'): number | null {
  if (rows.length === 0) {
    return null;
  }
  const positive = rows.filter((row) => row.positive).length;
  const negative = rows.filter((row) => row.negative).length;
  return statistic === 'share' ? positive / rows.length : ((positive - negative) / rows.length) * 100;
}

/** The most at once: the number of distinct `who` at any instant. It can only rise where an interval begins; ends are exclusive. */
function peakOf(rows: readonly Row[]): number {
  const at = (instant: number) =>
    new Set(rows.filter((row) => row.interval && row.interval.from <= instant && instant < row.interval.to).map((row) => row.who)).size;
  return Math.max(0, ...rows.map((row) => (row.interval ? at(row.interval.from) : 0)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
