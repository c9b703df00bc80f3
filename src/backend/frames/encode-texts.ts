import { Validity } from './validity';

/** Texts encoded by one call: enough to forget its cost, few enough that one accent slows few. */
const TOGETHER = 256;

/** A UTF-16 unit takes at most three bytes. */
const WIDEST = 3;

const utf8 = new TextEncoder();

/** Texts as one run of UTF-8 with offsets. */
export function encodeTexts(values: ArrayLike<string | null>, rows: number) {
  const valueOffsets = new Int32Array(rows + 1);
  const validity = new Validity(rows);
  let bytes = new Uint8Array(Math.max(64, rows * 16));
  let used = 0;
  for (let start = 0; start < rows; start += TOGETHER) {
    const end = Math.min(rows, start + TOGETHER);
    let together = '';
    for (let i = start; i < end; i++) {
      const value = values[i];
      if (value === null) {
        validity.clear(i);
      } else {
        together += value;
      }
    }
    if (used + together.length * WIDEST > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + together.length * WIDEST));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    // as many bytes as units: all of it is ASCII, and lengths are offsets; else one by one
    const isAscii = utf8.encodeInto(together, bytes.subarray(used)).written === together.length;
    for (let i = start; i < end; i++) {
      const value = values[i] ?? '';
      used += isAscii ? value.length : utf8.encodeInto(value, bytes.subarray(used)).written;
      valueOffsets[i + 1] = used;
    }
  }
  return { valueOffsets, data: bytes.subarray(0, used), ...validity.parts };
}
