import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

import { STORE_TABLES } from '../../shared/catalog/tables';
import type { Sql } from './sql';

type Value = number | string | boolean | null;

/** Rows by table of the store, each by those of its columns that matter. */
export type Rows = Readonly<Record<string, ReadonlyArray<Readonly<Record<string, Value>>>>>;

/** Puts rows into a store: a key or a flag that is not said is 0, another column null. */
export async function put(store: DuckDBConnection, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    const columns = Object.entries(STORE_TABLES[table]);
    for (const row of list) {
      const values = columns.map(([column, type]) => row[column] ?? (type === 'key' || type === 'bits' ? 0 : null));
      const places = columns.map(([, type], i) =>
        type === 'boolean' || type === 'text' || type === 'number' || type === 'instants' ? `$${i + 1}` : `$${i + 1}::BIGINT`
      );
      await store.run(`INSERT INTO ${table} VALUES (${places.join(', ')})`, values);
    }
  }
}

/** What a store answers a statement: rows by column, whole numbers as numbers. */
export async function run(store: DuckDBConnection, { text, values }: Sql): Promise<Array<Record<string, unknown>>> {
  const reader = await store.runAndReadAll(text, values as DuckDBValue[]);
  return reader
    .getRowObjects()
    .map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value === 'bigint' ? Number(value) : value])));
}

/** What is asked: a statement's text, written over several lines as it reads, and its parameters. */
export interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A text without the indentation of the source that it is written in. */
function flush(text: string): string {
  const lines = text.split('\n').slice(text.startsWith('\n') ? 1 : 0);
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .trimEnd();
}

/** Asserts a statement's exact text and parameters, and that the engine binds it: every table, column and type in it exists. */
export async function expectToAsk(store: DuckDBConnection, { text, values }: Sql, asked: Asked): Promise<void> {
  expect(text).toBe(flush(asked.text));
  expect(values).toEqual(asked.values ?? []);
  (await store.prepare(text)).destroySync();
}
