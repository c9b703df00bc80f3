import { DuckDBInstance } from '@duckdb/node-api';

import { texts } from './sql-text';

/** What DuckDB may put beside a database file: what was written last. */
const SIDE_FILES = ['', '.wal', '.wal.checkpoint', '.wal.recovery'];

/**
 * A DuckDB in memory that loads no extension and reads nothing but `paths`: a folder with all that is in it, a database file without its neighbours.
 * `limits` are statements that are run first; nothing can be set afterwards.
 */
export async function openConfined(paths: readonly string[], limits: readonly string[]): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    for (const statement of [...limits, ...confinement(paths)]) {
      await connection.run(statement);
    }
  } catch (error) {
    connection.disconnectSync();
    instance.closeSync();
    throw error;
  }
  connection.disconnectSync();
  return instance;
}

/** The statements that confine, in the order that makes them hold: paths before access ends, the lock last. */
function confinement(paths: readonly string[]): string[] {
  return [
    `SET allowed_directories = [${texts(paths)}]`,
    `SET allowed_paths = [${texts(paths.flatMap((path) => SIDE_FILES.map((ending) => path + ending)))}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}
