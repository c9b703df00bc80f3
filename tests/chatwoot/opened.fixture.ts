import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import type { Caller } from '../../src/backend/app/access/caller';
import { answerQuery } from '../../src/backend/app/answers/answer-query';
import { admitQuery } from '../../src/backend/app/gate/gate';
import { openInstance } from '../../src/backend/app/instances/open-instance';
import type { Instance } from '../../src/backend/app/instance';
import { createSource } from '../../src/backend/sources';
import type { HelpdeskLayout } from '../../src/backend/sources/layouts/layout';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import type { Source } from '../../src/backend/sources/source';
import { testTarget } from '../../src/backend/sources/testing/target';
import { keepingLogger } from '../../src/backend/store/store.fixture';
import { decodeFrame } from '../../tools/door/decode';
import type { PostgresServer } from '../servers/postgres';
import { Desk } from './desk';
import { STORY } from './story';
import { type Age, tablesOf } from '../../demo/writers/chatwoot/tables';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const CONTEXT = { orgId: 1, user: null, instance: null, grafanaConfig: {} };
const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-04-05T00:00:00Z') };
/** A signal that never aborts. */
export const NEVER = new AbortController().signal;

/** The tables that the layout reads, by its own word: those that a role must be allowed. */
export const READ_TABLES: readonly string[] = tablesReadBy(LAYOUTS.chatwoot as HelpdeskLayout);

function tablesReadBy({ tables, values = {} }: HelpdeskLayout): string[] {
  const all = [...Object.values(tables), ...Object.values(values)].flatMap((from) =>
    'none' in from ? [] : [...Object.keys(from.reads), ...('maybe' in from ? Object.keys(from.maybe ?? {}) : [])]
  );
  return [...new Set(all)].sort();
}

/** An instant that was read, as this year’s tests write it: month, day and time. */
export const timeOf = (value: unknown): string | null => (value === null ? null : new Date(Number(value)).toISOString().slice(5, 19).replace('T', ' '));

/** A Chatwoot in a schema of its own, and its reader. */
export class Opened {
  private readonly folder = mkdtempSync(join(tmpdir(), 'chatwoot-'));
  private readonly before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  private instance: Instance | null = null;
  private stores = 0;

  private constructor(
    private readonly server: PostgresServer,
    readonly admin: Client,
    private readonly schema: string,
    readonly desk: Desk
  ) {
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = this.folder;
  }

  /** Makes the tables of an age, with the story told or with nothing but an empty desk. */
  static async at(server: PostgresServer, age: Age, story: ReadonlyArray<(typeof STORY)[number]> = STORY): Promise<Opened> {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    const schema = `desk_${age.replace('.', '_')}_${story.length}_${process.hrtime.bigint()}`;
    await admin.query(`CREATE SCHEMA ${schema}`);
    await admin.query(`SET search_path = ${schema}`);
    for (const table of tablesOf(age)) {
      await admin.query(table);
    }
    const desk = new Desk(admin, age);
    await desk.begin();
    for (const told of story) {
      await desk.tell(told);
    }
    const opened = new Opened(server, admin, schema, desk);
    await opened.grant();
    return opened;
  }

  /** A role that may read the layout’s tables and nothing else. */
  private async grant(): Promise<void> {
    const { rows } = await this.admin.query<{ name: string }>('SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = $2', [
      this.schema,
      'r',
    ]);
    await this.admin.query(`DO $$ BEGIN CREATE ROLE reader LOGIN PASSWORD 'read only'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await this.admin.query(`GRANT USAGE ON SCHEMA ${this.schema} TO reader`);
    for (const { name } of rows.filter((row) => READ_TABLES.includes(row.name))) {
      await this.admin.query(`GRANT SELECT ON ${name} TO reader`);
    }
  }

  private settings(more: object) {
    const { host, port, database } = this.server;
    return {
      type: 'postgres',
      layout: 'chatwoot',
      layoutOptions: { account: '1' },
      host,
      port,
      database,
      user: 'reader',
      schema: this.schema,
      tls: { mode: 'disable' },
      ...more,
    } as const;
  }

  /** The source alone. */
  source(more: object = {}): Source {
    return createSource({ ...this.settings(more), password: 'read only' });
  }

  /** The rows that are read of canonical tables. */
  async rows(more: object = {}): Promise<Record<string, ReadonlyArray<Record<string, unknown>>>> {
    const source = this.source(more);
    const target = await testTarget();
    try {
      await source.load(target, NEVER, () => undefined);
      return (await target.all()) as Record<string, ReadonlyArray<Record<string, unknown>>>;
    } finally {
      await source.close();
      target.close();
    }
  }

  /** What is said of the tables before anything is loaded. */
  async remarks(more: object = {}): Promise<string[]> {
    const source = this.source(more);
    const said: string[] = [];
    try {
      await source.inspect(NEVER, ({ text }) => said.push(text));
      return said;
    } finally {
      await source.close();
    }
  }

  /** The rows of a metric’s answer over the spring. */
  async ask(query: object): Promise<unknown[][]> {
    const instance = (this.instance ??= await openInstance(
      {
        id: 1,
        uid: 'chatwoot',
        name: 'Chatwoot',
        json: JSON.stringify({
          source: this.settings({}),
          store: { directory: join(this.folder, `store-${++this.stores}`), memoryLimit: '256MB', threads: 1 },
        }),
        secrets: { password: 'read only' },
        updatedMs: 1,
      },
      1,
      { logger: keepingLogger(), cleaner: { watch: () => undefined } }
    ));
    await instance.store.ready(30_000, NEVER);
    const { lastError } = instance.store.state();
    if (lastError) {
      throw lastError;
    }
    const admitted = admitQuery({ refId: 'A', queryType: '', ...SPRING, json: JSON.stringify({ view: 'totals', ...query }) });
    const { frames } = await answerQuery(instance, admitted, { context: CONTEXT, caller: ADMIN, nowMs: SPRING.toMs }, NEVER);
    const { rows, fields } = decodeFrame(frames[0]);
    return Array.from({ length: rows }, (_, i) => fields.map(({ values }) => values[i]));
  }

  async close(): Promise<void> {
    await this.instance?.close();
    await this.admin.query(`DROP SCHEMA ${this.schema} CASCADE`);
    await this.admin.end();
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = this.before;
    rmSync(this.folder, { recursive: true });
  }
}
