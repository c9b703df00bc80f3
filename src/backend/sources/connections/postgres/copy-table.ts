import { turns } from '../../../turns';
import { explainRows, insertRows } from '../../rows/fill';
import type { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import type { ReadingRemarks } from '../../rows/reading-remarks';
import { namesAt } from '../../rows/row-names';
import type { ReadingRules } from '../../rows/rules';
import type { LoadTarget } from '../../source';
import { Batch } from './batch';
import { batchReader, type WithBatch } from './batch-function';
import { CopyDecoder } from './copy-decoder';
import { copyStatement, type CopyColumn } from './copy-statement';
import type { Session } from './session';
import type { PostgresTable } from './postgres-table';
import { WIRE_TYPES } from './wire';

/** Copies one table into its canonical one; wrong rows go to `problems`. Returns how many rows the table has. */
export async function copyTable(
  session: Session,
  found: PostgresTable,
  target: LoadTarget,
  signal: AbortSignal,
  problems: Problems,
  read: ReadingRemarks,
  progress: (rows: number) => void
): Promise<number> {
  const { sql, columns } = copyStatement(found);
  const storage = new Storage(target, found, columns, signal, problems, read);
  await storage.begin();
  const decoder = new CopyDecoder();
  let total = 0;
  let filling = new Batch(columns);
  let storing = new Batch(columns);
  let stored: Promise<void> = Promise.resolve();

  const store = async (): Promise<void> => {
    await stored;
    [filling, storing] = [storing, filling];
    filling.reset();
    total += storing.rows;
    progress(total);
    stored = storage.store(storing);
    // a failure is met at the next `await stored`, not before
    stored.catch(() => undefined);
  };

  const others = turns(signal);
  try {
    for await (const bytes of session.copy(sql)) {
      decoder.push(bytes);
      decoder.read(filling);
      while (filling.isFull) {
        await store();
        decoder.read(filling);
      }
      await others();
    }
    if (!decoder.isComplete) {
      throw new Error('Connection terminated before the table was complete.');
    }
    await store();
    await stored;
    await storage.commit();
  } finally {
    // nothing may still read a batch, or use the connection, once this ends
    await stored.catch(() => undefined);
    await storage.rollback();
  }
  return total;
}

/** One table's way into DuckDB: one transaction, since a commit for each batch would cost more than its rows. */
class Storage {
  private isOpen = false;
  private isLookedAt = false;
  private readonly withBatch: WithBatch;

  constructor(
    private readonly target: LoadTarget,
    private readonly found: PostgresTable,
    private readonly columns: readonly CopyColumn[],
    private readonly signal: AbortSignal,
    private readonly problems: Problems,
    private readonly read: ReadingRemarks
  ) {
    this.withBatch = batchReader(target.connection);
  }

  async begin(): Promise<void> {
    await this.target.connection.run('BEGIN');
    this.isOpen = true;
  }

  /** After the first wrong row nothing more is stored; what else is wrong is still looked for. */
  async store(batch: Batch): Promise<void> {
    await this.withBatch(batch, async (from) => {
      const raw = rawBatch(this.found, this.columns, from, this.read.rules);
      if (batch.tooLong.length > 0) {
        await this.rollback();
        await this.explainLong(batch, raw);
        return;
      }
      if (this.isOpen && (await insertRows(this.target, raw, this.signal)) !== null) {
        if (!this.isLookedAt) {
          this.isLookedAt = true;
          await this.read.look(this.target.connection, raw);
        }
        return;
      }
      await this.rollback();
      await explainRows(this.target, raw, this.signal, this.problems);
    });
  }

  /** Names the rows whose cells were passed over. */
  private async explainLong({ tooLong }: Batch, raw: RawTable): Promise<void> {
    const shown = tooLong.slice(0, this.problems.room);
    const names = await namesAt(
      this.target.connection,
      raw,
      shown.map(({ row }) => row + 1)
    );
    this.problems.add(
      shown.map(
        ({ column, bytes }, i) =>
          `${raw.label}, ${names[i]}, column "${this.columns[column].column.name}": ${bytes.toLocaleString('en')} bytes are longer than the 4 MB that a value may have.`
      ),
      tooLong.length
    );
  }

  async commit(): Promise<void> {
    if (this.isOpen) {
      await this.target.connection.run('COMMIT');
      this.isOpen = false;
    }
  }

  async rollback(): Promise<void> {
    if (this.isOpen) {
      this.isOpen = false;
      await this.target.connection.run('ROLLBACK').catch(() => undefined);
    }
  }
}

/** A batch as raw rows. */
function rawBatch(found: PostgresTable, columns: readonly CopyColumn[], from: string, rules: ReadingRules): RawTable {
  return {
    table: found.table,
    label: found.label,
    columns: columns.map(({ column, wire }) => ({ column, name: column.name, type: String(WIRE_TYPES[wire]) })),
    rules,
    from,
  };
}
