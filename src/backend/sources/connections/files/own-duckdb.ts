import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { dirname } from 'node:path';

import type { Found } from './find-files';

/** Looking needs no store: a small DuckDB of its own that can read these files and nothing else. */
export async function withOwnDuckDB<Result>(found: Found, work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const folder = dirname(found.kind === 'database' ? found.path : found.files[0].path);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '256MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run(`SET allowed_directories = ['${folder.replaceAll("'", "''")}']`);
    await connection.run('SET enable_external_access = false');
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
