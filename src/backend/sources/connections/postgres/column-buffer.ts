import duckdb from '@duckdb/node-bindings';

import type { Wire } from './wire';

/** Rows in one DuckDB vector. */
export const VECTOR = 2048;

/** One column of a batch, in the layout of DuckDB's vectors. */
export interface ColumnBuffer {
  /** Takes one value's bytes, at `offset` of `bytes`; a row may be read again from its beginning. */
  read(bytes: Buffer, offset: number, length: number, row: number): void;
  /** Notes that a row has no value. */
  readNull(row: number): void;
  /** Copies rows into a vector of DuckDB. */
  write(vector: duckdb.Vector, from: number, count: number): void;
  /** Empties the buffer for the next batch. */
  reset(): void;
  /** Bytes beyond the fixed size. */
  readonly extra: number;
}

/** A buffer for a wire format. */
export function columnBuffer(wire: Wire, capacity: number): ColumnBuffer {
  switch (wire) {
    case 'text':
      return new TextBuffer(capacity);
    case 'bool':
      return new FixedBuffer(capacity, 1, (bytes, offset, target, row) => {
        target[row] = bytes[offset];
      });
    case 'int2':
      return new FixedBuffer(capacity, 2, reversed(2));
    case 'int4':
      return new FixedBuffer(capacity, 4, reversed(4));
    case 'int8':
    case 'float8':
      return new FixedBuffer(capacity, 8, reversed(8));
    case 'timestamp':
    case 'timestamptz':
      return new FixedBuffer(capacity, 8, readTimestamp);
  }
}

type ReadFixed = (bytes: Buffer, offset: number, target: Uint8Array, row: number) => void;

/** PostgreSQL sends the highest byte first, DuckDB's vectors begin with the lowest. */
function reversed(width: number): ReadFixed {
  return (bytes, offset, target, row) => {
    for (let i = 0, at = row * width; i < width; i++, at++) {
      target[at] = bytes[offset + width - 1 - i];
    }
  };
}

/** Microseconds from 1970, DuckDB's epoch, to 2000, PostgreSQL's, in two halves. */
const EPOCH_LOW = Number(946_684_800_000_000n & 0xffff_ffffn);
const EPOCH_HIGH = Number(946_684_800_000_000n >> 32n);

const readTimestamp: ReadFixed = (bytes, offset, target, row) => {
  let high = bytes.readInt32BE(offset);
  let low = bytes.readUInt32BE(offset + 4);
  if (high === 0x7fff_ffff && low === 0xffff_ffff) {
    // infinity is the same in both
  } else if (high === -0x8000_0000 && low === 0) {
    // minus infinity is one more in DuckDB
    low = 1;
  } else {
    low += EPOCH_LOW;
    high += EPOCH_HIGH + (low > 0xffff_ffff ? 1 : 0);
    if (high > 0x7fff_ffff) {
      // PostgreSQL's last thirty years are after DuckDB's end: its last instant, which is refused as these are
      high = 0x7fff_ffff;
      low = 0xffff_fffe;
    }
  }
  const at = row * 8;
  target[at] = low;
  target[at + 1] = low >>> 8;
  target[at + 2] = low >>> 16;
  target[at + 3] = low >>> 24;
  target[at + 4] = high;
  target[at + 5] = high >>> 8;
  target[at + 6] = high >>> 16;
  target[at + 7] = high >>> 24;
};

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
class FixedBuffer implements ColumnBuffer {
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

  read(bytes: Buffer, offset: number, _length: number, row: number): void {
    this.readFixed(bytes, offset, this.data, row);
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
class TextBuffer implements ColumnBuffer {
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

  read(bytes: Buffer, offset: number, length: number, row: number): void {
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
      return;
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
