import type { DuckDBConnection } from '@duckdb/node-api';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { until } from '../../../tests/until';
import type { Logger, LogFields } from '../log';
import type { Source } from '../sources/source';
import type { Derive } from './load/load-parts';
import { openStore, type Store, type StoreOptions, type StoreOwner, type StoreSettings } from './store';
import { storeFolder } from './folder/store-folder';

/** A directory of the test's own. */
export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'helpdesk-store-'));
}

/** A logger that keeps what it is told. */
export function keepingLogger(): Logger & { lines: Array<{ level: string; message: string; fields: LogFields }> } {
  const lines: Array<{ level: string; message: string; fields: LogFields }> = [];
  const keep =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ level, message, fields });
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** A helpdesk of so many tickets, to be changed between loads. */
export interface FakeSource extends Source {
  tickets: number;
  /** Milliseconds that a load takes at least. */
  pauseMs: number;
  /** Thrown by the next loads. */
  fault: Error | null;
  /** Loads begun. */
  loads: number;
  /** Never ends, whatever its signal says. */
  deaf: boolean;
  /** Whether a load is in that pause. */
  isPausing: boolean;
  /** SQL that a load runs on its connection. */
  extraSql: string | null;
}

export function fakeSource(change: Partial<FakeSource> = {}): FakeSource {
  const source: FakeSource = {
    tickets: 10,
    pauseMs: 0,
    fault: null,
    loads: 0,
    deaf: false,
    isPausing: false,
    extraSql: null,
    inspect: async () => [{ name: 'ticket', columns: ['ticket_id', 'created_at'], rows: source.tickets }],
    async load({ connection, schema }, signal, progress) {
      source.loads++;
      progress({ table: 'ticket', rows: 0, total: source.tickets });
      await connection.run(
        `INSERT INTO ${schema}.ticket (ticket_id, created_at) SELECT 't' || i, 1700000000000 + i * 60000 FROM range(${source.tickets}) r(i)`
      );
      if (source.extraSql) {
        await connection.run(source.extraSql);
      }
      const end = performance.now() + source.pauseMs;
      const isOver = () => {
        if (!source.deaf) {
          signal.throwIfAborted();
        }
        return !source.deaf && performance.now() >= end;
      };
      source.isPausing = true;
      await until(isOver, 'the load', Infinity).finally(() => (source.isPausing = false));
      if (source.fault) {
        throw source.fault;
      }
      progress({ table: 'ticket', rows: source.tickets, total: source.tickets });
      return null;
    },
    close: async () => undefined,
    ...change,
  };
  return source;
}

/** Whose store a test's is, unless it says otherwise. */
export const HELPDESK = { orgId: 1, uid: 'helpdesk', id: 1 };

/** Where that store lives. */
export const folderIn = (dir: string, owner: StoreOwner = HELPDESK): string => storeFolder(dir, owner);

/** Stands in for the real derivation: one fact. */
export const deriveTickets: Derive = async (connection: DuckDBConnection, { staging, target }) => {
  await connection.run(`CREATE TABLE ${target}.ticket_fact AS SELECT ticket_id, created_at FROM ${staging}.ticket ORDER BY created_at`);
};

/** Opens a store with stand-ins, not yet started. */
export async function openTestStore(
  dir: string,
  source: Source,
  change: Partial<Omit<StoreOptions, 'settings'>> & { settings?: Partial<StoreSettings> } = {}
): Promise<Store> {
  return openStore({
    dir,
    owner: HELPDESK,
    source,
    derive: deriveTickets,
    fingerprint: 'f',
    readFingerprint: change.fingerprint ?? 'f',
    logger: keepingLogger(),
    ...change,
    settings: { refreshIntervalMs: 3_600_000, memoryLimit: '256MB', threads: 2, maxTempSize: '1GB', firstRetryMs: 10, longestRetryMs: 40, ...change.settings },
  });
}

/** What each test has of its own: a directory, and the stores in it, closed and removed after it. */
export interface OwnStores {
  readonly dir: string;
  /** Where the helpdesk's store lives. */
  readonly folder: string;
  /** Opens a store, not yet started. */
  open(source?: Source, change?: Parameters<typeof openTestStore>[2]): Promise<Store>;
  /** Opens a store and waits for its first data. */
  started(source?: Source, change?: Parameters<typeof openTestStore>[2]): Promise<Store>;
  /** The names in the folder without the lock's and those of kept rows. */
  files(owner?: StoreOwner): string[];
}

/** Gives each test of a file stores of its own. */
export function ownStores(): OwnStores {
  const stores: Store[] = [];
  let dir = '';
  beforeEach(() => {
    dir = temporaryDirectory();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    rmSync(dir, { recursive: true, force: true });
  });
  const open: OwnStores['open'] = async (source = fakeSource(), change) => {
    const store = await openTestStore(dir, source, change);
    stores.push(store);
    return store;
  };
  return {
    get dir() {
      return dir;
    },
    get folder() {
      return folderIn(dir);
    },
    open,
    async started(source, change) {
      const store = await open(source, change);
      store.start();
      expect(await store.ready(8_000)).toBe(true);
      return store;
    },
    files: (owner) =>
      readdirSync(folderIn(dir, owner))
        .filter((name) => name !== 'lock.duckdb' && !name.startsWith('rows-'))
        .sort(),
  };
}

/** A store as a former process left it, made once for a file's tests: copies it into a directory of a test's own. */
export function leftBehind(): () => string {
  const template = temporaryDirectory();
  beforeAll(async () => {
    const store = await openTestStore(template, fakeSource());
    store.start();
    await store.ready(8_000);
    await store.close();
  });
  afterAll(() => rmSync(template, { recursive: true }));
  return () => {
    const dir = temporaryDirectory();
    cpSync(template, dir, { recursive: true });
    return dir;
  };
}
