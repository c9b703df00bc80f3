import type duckdb from '@duckdb/node-bindings';

import { type ColumnBuffer, columnBuffer, VECTOR } from './column-buffer';
import type { CopyColumn } from './copy-statement';

/** Rows in a batch: half a row group of DuckDB, a whole number of vectors. */
const CAPACITY = 30 * VECTOR;

/** Bytes of long texts after which a batch counts as full. */
const MAX_EXTRA = 32 * 1024 * 1024;

/** Rows on their way from the network into DuckDB. */
export class Batch {
  /** How many rows are complete. */
  rows = 0;
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
    return this.rows === CAPACITY || this.buffers.some(({ extra }) => extra > MAX_EXTRA);
  }

  /** Copies up to a vector of rows into DuckDB's vectors; returns how many. */
  write(vectors: (column: number) => duckdb.Vector, from: number, count: number): void {
    this.buffers.forEach((buffer, i) => buffer.write(vectors(i), from, count));
  }

  reset(): void {
    this.rows = 0;
    for (const buffer of this.buffers) {
      buffer.reset();
    }
  }
}
