import { Client } from 'pg';

import { until } from '../until';
import type { PostgresServer } from './postgres';

/** Locks a table of a schema of PostgreSQL (as SQL names it), and once somebody waits for it runs statements and commits: whoever waits has a snapshot from before. */
export function waitsForLock(
  { url }: PostgresServer,
  schema: string,
  table: string,
  sql: string
): { readonly isLocked: Promise<void>; readonly isDone: Promise<void> } {
  const owner = new Client({ connectionString: url });
  const watch = new Client({ connectionString: url });
  const lock = async (): Promise<void> => {
    await Promise.all([owner.connect(), watch.connect()]);
    await owner.query(`SET search_path = ${schema}; BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  };
  const alter = async (): Promise<void> => {
    try {
      await until(async () => (await watch.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rows.length > 0, 'waiting for the lock');
      await owner.query(sql);
      await owner.query('COMMIT');
    } finally {
      await Promise.all([owner.end(), watch.end()]);
    }
  };
  const isLocked = lock();
  const isDone = isLocked.then(alter);
  isDone.catch(() => undefined);
  return { isLocked, isDone };
}
