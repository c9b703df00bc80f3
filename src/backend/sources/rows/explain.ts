import type { DuckDBConnection } from '@duckdb/node-api';

import { meantWord } from '../../canonical/meant';
import type { CanonicalColumn } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { columnKind } from './column-kind';
import { converted, faulty, written } from './convert';
import { hintFor } from './hints';
import type { Problems } from './problems';
import { shown } from './shown';
import type { RawTable } from './raw-table';
import { EXPECTED } from './reading';
import { addValue, type WrongValues } from './wrong-values';
import { rowNameColumns, rowNames } from './row-names';
import { textRows } from './rows';

/** How many different values of a column are looked at, the most frequent. */
const VALUES = 50;

/** Finds every value that breaks its column's rules: counts all, names the row of a column's first, and which values there are. */
export async function explain(connection: DuckDBConnection, raw: RawTable, problems: Problems): Promise<void> {
  const suspects = raw.columns.flatMap(({ column }) => {
    const fault = faulty(column);
    return fault === null ? [] : [{ column, fault }];
  });
  if (suspects.length === 0) {
    return;
  }
  const counts = suspects.map(({ fault }) => `CAST(count(*) FILTER (WHERE ${fault}) AS VARCHAR)`);
  const [found = []] = await textRows(connection, `SELECT ${counts.join(', ')} FROM ${converted(raw)}`, raw.parameters);
  for (const [i, { column, fault }] of suspects.entries()) {
    const count = Number(found[i]);
    if (count > 0) {
      await explainColumn(connection, raw, column, fault, count, problems);
    }
  }
}

/** A value, how many rows have it, what stands beside it in the first of them, and how that is named. */
interface Found {
  readonly value: string | null;
  readonly times: number;
  readonly beside: ReadonlyArray<string | null>;
  readonly row: ReadonlyArray<string | null>;
}

/** One sentence for all values of a column that are wrong for the same reason. */
async function explainColumn(
  connection: DuckDBConnection,
  raw: RawTable,
  column: CanonicalColumn,
  condition: string,
  count: number,
  problems: Problems
): Promise<void> {
  const found = await valuesOf(connection, raw, column, condition);
  const words = column.oneOf ?? column.oneOfWhere?.words ?? [];
  // of values too rare to be looked at the reason is not known
  let rest = count - found.reduce((sum, { times }) => sum + times, 0);
  for (const one of found) {
    const { value, times } = one;
    const reason = reasonOf(column, value);
    const known = problems.ofColumn(raw.label, column.name, reason);
    const group = known ?? problems.addColumn(raw.label, reason, beginning(raw, column, await sentence(raw, column, one)));
    addValue(group, value, times, value === null ? null : meantWord(value, words), rest);
    rest = 0;
  }
}

/** The most frequent of the wrong values of a column. */
async function valuesOf(connection: DuckDBConnection, raw: RawTable, column: CanonicalColumn, condition: string): Promise<Found[]> {
  const beside = besideOf(column).map((other) => `CAST(${identifier(`written ${other}`)} AS VARCHAR)`);
  const names = rowNameColumns(raw);
  const firsts = [...beside, ...names].map((value) => `arg_min(${value}, place)`);
  const rows = await textRows(
    connection,
    `
    SELECT ${writtenText(column, raw)} AS v, CAST(count(*) AS VARCHAR) AS times, ${firsts.join(', ')}
    FROM (SELECT *, row_number() OVER () AS place FROM ${converted(raw, raw.numbered ?? raw.from)})
    WHERE ${condition}
    GROUP BY v
    ORDER BY count(*) DESC, min(place)
    LIMIT ${VALUES}`,
    raw.parameters
  );
  return rows.map(([value, times, ...more]) => ({ value, times: Number(times), beside: more.slice(0, beside.length), row: more.slice(beside.length) }));
}

/** What is wrong with a value, whichever it is: words have one list, others what to do about each. */
function reasonOf(column: CanonicalColumn, value: string | null): string {
  return value === null ? 'empty' : (column.oneOf ?? column.oneOfWhere) ? 'word' : `value: ${hintFor(column, value) ?? ''}`;
}

/** A column of which nothing is known yet but its first wrong value. Files have numbered rows; what a database gives can be a view. */
function beginning(raw: RawTable, { name }: CanonicalColumn, first: string): WrongValues {
  return { sentence: first, column: name, isView: raw.numbered === undefined, rows: 0, values: new Map(), meant: new Map() };
}

/** What is wrong with a value that broke a column's rules: null is none at all. */
export function fault(column: CanonicalColumn, value: string | null, beside: readonly string[] = []): string {
  if (value === null) {
    return 'is empty, but it is required';
  }
  const words = column.oneOf ?? column.oneOfWhere?.words;
  if (words) {
    const near = meantWord(value, words);
    return `${shown(value)} is not one of ${words.join(', ')}.${near === null ? '' : ` Did you mean "${near}"?`}`;
  }
  if (beside.length > 0) {
    const [low, high] = beside.map((other, i) => `${besideOf(column)[i]} (${other})`);
    return high === undefined ? `${shown(value)} is not above ${low}` : `${shown(value)} lies outside its scale, from ${low} to ${high}`;
  }
  const whole = column.type === 'integer' ? 'whole ' : '';
  const expected = column.between ? `a ${whole}number from ${column.between[0]} to ${column.between[1]}` : EXPECTED[column.type];
  const hint = hintFor(column, value);
  return `${shown(value)} is not ${expected}${hint === null ? '' : `. ${hint}`}`;
}

/** What is wrong with a value in the first row that has it. */
async function sentence(raw: RawTable, column: CanonicalColumn, { value, beside, row }: Found): Promise<string> {
  const [name] = await rowNames(raw, [row]);
  // a value that is none at all cannot lie anywhere
  const others = beside.filter((other) => other !== null);
  const isRead = others.length === beside.length && Number.isFinite(Number(value));
  return `${raw.label}, ${name}, column "${column.name}": ${ended(fault(column, value, isRead && value !== null ? others : []))}`;
}

/** SQL for what was written, as text: an instant as UTC's clocks show it, wherever this runs. */
function writtenText(column: CanonicalColumn, { columns }: RawTable): string {
  const type = columns.find((found) => found.column === column)?.type ?? '';
  const asText = `CAST(${written(column)} AS VARCHAR)`;
  // infinity has no clock
  return columnKind(type) === 'instant' ? `coalesce(CAST(make_timestamp(epoch_us(${written(column)})) AS VARCHAR), ${asText})` : asText;
}

/** The columns of the same row that a value is compared with. */
function besideOf({ above, inside }: CanonicalColumn): readonly string[] {
  return above === undefined ? (inside ?? []) : [above];
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
