import { join } from 'node:path';

import { literal, type Writer } from './writer';

/** One Parquet file a table. */
export function parquetWriter(folder: string): Writer {
  return async (staging, onTable) => {
    for (const { table, sql } of staging.tables) {
      onTable(table.name);
      await staging.connection.run(`COPY (${sql}) TO ${literal(join(folder, `${table.name}.parquet`))} (FORMAT parquet, COMPRESSION snappy)`);
    }
  };
}
