import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { insertRows } from '../rows/fill';
import type { Problems } from '../rows/problems';
import type { RawTable } from '../rows/raw-table';
import type { LoadTarget } from '../source';
import { Batch } from './batch';
import { withBatch } from './batch-function';
import { CopyDecoder } from './copy-decoder';
import { copyStatement, type CopyColumn } from './copy-statement';
import type { PostgresTable } from './tables';
import { WIRE_TYPES } from './wire';

/** Copies one table into its canonical one; wrong rows go to `problems`. Returns how many rows the table has. */
export async function copyTable(
  client: Client, schema: string, found: PostgresTable, target: LoadTarget, signal: AbortSignal, problems: Problems, progress: (rows: number) => void
): Promise<number> {
  const { sql, columns } = copyStatement(schema, found);
  const decoder = new CopyDecoder();
  let total = 0;
  let filling = new Batch(columns);
  let storing = new Batch(columns);
  let stored: Promise<unknown> = Promise.resolve();

  const store = async (): Promise<void> => {
    await stored;
    [filling, storing] = [storing, filling];
    filling.reset();
    const batch = storing;
    total += batch.rows;
    stored = withBatch(target.connection, batch, (from) => insertRows(target, rawBatch(found, columns, from), signal, problems)).then(() => progress(total));
    // a failure is met at the next `await stored`, not before
    stored.catch(() => undefined);
  };

  const stream = client.query(copyTo(sql));
  try {
    for await (const bytes of stream) {
      decoder.push(bytes as Buffer);
      decoder.read(filling);
      while (filling.isFull) {
        await store();
        decoder.read(filling);
      }
    }
  } finally {
    // nothing may still read a batch, or use the connection, once this ends
    await stored.catch(() => undefined);
  }
  if (filling.rows > 0) {
    await store();
  }
  await stored;
  if (!decoder.isComplete) {
    throw new Error('Connection terminated before the table was complete.');
  }
  return total;
}

/** A batch as raw rows. */
function rawBatch(found: PostgresTable, columns: readonly CopyColumn[], from: string): RawTable {
  return {
    table: found.table,
    label: labelOf(found),
    columns: columns.map(({ column, wire }) => ({ column, name: column.name, type: String(WIRE_TYPES[wire]) })),
    from,
  };
}

/** How messages name a table. */
export function labelOf({ name }: PostgresTable): string {
  return `table "${name}"`;
}
