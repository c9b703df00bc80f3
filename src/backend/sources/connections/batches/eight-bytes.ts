/** Writes a whole number, given by its lower and upper 32 bits, as a row of eight bytes, the lowest first. */
export function writeEight(target: Uint8Array, row: number, low: number, high: number): true {
  const at = row * 8;
  target[at] = low;
  target[at + 1] = low >>> 8;
  target[at + 2] = low >>> 16;
  target[at + 3] = low >>> 24;
  target[at + 4] = high;
  target[at + 5] = high >>> 8;
  target[at + 6] = high >>> 16;
  target[at + 7] = high >>> 24;
  return true;
}
