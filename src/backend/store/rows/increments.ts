import { join } from 'node:path';

import { createCanonicalTables } from '../../canonical/duckdb';
import { interruptible } from '../../duckdb/interruptible';
import type { ChangesAsked, Source } from '../../sources/source';
import type { Database } from '../database';
import { type Applied, applyChanges } from './apply-changes';
import type { KeptRows, Rows } from './kept-rows';

/** The database in memory that changed rows are read into. */
const CHANGES = 'changes';

/** What an increment found: nothing, what was applied to the kept rows, or why all must be loaded anew. */
export type Increment = { readonly kind: 'nothing' } | Applied;

/** Reads what changed in the helpdesk, and applies it to the kept rows. */
export class Increments {
  /** Whether its tables are there, and empty: they stay for as long as nothing changes. */
  private isReady = false;

  constructor(
    private readonly parts: { readonly folder: string; readonly database: Database; readonly source: Source },
    private readonly kept: KeptRows
  ) {}

  /** Brings rows to the state of now, which began at `readAt`; `known` is the oldest revision of them that facts in use were derived from. Leaves the rows as they were where it throws. */
  async read({ schema, meta }: Rows, asked: ChangesAsked, known: number, readAt: number, signal: AbortSignal): Promise<Increment> {
    const { folder, database, source } = this.parts;
    if (!source.changes || meta.marks === null) {
      return { kind: 'reload', why: 'The source does not tell what changed.' };
    }
    const connection = await database.connect();
    try {
      await this.prepare();
      const target = { connection, schema: `${CHANGES}.main`, folder: join(folder, 'temp'), kept: schema };
      const changes = await source.changes(target, meta.marks, asked, signal);
      signal.throwIfAborted();
      switch (changes.kind) {
        case 'nothing':
          this.kept.changed({ ...meta, marks: changes.marks ?? meta.marks });
          return changes;
        case 'reload':
          // it may have read some tables before it found out: their rows are not of what is read next
          this.isReady = false;
          return changes;
        case 'rows': {
          this.isReady = false;
          const next = { readAt, marks: changes.marks };
          const schemas = { rows: schema, changes: target.schema };
          const applied = await interruptible(connection, signal, () => applyChanges(connection, schemas, changes.tables, meta, next, known));
          if (applied.kind === 'applied') {
            this.kept.changed(applied.meta);
          }
          return applied;
        }
      }
    } catch (error) {
      this.isReady = false;
      throw error;
    } finally {
      database.disconnect(connection);
    }
  }

  private async prepare(): Promise<void> {
    if (!this.isReady) {
      await this.parts.database.run(`DETACH DATABASE IF EXISTS ${CHANGES}`, `ATTACH ':memory:' AS ${CHANGES}`, ...createCanonicalTables(`${CHANGES}.main`));
      this.isReady = true;
    }
  }
}
