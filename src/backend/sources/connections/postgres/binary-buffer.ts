import { type ColumnBuffer, FixedBuffer, type ReadFixed, TextBuffer } from '../batches/column-buffer';
import { writeEight } from '../batches/eight-bytes';
import type { Wire } from '../batches/wire';

/** A buffer for values in PostgreSQL's binary format. */
export function binaryBuffer(wire: Wire, capacity: number): ColumnBuffer {
  switch (wire) {
    case 'text':
      return new TextBuffer(capacity);
    case 'bool':
      return new FixedBuffer(capacity, 1, (bytes, offset, target, row) => {
        target[row] = bytes[offset];
        return true;
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

/** PostgreSQL sends the highest byte first, DuckDB's vectors begin with the lowest. */
function reversed(width: number): ReadFixed {
  return (bytes, offset, target, row) => {
    for (let i = 0, at = row * width; i < width; i++, at++) {
      target[at] = bytes[offset + width - 1 - i];
    }
    return true;
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
  return writeEight(target, row, low, high);
};
