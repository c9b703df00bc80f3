import type { DuckDBConnection } from '@duckdb/node-api';

import { interruptible } from '../../duckdb/interruptible';
import type { Database } from '../database';
import type { Beside } from '../facts/options';
import { cleanUp } from './clean-up';

/**
 * Does work on connections of its own that share the threads, for as many statements at once: all find what they make in the database `work` by bare names. It is
 * in memory, and gone afterwards.
 */
export async function sideBySide<Result>(
  database: Database,
  work: string,
  signal: AbortSignal,
  run: (connection: DuckDBConnection, beside: Beside) => Promise<Result>
): Promise<Result> {
  return database.sharing(async (count) => {
    await database.run(`ATTACH ':memory:' AS ${work}`);
    const connections: DuckDBConnection[] = [];
    try {
      for (let i = 0; i < count; i++) {
        const connection = await database.connect();
        connections.push(connection);
        await connection.run(`USE ${work}.main`);
      }
      const [first, ...connectionsBeside] = connections;
      return await interruptible(first, signal, () => run(first, { connections: connectionsBeside, work }));
    } finally {
      connections.forEach((connection) => database.disconnect(connection));
      await cleanUp(database, [work], []);
    }
  });
}
