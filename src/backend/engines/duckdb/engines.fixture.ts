import { DuckDBInstance } from '@duckdb/node-api';

import type { Connections } from '../../duckdb/connections';
import { DuckDbEngine } from './duckdb-engine';

/** Takes longer than any test waits. */
export const FOREVER = 'SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3';

/** The schema of a database in memory. */
export const schema = 'memory.main';

/** Gives the tests of a file engines on one database in memory: closed after each test, which must have given back every connection. */
export function engines(): (options?: { readonly concurrency?: number; readonly mostWaiting?: number }) => DuckDbEngine {
  const opened: DuckDbEngine[] = [];
  let instance: DuckDBInstance;
  let open = 0;
  const connections: Connections = {
    async connect() {
      open++;
      return instance.connect();
    },
    disconnect(connection) {
      open--;
      connection.disconnectSync();
    },
  };
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()));
    expect(open).toBe(0);
  });
  afterAll(() => instance.closeSync());
  return (options = {}) => {
    const engine = new DuckDbEngine(connections, { concurrency: 4, ...options });
    opened.push(engine);
    return engine;
  };
}
