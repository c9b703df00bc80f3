import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../duckdb/sql-text';
import type { CanonicalColumn } from '../../canonical/tables';
import { converted } from './convert';
import { shown } from './shown';
import { type RawTable, ROW_NUMBER } from './raw-table';
import { textRows } from './rows';

/** The key columns that the source has. */
export function keyColumns(raw: RawTable): CanonicalColumn[] {
  return raw.table.key.flatMap((name) => raw.columns.filter(({ column }) => column.name === name).map(({ column }) => column));
}

/** SQL, in a converted relation, for the texts that name a row. */
export function rowNameColumns(raw: RawTable): string[] {
  return raw.numbered ? [`CAST(${identifier(ROW_NUMBER)} AS VARCHAR)`] : keyColumns(raw).map(keyText);
}

/** SQL for one part of a key as text: what was written, where it cannot be read. */
export function keyText(column: CanonicalColumn): string {
  const text = `CAST(${identifier(column.name)} AS VARCHAR)`;
  const readable = column.type === 'instant' ? `strftime(make_timestamp(${identifier(column.name)} * 1000), '%Y-%m-%dT%H:%M:%S.%gZ')` : text;
  return `coalesce(${readable}, CAST(${identifier(`written ${column.name}`)} AS VARCHAR))`;
}

/** Rows' names in the words of a message: `row 3 (line 4)`, or their keys. */
export async function rowNames(raw: RawTable, rows: ReadonlyArray<ReadonlyArray<string | null>>): Promise<string[]> {
  if (!raw.numbered) {
    return rows.map((row) => keyName(keyColumns(raw), row));
  }
  const numbers = rows.map(([number]) => Number(number));
  const lines = raw.lines && numbers.length > 0 ? await raw.lines(numbers) : new Map<number, number>();
  return numbers.map((number) => (lines.has(number) ? `row ${number} (line ${lines.get(number)})` : `row ${number}`));
}

/** The names of the rows at some places (from 1) of a relation that keeps its order. */
export async function namesAt(connection: DuckDBConnection, raw: RawTable, places: readonly number[]): Promise<string[]> {
  const found = await textRows(
    connection,
    `SELECT * FROM (SELECT CAST(row_number() OVER () AS VARCHAR) AS place, ${rowNameColumns(raw).join(', ')} FROM ${converted(raw)}) WHERE list_contains([${[0, ...places].join(', ')}], CAST(place AS INTEGER))`,
    raw.parameters
  );
  const byPlace = new Map(found.map(([place, ...name]) => [Number(place), name]));
  return rowNames(
    raw,
    places.map((place) => byPlace.get(place) ?? [])
  );
}

/** A key in the words of a message. */
export function keyName(columns: readonly CanonicalColumn[], values: ReadonlyArray<string | null>): string {
  return columns.map(({ name }, i) => `${name} ${values[i] === null || values[i] === undefined ? '(empty)' : shown(values[i])}`).join(', ');
}
