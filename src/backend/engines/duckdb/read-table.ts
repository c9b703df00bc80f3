import type { DuckDBMaterializedResult } from '@duckdb/node-api';

import { turns } from '../../turns';
import type { Table } from '../table';
import { columnReader } from './read-vector';

/** Copies a result into vectors, at most `rowLimit` rows, giving the event loop a turn every few milliseconds. Throws the signal's reason. */
export async function readTable(result: DuckDBMaterializedResult, rowLimit: number, signal: AbortSignal): Promise<Table> {
  const rows = Math.min(result.rowCount, rowLimit);
  const names = result.deduplicatedColumnNames();
  const readers = names.map((name, column) => columnReader(name, result.columnTypeId(column), rows));
  const pause = turns(signal);
  for (let at = 0, index = 0; at < rows; index++) {
    const chunk = result.getChunk(index);
    const count = Math.min(chunk.rowCount, rows - at);
    for (const [column, reader] of readers.entries()) {
      reader.read(chunk, column, at, count);
      await pause();
    }
    at += count;
  }
  return { rows, columns: readers.map((reader) => reader.finish()), truncated: result.rowCount > rows };
}
