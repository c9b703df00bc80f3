import type { DuckDBConnection } from '@duckdb/node-api';

import { openConfined } from '../../../duckdb/confined';

/** Looking needs no store: a small DuckDB of its own that can read what is at some paths and nothing else. */
export async function withOwnDuckDB<Result>(paths: readonly string[], work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const instance = await openConfined(paths, ['SET threads = 1', "SET memory_limit = '256MB'"]);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
