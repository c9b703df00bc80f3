import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier, text } from '../../duckdb/sql-text';
import { CANONICAL_TABLES } from '../../canonical/tables';
import type { Span, StoreMeta } from '../store-meta';

type Spans = StoreMeta['spans'];

/** The size of a schema of an attached database: rows by table, and the span of every `…_at` column by table. */
export async function extentOf(connection: DuckDBConnection, database: string): Promise<{ rows: Record<string, number>; spans: Spans }> {
  const reader = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables() WHERE database_name = $1 AND schema_name = $2 ORDER BY table_name', [
    database,
    'main',
  ]);
  const tables = reader.getRowsJS().map(([table]) => String(table));
  return { rows: await rowsOf(connection, database, tables), spans: await spansOf(connection, database, 'main') };
}

/** How many rows tables of an attached database have. */
export async function rowsOf(connection: DuckDBConnection, database: string, tables: readonly string[]): Promise<Record<string, number>> {
  if (tables.length === 0) {
    return {};
  }
  const counts = tables.map((table) => `(SELECT count(*) FROM ${database}.main.${identifier(table)})`);
  const [row] = (await connection.runAndReadAll(`SELECT ${counts.join(', ')}`)).getRowsJS();
  return Object.fromEntries(tables.map((table, i) => [table, Number(row[i])]));
}

/** The span of every `…_at` column that holds anything, by table. One statement: to plan one for each table takes longer than small tables do. */
export async function spansOf(connection: DuckDBConnection, database: string, schema: string): Promise<Spans> {
  const reader = await connection.runAndReadAll(
    `SELECT table_name, column_name FROM duckdb_columns()
     WHERE database_name = $1 AND schema_name = $2 AND data_type = 'BIGINT' AND ends_with(column_name, '_at') ORDER BY table_name, column_index`,
    [database, schema]
  );
  const edges = reader.getRowsJS().map((row) => {
    const [table, column] = row.map(String);
    return `SELECT ${text(table)}, ${text(column)}, min(${identifier(column)}), max(${identifier(column)}) FROM ${database}.${schema}.${identifier(table)}`;
  });
  const rows = edges.length === 0 ? [] : (await connection.runAndReadAll(edges.join(' UNION ALL '))).getRowsJS();
  return rows.reduce<Record<string, Record<string, Span>>>((spans, [table, column, first, last]) => {
    return first === null ? spans : { ...spans, [String(table)]: { ...spans[String(table)], [String(column)]: { first: Number(first), last: Number(last) } } };
  }, {});
}

/** How many canonical rows a full load read. */
export function rowsRead({ tableRows }: StoreMeta): number {
  return CANONICAL_TABLES.reduce((sum, { name }) => sum + (tableRows[name] ?? 0), 0);
}
