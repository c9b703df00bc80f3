import type duckdb from '@duckdb/node-bindings';

import { type ColumnBuffer, VECTOR } from './column-buffer';
import type { Wire, WireColumn } from './wire';

/** Rows in a batch: half a row group of DuckDB, a whole number of vectors. */
const CAPACITY = 30 * VECTOR;

/** Bytes of long texts after which a batch counts as full: they are copied in one go, while nothing else has a turn. */
const MAX_EXTRA = 8 * 1024 * 1024;

/** Makes a column's buffer, which reads values as a connection's server writes them. */
export type BufferFor = (wire: Wire, capacity: number) => ColumnBuffer;

/** No cell of a helpdesk is longer, in bytes. */
export const LONGEST_CELL = 4 * 1024 * 1024;

/** What is said of a cell that is longer. */
export function tooLong(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes are longer than the 4 MB that a value may have.`;
}

/** Rows on their way from the network into DuckDB. */
export class Batch {
  /** How many rows are complete. */
  rows = 0;
  /** Cells that were passed over: which column (from 0) of which row (from 0), and what is wrong with it, in words that follow a colon. */
  readonly refused: Array<{ readonly row: number; readonly column: number; readonly why: string }> = [];
  readonly buffers: readonly ColumnBuffer[];

  constructor(
    readonly columns: readonly WireColumn[],
    buffer: BufferFor
  ) {
    this.buffers = columns.map(({ wire }) => buffer(wire, CAPACITY));
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
    this.refused.length = 0;
    for (const buffer of this.buffers) {
      buffer.reset();
    }
  }
}
