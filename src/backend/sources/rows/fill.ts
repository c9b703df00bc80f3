import type { LoadTarget } from '../source';
import { explainCalendars } from './calendars';
import { BAD_ROW, insertStatement } from './convert';
import { explainDuplicates, hasDuplicates } from './duplicates';
import { explain } from './explain';
import { interruptible } from '../../duckdb/interruptible';
import { messageOf } from '../../message-of';
import type { Problems } from './problems';
import type { RawTable } from './raw-table';
import { explainZones } from './zones';

/** Converts the rows of a raw table into its canonical one. Returns how many, or null where some are wrong: then `explainRows` says which. */
export async function insertRows({ connection, schema }: LoadTarget, raw: RawTable, signal: AbortSignal): Promise<number | null> {
  return interruptible(connection, signal, async () => {
    try {
      return (await connection.run(insertStatement(raw, schema), raw.parameters && { ...raw.parameters })).rowsChanged;
    } catch (error) {
      if (messageOf(error).includes(BAD_ROW)) {
        return null;
      }
      throw error;
    }
  });
}

/** Says which rows of a raw table are wrong, outside any transaction that has failed. */
export async function explainRows({ connection }: LoadTarget, raw: RawTable, signal: AbortSignal, problems: Problems): Promise<void> {
  await interruptible(connection, signal, () => explain(connection, raw, problems));
}

/** What can only be seen once a table is full: keys that stand twice, unknown time zones, calendars that nobody has. */
export async function checkTable(target: LoadTarget, raw: RawTable, signal: AbortSignal, problems: Problems): Promise<void> {
  const { connection, schema } = target;
  await interruptible(connection, signal, async () => {
    if (await hasDuplicates(connection, raw, schema)) {
      await explainDuplicates(connection, raw, problems);
    }
    await explainZones(connection, raw, problems);
    await explainCalendars(target, raw, problems);
  });
}
