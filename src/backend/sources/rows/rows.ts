import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** The rows of a statement whose columns are all cast to text. */
export async function textRows(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Readonly<Record<string, DuckDBValue>>
): Promise<Array<Array<string | null>>> {
  const reader = await connection.runAndReadAll(sql, parameters && { ...parameters });
  return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
}
