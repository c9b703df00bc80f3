import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { text } from '../../../duckdb/sql-text';
import { PLAIN_RULES, type ReadingRules } from '../../rows/rules';
import type { Source } from '../../source';
import { NEVER, testTarget } from '../../testing/target';
import { createFilesSource } from './files-source';

/** A folder for each test of a file, and a source over it. */
export interface TestFolder {
  /** Where it is, within a test. */
  path(): string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  /** Read plainly, or by rules of the settings. */
  source(rules?: Partial<ReadingRules>): Source;
  /** Runs SQL in a DuckDB of its own, with `$folder` for the folder, within a text. */
  duckdb(...statements: string[]): Promise<void>;
  /** All tables that have rows, loaded from the folder. */
  load(rules?: Partial<ReadingRules>): Promise<Record<string, unknown[]>>;
}

/** One ticket, as CSV. */
export const TICKETS = 'ticket_id,created_at\nT1,2026-03-28T07:52:45.123Z\n';

/** Makes a new folder before each test and removes it afterwards. */
export function testFolder(): TestFolder {
  let folder = '';
  beforeEach(() => {
    // a path that would be a pattern, or end a literal
    folder = join(mkdtempSync(join(tmpdir(), 'files-')), "it's [a] *folder*=1");
    mkdirSync(folder);
  });
  afterEach(() => rmSync(dirname(folder), { recursive: true }));

  const source = (rules: Partial<ReadingRules> = {}): Source => createFilesSource({ path: folder, rules: { ...PLAIN_RULES, ...rules } });
  return {
    path: () => folder,
    source,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content);
      }
    },
    duckdb: async (...statements) => {
      const instance = await DuckDBInstance.create();
      const connection = await instance.connect();
      await connection.run("SET TimeZone = 'Asia/Tokyo'");
      for (const statement of statements) {
        await connection.run(statement.replaceAll('$folder', text(folder).slice(1, -1)));
      }
      connection.closeSync();
      instance.closeSync();
    },
    load: async (rules) => {
      const target = await testTarget();
      try {
        await source(rules).load(target, NEVER, () => undefined);
        return await target.all();
      } finally {
        target.close();
      }
    },
  };
}
