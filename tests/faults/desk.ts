import { join } from 'node:path';
import { Client } from 'pg';

import type { CallOptions, ClientSettings, PluginClient } from '../../tools/door/client';
import type { Built } from '../built';
import type { PostgresServer } from '../servers/postgres';
import { until } from '../until';

const RANGE = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2027-01-01T00:00:00Z') };

/** What the `status` resource says, as far as faults go. */
interface State {
  readonly phase: string;
  readonly generation: number | null;
  readonly lastError: string | null;
  readonly waitingForLock: boolean;
  readonly failures: ReadonlyArray<{ readonly message: string }>;
}

/** An answer of the number of tickets opened, and of messages that customers sent: what they are, or why not, and what is said with them. */
export interface Numbers {
  readonly opened: unknown;
  readonly replies: unknown;
  readonly notices: readonly string[];
}

/** The tables of a small helpdesk whose owner can slow their reading down: `pace.seconds` passes before the first message is read. */
export const TABLES = [
  `CREATE TABLE ticket AS SELECT i AS ticket_id, timestamptz '2026-03-01Z' + i * interval '1 minute' AS created_at, now() AS updated_at FROM generate_series(1, 3000) i`,
  'CREATE TABLE pace AS SELECT 0::float8 AS seconds',
  `CREATE TABLE messages AS SELECT i AS message_id, i AS ticket_id, timestamptz '2026-03-01Z' + i * interval '1 minute' + interval '10 minutes' AS sent_at, 'agent' AS author_kind,
    now() AS updated_at FROM generate_series(1, 3000) i`,
  'CREATE VIEW message AS SELECT m.* FROM (SELECT pg_sleep(seconds) FROM pace) AS slowly, messages m',
];

/** Settings of a data source over a server’s schema `public`, read every second by whoever may SELECT alone. */
export function settingsOf(
  { host, port, database, user, password }: PostgresServer,
  { folder }: Built,
  name: string,
  more: object = {},
  source: object = {}
): ClientSettings {
  return {
    uid: name,
    jsonData: {
      source: { type: 'postgres', host, port, database, user, tls: { mode: 'disable' }, statementTimeout: '60s', ...source },
      store: { directory: join(folder, 'stores'), memoryLimit: '256MB', threads: 1 },
      refreshInterval: '1s',
      maxAge: '10000d',
      ...more,
    },
    secureJsonData: { password },
  };
}

/** A started backend as a panel, an alert rule and an administrator see it. */
export function viewOf(client: PluginClient) {
  /** Waits until what is asked again and again is as it should be, and gives it. */
  const waitFor = async <Asked>(ask: () => Promise<Asked>, holds: (asked: Asked) => boolean, what: string): Promise<Asked> => {
    let last = await ask();
    const is = async (): Promise<boolean> => {
      last = await ask();
      return holds(last);
    };
    await until(is, what, 60_000).catch((error: Error) => {
      throw new Error(`${error.message}: ${JSON.stringify(last).slice(0, 2_000)}`);
    });
    return last;
  };
  const query = async (options?: CallOptions): Promise<Numbers> => {
    const asked = [{ metric: 'opened' }, { metric: 'time_to_first_response', statistics: ['n'] }];
    const answers = await client.query(
      asked.map((json, i) => ({ refId: 'AB'[i], json: { view: 'totals', groupBy: [], ...json }, ...RANGE })),
      options
    );
    const value = (refId: string): unknown => {
      const answer = answers.get(refId);
      return answer?.error || answer?.frames[0]?.fields[0]?.values[0];
    };
    const notices = [...answers.values()].flatMap(({ frames }) => (frames[0]?.meta?.notices ?? []).map(({ text }) => text));
    return { opened: value('A'), replies: value('B'), notices: [...new Set(notices)] };
  };
  const state = async (): Promise<State> => (await client.resource('status')).body as State;
  return {
    query,
    state,
    becomes: (holds: (state: State) => boolean, what: string) => waitFor(state, holds, what),
    becomesNumbers: (holds: (numbers: Numbers) => boolean, what: string) => waitFor(query, holds, what),
  };
}

/** The owner of the tables, reconnecting whenever the server went away. */
export function ownerOf(server: () => PostgresServer) {
  const query = async (...statements: readonly string[]): Promise<ReadonlyArray<Record<string, unknown>>> => {
    const client = new Client({ connectionString: server().url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      let rows: ReadonlyArray<Record<string, unknown>> = [];
      for (const statement of statements) {
        ({ rows } = await client.query<Record<string, unknown>>(statement));
      }
      return rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return {
    query,
    /** Runs a statement in a transaction that stays open until the answer is called. */
    hold: async (statement: string): Promise<() => Promise<void>> => {
      const client = new Client({ connectionString: server().url });
      await client.connect();
      await client.query('BEGIN');
      await client.query(statement);
      return () => client.end();
    },
    /** Waits until the product is in the middle of reading the messages. */
    reads: () =>
      until(
        async () => (await query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'Grafana Helpdesk Metrics' AND wait_event = 'PgSleep'`)).length > 0,
        'reading',
        60_000
      ),
  };
}
