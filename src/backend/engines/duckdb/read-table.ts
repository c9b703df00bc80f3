import type { DuckDBMaterializedResult } from '@duckdb/node-api';
import { setImmediate } from 'node:timers/promises';

import type { Table } from '../table';
import { columnReader } from './read-vector';

/** Milliseconds of copying after which other work gets a turn. */
const SLICE_MS = 8;

/** Copies a result into vectors, at most `rowLimit` rows, giving the event loop a turn every few milliseconds. Throws the signal's reason. */
export async function readTable(result: DuckDBMaterializedResult, rowLimit: number, signal: AbortSignal): Promise<Table> {
  const rows = Math.min(result.rowCount, rowLimit);
  const names = result.deduplicatedColumnNames();
  const readers = names.map((name, column) => columnReader(name, result.columnTypeId(column), rows));
  let turn = performance.now();
  for (let at = 0, index = 0; at < rows; index++) {
    const chunk = result.getChunk(index);
    const count = Math.min(chunk.rowCount, rows - at);
    for (const [column, reader] of readers.entries()) {
      reader.read(chunk, column, at, count);
      if (performance.now() - turn > SLICE_MS) {
        await setImmediate();
        signal.throwIfAborted();
        turn = performance.now();
      }
    }
    at += count;
  }
  return { rows, columns: readers.map((reader) => reader.finish()), truncated: result.rowCount > rows };
}
