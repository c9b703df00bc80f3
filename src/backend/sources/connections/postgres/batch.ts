import type duckdb from '@duckdb/node-bindings';

import { type ColumnBuffer, columnBuffer, VECTOR } from './column-buffer';
import type { CopyColumn } from './copy-statement';

/** Rows in a batch: half a row group of DuckDB, a whole number of vectors. */
const CAPACITY = 30 * VECTOR;

/** Bytes of long texts after which a batch counts as full: they are copied in one go, while nothing else has a turn. */
const MAX_EXTRA = 8 * 1024 * 1024;

/** Rows on their way from the network into DuckDB. */
export class Batch {
  /** How many rows are complete. */
  rows = 0;
  /** Cells that were passed over because they are too long: which column (from 0) of which row (from 0), and how many bytes. */
  readonly tooLong: Array<{ readonly row: number; readonly column: number; readonly bytes: number }> = [];
  readonly buffers: readonly ColumnBuffer[];

  constructor(readonly columns: readonly CopyColumn[]) {
    this.buffers = columns.map(({ wire }) => columnBuffer(wire, CAPACITY));
  }

  /** Rows that still fit. */
  get room(): number {
    return CAPACITY - this.rows;
  }

  /** Whether it should be stored before it takes more. */
  get isFull(): boolean {
    return this.rows === CAPACITY || this.buffers.reduce((sum, { extra }) => sum + extra, 0) > MAX_EXTRA;
  }

  /** Copies up to a vector of rows into DuckDB's vectors; returns how many. */
  write(vectors: (column: number) => duckdb.Vector, from: number, count: number): void {
    this.buffers.forEach((buffer, i) => buffer.write(vectors(i), from, count));
  }

  reset(): void {
    this.rows = 0;
    this.tooLong.length = 0;
    for (const buffer of this.buffers) {
      buffer.reset();
    }
  }
}
