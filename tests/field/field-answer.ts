import type { ClientAnswer } from '../../tools/door/client';
import type { DecodedFrame } from '../../tools/door/decode';
import type { Asked } from './field-case';

/** An answer in the form in which a case writes the right one. */
export function answered({ status, error, frames }: ClientAnswer, { query, is }: Asked): unknown {
  if (status !== 200) {
    return `${status}: ${error}`;
  }
  const [frame] = frames;
  if (query.kind === 'events') {
    return Array.from({ length: frame.rows }, (_, row) => frame.fields.map(({ values }) => values[row]));
  }
  if (query.kind === 'records') {
    return Array.isArray(is) ? ticketsOf(frame) : frame.rows;
  }
  if (query.view === 'over_time') {
    return frame.fields[1].values.map(plain);
  }
  // several numbers are of the statistics that are asked, else of the groups that the metric has by itself
  const statistics = is !== null && typeof is === 'object' ? (query.statistics as readonly string[] | undefined) : null;
  return totals(frame, Array.isArray(query.groupBy) || statistics === undefined, statistics ?? null);
}

function ticketsOf({ fields }: DecodedFrame): unknown {
  return [...(fields.find(({ name }) => name === 'ticket')?.values ?? [])].sort();
}

/** Of a frame with one row: its number, or its numbers by statistic. Of one with groups: the first statistic by the group’s name. */
function totals({ fields, rows }: DecodedFrame, isGrouped: boolean, statistics: readonly string[] | null): unknown {
  const [labels, numbers] = [fields.filter(({ type }) => type !== 'number'), fields.filter(({ type }) => type === 'number')];
  if (isGrouped) {
    return Object.fromEntries(Array.from({ length: rows }, (_, row) => [labels[0].values[row], plain(numbers[0].values[row])]));
  }
  if (rows !== 1) {
    return `${rows} rows`;
  }
  // the first number is called by the metric’s name
  return statistics ? Object.fromEntries(statistics.map((name, at) => [name, plain(numbers[at].values[0])])) : plain(numbers[0].values[0]);
}

/** A number without the noise of floating point. */
function plain(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
}
