/** Colours that mean nothing: no red, no green. Grafana’s names, which it shows as its theme needs. */
const PALETTE = ['blue', 'orange', 'purple', 'yellow', '#2ba8a0', 'light-blue', 'dark-orange', '#d0679d', 'dark-purple', '#9c755f', 'dark-blue', '#8e95a5'];

/** A colour for each of some series, by what they are: the same on every panel that has the same ones, and mostly on others. */
export function seriesColours(keys: readonly string[]): string[] {
  const taken = new Map<string, number>();
  const used = new Set<number>();
  for (const key of [...keys].sort()) {
    const wanted = hash(key) % PALETTE.length;
    const steps = Array.from(PALETTE, (_, step) => (wanted + step) % PALETTE.length);
    const slot = steps.find((one) => !used.has(one)) ?? wanted;
    taken.set(key, slot);
    used.add(slot);
  }
  return keys.map((key) => PALETTE[taken.get(key) ?? 0]);
}

/** FNV-1a. */
function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
}
