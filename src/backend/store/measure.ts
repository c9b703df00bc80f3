import type { DuckDBConnection } from '@duckdb/node-api';

import { quoted } from '../canonical/duckdb';
import type { Span } from './store-meta';

/** The size of an attached database: rows by table, and the span of every `…_at` column by table. */
export async function measure(connection: DuckDBConnection, database: string): Promise<{ rows: Record<string, number>; spans: Record<string, Record<string, Span>> }> {
  const columns = await connection.runAndReadAll(
    `SELECT table_name, list(column_name) FILTER (data_type = 'BIGINT' AND ends_with(column_name, '_at'))
     FROM duckdb_columns() WHERE database_name = $1 AND schema_name = 'main' GROUP BY table_name ORDER BY table_name`, [database]);
  const rows: Record<string, number> = {};
  const spans: Record<string, Record<string, Span>> = {};
  for (const [table, instants] of columns.getRowsJS() as Array<[string, string[] | null]>) {
    const names = instants ?? [];
    const reader = await connection.runAndReadAll(
      `SELECT count(*), ${names.map((name) => `min(${quoted(name)}), max(${quoted(name)}), `).join('')} FROM ${database}.main.${quoted(table)}`);
    const [count, ...edges] = reader.getRowsJS()[0] as Array<bigint | null>;
    rows[table] = Number(count);
    const found = names.flatMap((name, i): Array<[string, Span]> => {
      const [first, last] = [edges[2 * i], edges[2 * i + 1]];
      return first === null || last === null ? [] : [[name, { first: Number(first), last: Number(last) }]];
    });
    if (found.length > 0) {
      spans[table] = Object.fromEntries(found);
    }
  }
  return { rows, spans };
}
