import { join } from 'node:path';

import { text } from '../../src/backend/duckdb/sql-text';
import type { Writer } from './writer';

/** One Parquet file a table. */
export function parquetWriter(folder: string): Writer {
  return async (staging, onTable) => {
    for (const { table, sql } of staging.tables) {
      onTable(table.name);
      await staging.connection.run(`COPY (${sql}) TO ${text(join(folder, `${table.name}.parquet`))} (FORMAT parquet, COMPRESSION snappy)`);
    }
  };
}
