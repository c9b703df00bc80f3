import type { DuckDBConnection } from '@duckdb/node-api';

import { meantWord } from '../../canonical/meant';
import type { CanonicalColumn } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { columnKind } from './column-kind';
import { converted, faulty, written } from './convert';
import { hintFor } from './hints';
import { type Problems, shown } from './problems';
import type { RawTable } from './raw-table';
import { EXPECTED } from './reading';
import { rowNameColumns, rowNames } from './row-names';
import { textRows } from './rows';

/** Finds every value that breaks its column's rules; counts all, spells out the first. */
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
      problems.add(await sentences(connection, raw, column, fault, problems.room), count);
    }
  }
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

async function sentences(connection: DuckDBConnection, raw: RawTable, column: CanonicalColumn, condition: string, limit: number): Promise<string[]> {
  if (limit <= 0) {
    return [];
  }
  const beside = besideOf(column).map((other) => identifier(`written ${other}`));
  const names = rowNameColumns(raw);
  const rows = await textRows(
    connection,
    `SELECT ${writtenText(column, raw)}, ${[...beside.map((other) => `CAST(${other} AS VARCHAR)`), ...names].join(', ')} FROM ${converted(raw, raw.numbered ?? raw.from)} WHERE ${condition} LIMIT ${limit}`,
    raw.parameters
  );
  const named = await rowNames(
    raw,
    rows.map((row) => row.slice(1 + beside.length))
  );
  return rows.map(([value, ...more], i) => {
    // a value that is none at all cannot lie anywhere
    const others = more.slice(0, beside.length).filter((other) => other !== null);
    const isRead = more.slice(0, beside.length).every((other) => other !== null) && Number.isFinite(Number(value));
    return `${raw.label}, ${named[i]}, column "${column.name}": ${ended(fault(column, value, isRead && value !== null ? others : []))}`;
  });
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
