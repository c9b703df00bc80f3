import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../duckdb/sql-text';
import { CANONICAL_TABLES } from '../../canonical/tables';
import type { Span, StoreMeta } from '../store-meta';

/** The size of a schema of an attached database, `main` by default: rows by table, and the span of every `…_at` column by table. */
export async function extentOf(
  connection: DuckDBConnection,
  database: string,
  schema = 'main'
): Promise<{ rows: Record<string, number>; spans: Record<string, Record<string, Span>> }> {
  const reader = await connection.runAndReadAll(
    `SELECT table_name, list(column_name) FILTER (data_type = 'BIGINT' AND ends_with(column_name, '_at'))
     FROM duckdb_columns() WHERE database_name = $1 AND schema_name = $2 GROUP BY table_name ORDER BY table_name`,
    [database, schema]
  );
  const tables = reader.getRowsJS() as Array<[string, string[] | null]>;
  const spans: Record<string, Record<string, Span>> = {};
  for (const [table, columns] of tables) {
    const found = columns ? await spansOf(connection, `${database}.${schema}.${identifier(table)}`, columns) : {};
    if (Object.keys(found).length > 0) {
      spans[table] = found;
    }
  }
  return {
    rows: await rowsOf(
      connection,
      database,
      tables.map(([table]) => table),
      schema
    ),
    spans,
  };
}

/** How many rows tables of an attached database have. */
export async function rowsOf(connection: DuckDBConnection, database: string, tables: readonly string[], schema = 'main'): Promise<Record<string, number>> {
  if (tables.length === 0) {
    return {};
  }
  const counts = tables.map((table) => `(SELECT count(*) FROM ${database}.${schema}.${identifier(table)})`);
  const [row] = (await connection.runAndReadAll(`SELECT ${counts.join(', ')}`)).getRowsJS();
  return Object.fromEntries(tables.map((table, i) => [table, Number(row[i])]));
}

/** The spans of columns that hold anything. */
async function spansOf(connection: DuckDBConnection, table: string, columns: readonly string[]): Promise<Record<string, Span>> {
  const edges = columns.map((column) => `min(${identifier(column)}), max(${identifier(column)})`);
  const [row] = (await connection.runAndReadAll(`SELECT ${edges.join(', ')} FROM ${table}`)).getRowsJS();
  return Object.fromEntries(
    columns.flatMap((column, i): Array<[string, Span]> => {
      const [first, last] = [row[2 * i], row[2 * i + 1]];
      return first === null || last === null ? [] : [[column, { first: Number(first), last: Number(last) }]];
    })
  );
}

/** How many canonical rows a full load read. */
export function rowsRead({ tableRows }: StoreMeta): number {
  return CANONICAL_TABLES.reduce((sum, { name }) => sum + (tableRows[name] ?? 0), 0);
}
