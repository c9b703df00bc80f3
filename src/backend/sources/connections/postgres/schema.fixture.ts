import { Client, type QueryResult } from 'pg';

import type { PostgresServer } from '../../../../../tests/servers/postgres';
import { until } from '../../../../../tests/until';
import type { Source } from '../../source';
import { NEVER, testTarget } from '../../testing/target';
import type { PostgresOptions } from './options';
import { createPostgresSource } from './postgres-source';

/** A set in the SELECT list streams; one in FROM would be stored first. */
export const ENDLESS = 'CREATE VIEW ticket AS SELECT generate_series(1, 2000000000) AS ticket_id, now() AS created_at';

/** A schema for each test, and a source over it; its name needs quotes, as any name might. */
export interface TestSchema {
  /** The schema’s name, quoted, within a test. */
  quoted(): string;
  /** Runs statements as its owner, with the schema as the search path. */
  run(...statements: string[]): Promise<void>;
  query(statement: string): Promise<QueryResult>;
  options(more?: Partial<PostgresOptions>): PostgresOptions;
  source(more?: Partial<PostgresOptions>): Source;
  /** All tables that have rows, loaded from the schema. */
  load(): Promise<Record<string, unknown[]>>;
  /** Waits until the source has no connection left. */
  noSessions(): Promise<void>;
}

/** Makes a new schema before each test, on a server that runs for all of them. */
export function testSchema(server: () => PostgresServer): TestSchema {
  let count = 0;
  let admin: Client;
  beforeAll(async () => {
    admin = new Client({ connectionString: server().url });
    await admin.connect();
  });
  afterAll(() => admin.end());
  beforeEach(async () => {
    count++;
    await run(`CREATE SCHEMA ${quoted()}`, `SET search_path = ${quoted()}`);
  });

  const quoted = (): string => `"it's ""schema"" ${count}"`;
  const run = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };
  const options = (more: Partial<PostgresOptions> = {}): PostgresOptions => {
    const { host, port, user, password, database } = server();
    return { host, port, user, password, database, schema: `it's "schema" ${count}`, tls: { mode: 'disable' }, ...more };
  };
  const source = (more: Partial<PostgresOptions> = {}): Source => createPostgresSource(options(more));
  const sessions = async (): Promise<number> => {
    const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`);
    return rows[0].n;
  };
  return {
    quoted,
    run,
    query: (statement) => admin.query(statement),
    options,
    source,
    load: async () => {
      const target = await testTarget();
      try {
        await source().load(target, NEVER, () => undefined);
        return await target.all();
      } finally {
        target.close();
      }
    },
    noSessions: async () => {
      await until(async () => (await sessions()) === 0, 'the end of the sessions', 5_000);
      expect(await sessions()).toBe(0);
    },
  };
}
