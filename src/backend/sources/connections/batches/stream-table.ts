import type { CanonicalTable } from '../../../canonical/tables';
import { turns } from '../../../turns';
import { explainRows, insertRows } from '../../rows/fill';
import type { Problems } from '../../rows/problems';
import type { RawTable } from '../../rows/raw-table';
import type { ReadingRemarks } from '../../rows/reading-remarks';
import { namesAt } from '../../rows/row-names';
import type { ReadingRules } from '../../rows/rules';
import type { LoadTarget } from '../../source';
import { Batch, type BufferFor } from './batch';
import { batchReader, type WithBatch } from './batch-function';
import { WIRE_TYPES, type WireColumn } from './wire';

/** Reads what a server sends, as its pieces come, into batches. */
interface RowDecoder {
  /** Takes the next piece; `read` reads it. */
  push(piece: Buffer): void;
  /** Reads rows into the batch until it has no room or no whole row is left. */
  read(batch: Batch): void;
  /** Whether the end has been read. */
  readonly isComplete: boolean;
}

/** One table on its way from a server. */
export interface Stream {
  readonly table: CanonicalTable;
  /** How messages name it. */
  readonly label: string;
  readonly columns: readonly WireColumn[];
  readonly pieces: AsyncIterable<Buffer>;
  readonly decoder: RowDecoder;
  readonly buffer: BufferFor;
}

/** Reads one table into its canonical one; wrong rows go to `problems`. Returns how many rows the table has. */
export async function streamTable(
  stream: Stream,
  target: LoadTarget,
  signal: AbortSignal,
  problems: Problems,
  read: ReadingRemarks,
  progress: (rows: number) => void
): Promise<number> {
  const { columns, pieces, decoder, buffer } = stream;
  const storage = new Storage(target, stream, signal, problems, read);
  await storage.begin();
  let total = 0;
  let filling = new Batch(columns, buffer);
  let storing = new Batch(columns, buffer);
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
    for await (const bytes of pieces) {
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
    private readonly found: Described,
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
      const raw = rawBatch(this.found, from, this.read.rules);
      if (batch.refused.length > 0) {
        await this.rollback();
        await this.explainRefused(batch, raw);
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
  private async explainRefused({ refused }: Batch, raw: RawTable): Promise<void> {
    const shown = refused.slice(0, this.problems.room);
    const names = await namesAt(
      this.target.connection,
      raw,
      shown.map(({ row }) => row + 1)
    );
    this.problems.add(
      shown.map(({ column, why }, i) => `${raw.label}, ${names[i]}, column "${this.found.columns[column].column.name}": ${why}`),
      refused.length
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

type Described = Pick<Stream, 'table' | 'label' | 'columns'>;

/** A batch as raw rows. */
function rawBatch({ table, label, columns }: Described, from: string, rules: ReadingRules): RawTable {
  return { table, label, columns: columns.map(({ column, wire }) => ({ column, name: column.name, type: String(WIRE_TYPES[wire]) })), rules, from };
}
