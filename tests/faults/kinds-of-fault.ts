import { Client } from 'pg';

import type { PostgresServer } from '../servers/postgres';

/** What a fault may do to the helpdesk. */
export interface Hands {
  readonly server: PostgresServer;
  /** On a connection of the owner of the tables. */
  readonly as: <Result>(work: (run: (sql: string) => Promise<void>) => Promise<Result>) => Promise<Result>;
  /** More edits in one transaction, by whoever is in the middle of one, or on a connection of their own. */
  readonly edit: (run?: (sql: string) => Promise<void>) => Promise<void>;
  /** Whether the product has noticed. */
  readonly noticed: () => Promise<void>;
  /** Breaks the connection. */
  readonly cut: () => void;
  /** Lets no file of the product grow past so many bytes; null: any. */
  readonly limit: (bytes: number | null) => void;
}

/** A fault that begins while nothing is passed on to the product; what it gives ends it, while the product goes on. */
export type Fault = (hands: Hands, table: string) => Promise<() => Promise<void>>;

/** Columns that no question needs to be there, by table. */
const COLUMNS: Readonly<Record<string, string>> = {
  ticket: 'channel',
  message: 'kind',
  customer: 'name',
  ticket_event: 'actor_kind',
  survey: 'comment',
  agent: 'name',
};
export const TABLES = Object.keys(COLUMNS);
const nothing = async (): Promise<void> => undefined;

/** In one transaction that waits for no lock: what the product has locked, as it has read it already, is left alone. */
const unlessLocked = (table: string, { as }: Hands, work: (run: (sql: string) => Promise<void>) => Promise<void>): Promise<void> =>
  as(async (run) => {
    await run('BEGIN');
    await run("SET LOCAL lock_timeout = '100ms'");
    try {
      await run(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    } catch {
      return run('ROLLBACK');
    }
    await work(run);
    await run('COMMIT');
  });

const copied = (table: string): string => `CREATE TEMP TABLE copy AS TABLE ${table}`;
const key = (table: string): string => (table === 'ticket_event' ? 'event_id' : `${table}_id`);
const back = (table: string, column: string, from: string): string =>
  `UPDATE ${table} t SET ${column} = o.${column} FROM ${from} o WHERE o.${key(table)} = t.${key(table)}`;

/** Sizes past which no file grows: none at all, a log of a few rows, what a store of few rows has. */
const LIMITS: readonly number[] = [1, 20_000, 300_000];

/** Faults by name; more edits are committed within each. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  edits: async ({ edit }) => {
    await edit();
    return () => edit();
  },
  cut: async ({ cut, edit }) => {
    await edit();
    cut();
    return nothing;
  },
  terminated: async ({ as, edit }) => {
    await as((run) => run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics'`));
    return () => edit();
  },
  crashed: async ({ server, edit, noticed }) => {
    await edit();
    await server.crash();
    return async () => {
      await noticed();
      await server.restart();
      await edit();
    };
  },
  'disk full': async ({ limit, edit, noticed }, table) => {
    await edit();
    limit(LIMITS[TABLES.indexOf(table) % LIMITS.length]);
    return async () => {
      await noticed();
      await edit();
      limit(null);
    };
  },
  locked: async ({ server, edit }, table) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const run = async (sql: string): Promise<void> => void (await client.query(sql));
    await run("BEGIN; SET LOCAL lock_timeout = '100ms'");
    await run(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`).catch(() => run('ROLLBACK; BEGIN'));
    return async () => {
      await edit(run);
      await client.query('SELECT pg_sleep(0.5)');
      await run('COMMIT');
      await client.end();
    };
  },
  'column renamed': async (hands, table) => {
    await unlessLocked(table, hands, (run) => run(`ALTER TABLE ${table} RENAME COLUMN ${COLUMNS[table]} TO gone`));
    return async () => {
      await hands.noticed();
      await hands.as((run) =>
        run(`DO $$ BEGIN ALTER TABLE ${table} RENAME COLUMN gone TO ${COLUMNS[table]}; EXCEPTION WHEN undefined_column THEN NULL; END $$`)
      );
      await hands.edit();
    };
  },
  'column dropped': async (hands, table) => {
    const column = COLUMNS[table];
    await unlessLocked(table, hands, async (run) => {
      await run(`CREATE SCHEMA IF NOT EXISTS aside`);
      await run(`DROP TABLE IF EXISTS aside.${table}; CREATE TABLE aside.${table} AS TABLE ${table}`);
      await run(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    });
    return async () => {
      await hands.noticed();
      await hands.as(async (run) => {
        await run('BEGIN');
        await run(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${column} text`);
        await run(`DO $$ BEGIN IF to_regclass('aside.${table}') IS NOT NULL THEN ${back(table, column, `aside.${table}`)}; END IF; END $$`);
        await run(`DROP TABLE IF EXISTS aside.${table}`);
        await run('COMMIT');
      });
      await hands.edit();
    };
  },
  'column dropped and put back at once': async (hands, table) => {
    const column = COLUMNS[table];
    await unlessLocked(table, hands, async (run) => {
      await run(copied(table));
      await run(`ALTER TABLE ${table} DROP COLUMN ${column}; ALTER TABLE ${table} ADD COLUMN ${column} text; ${back(table, column, 'copy')}`);
      await hands.edit(run);
    });
    return nothing;
  },
  'filled anew': async (hands, table) => {
    await unlessLocked(table, hands, async (run) => {
      await run(copied(table));
      await run(`TRUNCATE ${table}; INSERT INTO ${table} TABLE copy`);
      await hands.edit(run);
    });
    return nothing;
  },
  'written anew': async (hands, table) => {
    const column = COLUMNS[table];
    await unlessLocked(table, hands, async (run) => {
      await run(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE text USING ${column} || ''`);
      await hands.edit(run);
    });
    return () => hands.edit();
  },
};
