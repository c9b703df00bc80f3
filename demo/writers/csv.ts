import { join } from 'node:path';

import { identifier, text } from '../../src/backend/duckdb/sql-text';
import type { CanonicalColumn } from '../../src/backend/canonical/tables';
import type { StagedTable } from '../tables/staged-table';
import type { Staging } from '../tables/staging';
import type { Writer } from './writer';

/** One CSV file a table. */
export function csvWriter(folder: string): Writer {
  return async (staging, onTable) => {
    for (const table of staging.tables) {
      onTable(table.table.name);
      await writeCsv(staging, table, join(folder, `${table.table.name}.csv`));
    }
  };
}

/** Writes one table in the canonical CSV layout: RFC 4180, null as the empty field. */
export async function writeCsv({ connection }: Staging, { table, sql }: StagedTable, path: string): Promise<void> {
  const columns = table.columns.map((column) => `${written(column)} AS ${identifier(column.name)}`);
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM (${sql})) TO ${text(path)} (FORMAT csv, HEADER true)`);
}

/** A value as the layout wants it. */
function written({ name, type }: CanonicalColumn): string {
  const column = identifier(name);
  switch (type) {
    case 'instant':
      return `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
    case 'number':
      return `CASE WHEN ${column} = floor(${column}) THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
    case 'tags':
      return `CAST(to_json(${column}) AS VARCHAR)`;
    default:
      return column;
  }
}
