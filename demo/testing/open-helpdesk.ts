import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { ensureDemo } from '../ensure';

/** A helpdesk in Parquet files, with its tables as views; for tests. */
export class Helpdesk {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection
  ) {}

  static async open(folder: string): Promise<Helpdesk> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    for (const { name } of CANONICAL_TABLES) {
      await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM '${join(folder, `${name}.parquet`)}'`);
    }
    return new Helpdesk(instance, connection);
  }

  /** The first row of a query, as numbers. */
  async numbers(sql: string): Promise<Record<string, number>> {
    const [row] = (await this.connection.runAndReadAll(sql)).getRowObjects();
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, value === null ? NaN : Number(value)]));
  }

  /** The first column of a query, as text. */
  async texts(sql: string): Promise<string[]> {
    return (await this.connection.runAndReadAll(sql)).getRows().map(([value]) => String(value));
  }

  close(): void {
    this.connection.disconnectSync();
    this.instance.closeSync();
  }
}

/** A folder that is gone after the tests. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'helpdesk-demo-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The end of the helpdesks in tests: a Thursday afternoon in Europe. */
export const END = '2026-03-26T14:07:00Z';

/** Makes a small helpdesk in a folder. */
export async function makeSmall(dir: string, options: Partial<Parameters<typeof ensureDemo>[0]> = {}): Promise<void> {
  await ensureDemo({ dir, tickets: 3_000, months: 6, seed: 7, end: END, ...options });
}
