import duckdb from '@duckdb/node-bindings';

/** Rows in one DuckDB vector. */
export const VECTOR = 2048;

/** One column of a batch, in the layout of DuckDB's vectors. */
export interface ColumnBuffer {
  /** Takes one value's bytes, at `offset` of `bytes`, and says whether it is one; a row may be read again from its beginning. */
  read(bytes: Buffer, offset: number, length: number, row: number): boolean;
  /** Notes that a row has no value. */
  readNull(row: number): void;
  /** Copies rows into a vector of DuckDB. */
  write(vector: duckdb.Vector, from: number, count: number): void;
  /** Empties the buffer for the next batch. */
  reset(): void;
  /** Bytes beyond the fixed size. */
  readonly extra: number;
}

/** Writes one value's bytes, `length` of them at `offset` of `bytes`, as row `row` of `target`; false where they are no value of the column's kind. */
export type ReadFixed = (bytes: Buffer, offset: number, target: Uint8Array, row: number, length: number) => boolean;

/** The bits that say which rows have values. */
class Validity {
  private readonly bits: Uint8Array;
  private hasNulls = false;

  constructor(capacity: number) {
    this.bits = new Uint8Array(capacity / 8).fill(0xff);
  }

  clear(row: number): void {
    this.bits[row >> 3] &= ~(1 << (row & 7));
    this.hasNulls = true;
  }

  /** `from` is a multiple of VECTOR, hence of 8. */
  write(vector: duckdb.Vector, from: number, count: number): void {
    if (this.hasNulls) {
      duckdb.vector_ensure_validity_writable(vector);
      duckdb.copy_data_to_vector_validity(vector, 0, this.bits.buffer as ArrayBuffer, from >> 3, (count + 7) >> 3);
    }
  }

  reset(): void {
    if (this.hasNulls) {
      this.bits.fill(0xff);
      this.hasNulls = false;
    }
  }
}

/** Values of one width. */
export class FixedBuffer implements ColumnBuffer {
  readonly extra = 0;
  private readonly data: Uint8Array;
  private readonly validity: Validity;

  constructor(
    capacity: number,
    private readonly width: number,
    private readonly readFixed: ReadFixed
  ) {
    this.data = new Uint8Array(capacity * width);
    this.validity = new Validity(capacity);
  }

  read(bytes: Buffer, offset: number, length: number, row: number): boolean {
    return this.readFixed(bytes, offset, this.data, row, length);
  }

  readNull(row: number): void {
    this.validity.clear(row);
  }

  write(vector: duckdb.Vector, from: number, count: number): void {
    duckdb.copy_data_to_vector(vector, 0, this.data.buffer as ArrayBuffer, from * this.width, count * this.width);
    this.validity.write(vector, from, count);
  }

  reset(): void {
    this.validity.reset();
  }
}

/** DuckDB's string: four bytes of length, then up to twelve bytes of text, or four bytes of text and a pointer. */
const STRING = 16;
const INLINE = 12;

/** A text that fits stands in its entry; the longer ones of a vector go to DuckDB as one block, and their entries point into it. */
export class TextBuffer implements ColumnBuffer {
  private readonly data: Uint8Array;
  private readonly validity: Validity;
  private readonly vectorEntries = new Uint8Array(VECTOR * STRING);
  private readonly view = new DataView(this.vectorEntries.buffer);
  private heap = Buffer.allocUnsafe(65_536);
  private used = 0;

  constructor(capacity: number) {
    this.data = new Uint8Array(capacity * STRING);
    this.validity = new Validity(capacity);
  }

  get extra(): number {
    return this.used;
  }

  read(bytes: Buffer, offset: number, length: number, row: number): boolean {
    const data = this.data;
    let at = row * STRING;
    if (length <= INLINE) {
      data[at] = length;
      data[at + 1] = 0;
      data[at + 2] = 0;
      data[at + 3] = 0;
      at += 4;
      const textEnd = at + length;
      const entryEnd = at + INLINE;
      for (let from = offset; at < textEnd; at++, from++) {
        data[at] = bytes[from];
      }
      // DuckDB compares whole entries
      for (; at < entryEnd; at++) {
        data[at] = 0;
      }
      return true;
    }
    if (this.used + length > this.heap.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.heap.length, this.used + length));
      this.heap.copy(larger, 0, 0, this.used);
      this.heap = larger;
    }
    data[at] = length;
    data[at + 1] = length >>> 8;
    data[at + 2] = length >>> 16;
    data[at + 3] = length >>> 24;
    data[at + 4] = bytes[offset];
    data[at + 5] = bytes[offset + 1];
    data[at + 6] = bytes[offset + 2];
    data[at + 7] = bytes[offset + 3];
    // until it is written, the pointer is the place in the heap
    const place = this.used;
    data[at + 8] = place;
    data[at + 9] = place >>> 8;
    data[at + 10] = place >>> 16;
    data[at + 11] = place >>> 24;
    bytes.copy(this.heap, place, offset, offset + length);
    this.used += length;
    return true;
  }

  readNull(row: number): void {
    this.data.fill(0, row * STRING, (row + 1) * STRING);
    this.validity.clear(row);
  }

  write(vector: duckdb.Vector, from: number, count: number): void {
    this.vectorEntries.set(this.data.subarray(from * STRING, (from + count) * STRING));
    this.writeLongTexts(vector, count);
    duckdb.copy_data_to_vector(vector, 0, this.vectorEntries.buffer as ArrayBuffer, 0, count * STRING);
    this.validity.write(vector, from, count);
  }

  reset(): void {
    this.validity.reset();
    this.used = 0;
  }

  private writeLongTexts(vector: duckdb.Vector, count: number): void {
    const { view } = this;
    let first = -1;
    let end = 0;
    for (let at = 0; at < count * STRING; at += STRING) {
      const length = view.getUint32(at, true);
      if (length > INLINE) {
        const place = view.getUint32(at + 8, true);
        first = first < 0 ? place : first;
        end = place + length;
      }
    }
    if (first < 0) {
      return;
    }
    // DuckDB copies the block into memory that lives as long as the vector; its entry tells where that is
    duckdb.vector_assign_string_element_len(vector, 0, this.heap.subarray(first, end));
    const entry = duckdb.vector_get_data(vector, STRING);
    const block = new DataView(entry.buffer, entry.byteOffset, entry.byteLength).getBigUint64(8, true);
    for (let at = 0; at < count * STRING; at += STRING) {
      if (view.getUint32(at, true) > INLINE) {
        view.setBigUint64(at + 8, block + BigInt(view.getUint32(at + 8, true) - first), true);
      }
    }
  }
}
