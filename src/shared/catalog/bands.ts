import { durationMs } from '../formats';

/** The edges of bands where a query names none. */
export const DEFAULT_BANDS = ['1h', '4h', '8h', '24h', '3d', '7d'] as const;

/** How a duration such as 30m reads: 30 min; hours by what they are called in the reader's language. */
export function durationName(duration: string, hour = 'h'): string {
  return duration.replace(/^(\d+)([smhd])$/, (_, count, unit) => `${count} ${unit === 'm' ? 'min' : unit === 'h' ? hour : unit}`);
}

/** The bands between ascending durations, each closed above, and one for all that is longer: `<=1h`, `1h..4h`, `>4h`. Key 0 is a row without a duration. */
export function bandValues(edges: readonly string[]): ReadonlyArray<{ readonly key: number; readonly id: string; readonly name: string }> {
  const ids = edges.map((edge, i) => (i === 0 ? `<=${edge}` : `${edges[i - 1]}..${edge}`));
  return [...ids, `>${edges[edges.length - 1]}`].map((id, i) => ({ key: i + 1, id, name: bandName(id) ?? id }));
}

/** What a band is called by its id: `<=1h` is ≤ 1 h, `1h..4h` is 1 h – 4 h; null where it is the id of none. */
export function bandName(id: string, hour = 'h'): string | null {
  const [, sign, low, high] = /^(<=|>|(\d+[smhd])\.\.)(\d+[smhd])$/.exec(id) ?? [];
  if (sign === undefined) {
    return null;
  }
  const end = durationName(high, hour);
  return low === undefined ? `${sign === '>' ? '>' : '≤'} ${end}` : `${durationName(low, hour)} – ${end}`;
}

/** The first two neighbours of which the second is not longer; null where the edges ascend. */
export function notAscending(edges: readonly string[]): readonly [string, string] | null {
  const at = edges.findIndex((edge, i) => i > 0 && durationMs(edge) <= durationMs(edges[i - 1]));
  return at < 0 ? null : [edges[at - 1], edges[at]];
}
