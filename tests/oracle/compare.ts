import type { TableName } from '../../src/backend/canonical/tables';
import type { Helpdesk } from './model';
import { isOverTime, queryJson, type Dimension, type Key, type OracleQuery, type OracleShape, type Range } from './query';
import { csv, rowsOf } from './write';

/** Compares the backend's answer with the oracle's. */

/** One disagreement. */
export interface Difference {
  readonly key: Key | null;
  readonly bucketStart: number | null;
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

/** Every disagreement, or none. Order counts only where the query asks for a sort. */
export function differences(query: OracleQuery, expected: OracleShape, got: OracleShape): Difference[] {
  const found = isOverTime(expected)
    ? isOverTime(got)
      ? compareOverTime(expected, got)
      : [shapeDifference('series over time', 'totals')]
    : isOverTime(got)
      ? [shapeDifference('totals', 'series over time')]
      : compareCells(cellsOf(expected.rows), cellsOf(got.rows));
  const counted =
    expected.without === got.without
      ? []
      : [{ key: null, bucketStart: null, what: 'rows without a value', expected: String(expected.without), got: String(got.without) }];
  return found.length > 0 || query.sort === null ? [...found, ...counted] : [...compareOrder(keysOf(expected), keysOf(got)), ...counted];
}

const shapeDifference = (expected: string, got: string): Difference => ({ key: null, bucketStart: null, what: 'shape', expected, got });

interface Cell {
  readonly key: Key;
  readonly bucketStart: number | null;
  readonly values: Readonly<Record<string, number | null>>;
  /** null = not compared: a bucket that has not begun has no n. */
  readonly n: number | null;
}

function compareOverTime(expected: OracleShape & { series: unknown }, got: OracleShape & { series: unknown }): Difference[] {
  const edges = { key: null, bucketStart: null, what: 'bucket edges', expected: edgeText(expected), got: edgeText(got) };
  return edges.expected === edges.got ? compareCells(cellsOverTime(expected), cellsOverTime(got)) : [edges];
}

function edgeText(shape: OracleShape): string {
  return isOverTime(shape) ? shape.edges.map(instant).join(' ') : '';
}

function cellsOf(rows: ReadonlyArray<{ key: Key; values: Cell['values']; n: number }>): Cell[] {
  return rows.map((row) => ({ ...row, bucketStart: null }));
}

function cellsOverTime(shape: OracleShape): Cell[] {
  if (!isOverTime(shape)) {
    return [];
  }
  return shape.series.flatMap((series) =>
    series.points.map((point) => {
      const began = Object.values(point.values).some((value) => value !== null);
      return { key: series.key, bucketStart: point.bucketStart, values: point.values, n: began ? point.n : null };
    })
  );
}

function compareCells(expected: readonly Cell[], got: readonly Cell[]): Difference[] {
  const found: Difference[] = [];
  const place = (cell: Cell) => `${JSON.stringify(cell.key)} ${cell.bucketStart}`;
  const theirs = new Map(got.map((cell) => [place(cell), cell]));
  if (theirs.size < got.length) {
    found.push({ key: null, bucketStart: null, what: 'keys', expected: 'each once', got: 'one key twice' });
  }
  for (const cell of expected) {
    const other = theirs.get(place(cell));
    theirs.delete(place(cell));
    if (!other) {
      found.push({ key: cell.key, bucketStart: cell.bucketStart, what: 'cell', expected: JSON.stringify(cell.values), got: 'no such cell' });
      continue;
    }
    for (const [statistic, value] of Object.entries(cell.values)) {
      const answer = other.values[statistic];
      if (answer === undefined || !same(value, answer)) {
        found.push({ key: cell.key, bucketStart: cell.bucketStart, what: statistic, expected: String(value), got: String(answer) });
      }
    }
    if (cell.n !== null && cell.n !== other.n) {
      found.push({ key: cell.key, bucketStart: cell.bucketStart, what: 'n', expected: String(cell.n), got: String(other.n) });
    }
  }
  for (const cell of theirs.values()) {
    found.push({ key: cell.key, bucketStart: cell.bucketStart, what: 'cell', expected: 'no such cell', got: JSON.stringify(cell.values) });
  }
  return found;
}

function compareOrder(expected: readonly Key[], got: readonly Key[]): Difference[] {
  const [left, right] = [JSON.stringify(expected), JSON.stringify(got)];
  return left === right ? [] : [{ key: null, bucketStart: null, what: 'order', expected: left, got: right }];
}

function keysOf(shape: OracleShape): Key[] {
  return isOverTime(shape) ? shape.series.map((one) => one.key) : shape.rows.map((one) => one.key);
}

/** The reopenings of a range, as text: what the annotation must have, and in any order. */
export function reopeningTexts(found: ReadonlyArray<{ readonly ticket: string; readonly at: number }>, range: Range): string[] {
  return found
    .filter(({ at }) => range.from <= at && at < range.to)
    .map(({ ticket, at }) => `${ticket} ${instant(at)}`)
    .sort();
}

/** Equal to 1e-9 of their size; null only equals null. */
function same(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

const instant = (at: number) => new Date(at).toISOString();

/** A disagreement as somebody can work on it: the query, where, what, and the canonical rows involved as CSV. */
export function explain(helpdesk: Helpdesk, query: OracleQuery, range: Range, nowMs: number, found: readonly Difference[]): string {
  const lines = found
    .slice(0, 8)
    .map((one) =>
      [
        `  ${one.what}`,
        ...(one.key ? [`series ${JSON.stringify(one.key)}`] : []),
        ...(one.bucketStart === null ? [] : [`bucket ${instant(one.bucketStart)}`]),
        `expected ${one.expected}`,
        `got ${one.got}`,
      ].join(' · ')
    );
  return [
    `${found.length} differences from the oracle:`,
    ...lines,
    `query ${JSON.stringify(queryJson(query))}`,
    `from ${instant(range.from)} to ${instant(range.to)}, asked at ${instant(nowMs)}`,
    involved(helpdesk, query.groupBy, found.slice(0, 3)),
  ].join('\n');
}

/** The rows behind the first series that disagree, or the whole (small) helpdesk where they cannot be told. */
function involved(helpdesk: Helpdesk, groupBy: readonly Dimension[], found: readonly Difference[]): string {
  const idsOf = (dimension: Dimension) => (groupBy.includes(dimension) ? found.map((one) => one.key?.[groupBy.indexOf(dimension)] ?? null) : null);
  const tickets = idsOf('ticket');
  const texts: string[] = [];
  for (const table of Object.keys(helpdesk) as TableName[]) {
    const rows = rowsOf(helpdesk, table).filter((row) => tickets === null || row.ticket_id === undefined || tickets.some((id) => id === row.ticket_id));
    if (rows.length > 0) {
      texts.push(`--- ${table}.csv\n${csv(table, rows)}`);
    }
  }
  return texts.join('');
}
