import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Logger, LogFields } from '../log';
import type { Source } from '../sources/source';
import type { Derive } from './load/load';
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
      for (const until = Date.now() + source.pauseMs; source.deaf || Date.now() < until;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (!source.deaf) {
          signal.throwIfAborted();
        }
      }
      if (source.fault) {
        throw source.fault;
      }
      progress({ table: 'ticket', rows: source.tickets, total: source.tickets });
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
    logger: keepingLogger(),
    ...change,
    settings: { refreshIntervalMs: 3_600_000, memoryLimit: '256MB', threads: 2, maxTempSize: '1GB', firstRetryMs: 10, longestRetryMs: 40, ...change.settings },
  });
}

/** Waits until something holds. */
export async function until(holds: () => boolean, what = 'it', milliseconds = 8_000): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !holds();) {
    if (Date.now() > deadline) {
      throw new Error(`${what} did not happen within ${milliseconds} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
