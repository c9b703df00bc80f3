import { type ColumnBuffer, FixedBuffer, type ReadFixed, TextBuffer } from '../batches/column-buffer';
import { writeEight } from '../batches/eight-bytes';
import type { Wire } from '../batches/wire';

/** A buffer for values as MySQL writes them in its text protocol. */
export function textValues(wire: Wire, capacity: number): ColumnBuffer {
  switch (wire) {
    case 'int8':
      return new FixedBuffer(capacity, 8, readInteger);
    case 'timestamp':
    case 'timestamptz':
      return new FixedBuffer(capacity, 8, readDateTime);
    case 'text':
      return new TextBuffer(capacity);
    default:
      throw new Error(`MySQL sends no ${wire}.`);
  }
}

const ZERO = 0x30;
const MINUS = 0x2d;
const TWO_32 = 2 ** 32;

/** So many digits are exact in a number of JavaScript. */
const EXACT = 15;

const readInteger: ReadFixed = (bytes, offset, target, row, length) => {
  const end = offset + length;
  const isNegative = bytes[offset] === MINUS;
  if (length > EXACT) {
    return writeBigInt(target, row, BigInt(bytes.toString('latin1', offset, end)));
  }
  let value = 0;
  for (let at = isNegative ? offset + 1 : offset; at < end; at++) {
    value = value * 10 + (bytes[at] - ZERO);
  }
  return write(target, row, isNegative ? -value : value);
};

/** The last second whose microseconds are exact in a number of JavaScript: in the year 2255. */
const LAST_EXACT = Math.floor(Number.MAX_SAFE_INTEGER / 1e6) - 1;

/** `2026-03-28 07:52:45`, perhaps with a fraction, as microseconds since 1970; false where a month or a day is zero. */
const readDateTime: ReadFixed = (bytes, offset, target, row, length) => {
  const two = (at: number): number => (bytes[offset + at] - ZERO) * 10 + (bytes[offset + at + 1] - ZERO);
  const month = two(5);
  const day = two(8);
  if (length < 10 || month === 0 || day === 0) {
    return false;
  }
  let seconds = days(two(0) * 100 + two(2), month, day) * 86_400;
  let micros = 0;
  if (length >= 19) {
    seconds += two(11) * 3600 + two(14) * 60 + two(17);
    for (let at = 20, unit = 100_000; at < length; at++, unit /= 10) {
      micros += (bytes[offset + at] - ZERO) * unit;
    }
  }
  return seconds > LAST_EXACT ? writeBigInt(target, row, BigInt(seconds) * 1_000_000n + BigInt(micros)) : write(target, row, seconds * 1e6 + micros);
};

/** Days from 1970 to a date of the Gregorian calendar: March begins the year, so that a leap day ends it. */
function days(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const yearsDays = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return yearsDays + Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 719_469;
}

/** Writes a whole number as a row of eight bytes, the lowest first. */
function write(target: Uint8Array, row: number, value: number): true {
  return writeEight(target, row, value >>> 0, Math.floor(value / TWO_32));
}

function writeBigInt(target: Uint8Array, row: number, value: bigint): true {
  return writeEight(target, row, Number(BigInt.asUintN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
}
