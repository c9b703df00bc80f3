const BARS = '▁▂▃▄▅▆▇█';
/** Characters of a timeline. */
const WIDTH = 60;

/** A stretch of time in epoch milliseconds. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A character for each part of the past, by how much of it lies in some stretch: a dot for nothing, a full bar for all of it. */
export function timeline(stretches: readonly Stretch[], { fromMs, toMs }: Stretch, width = WIDTH): string {
  const part = (toMs - fromMs) / width;
  const merged = union(stretches);
  return Array.from({ length: width }, (_, i) => {
    const [start, end] = [fromMs + i * part, fromMs + (i + 1) * part];
    const share = merged.reduce((sum, one) => sum + Math.max(0, Math.min(end, one.toMs) - Math.max(start, one.fromMs)), 0) / part;
    return share === 0 ? '·' : BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
  }).join('');
}

/** The same time as stretches that do not overlap, in order. */
export function union(stretches: readonly Stretch[]): readonly Stretch[] {
  return [...stretches]
    .sort((a, b) => a.fromMs - b.fromMs)
    .reduce((all: Stretch[], { fromMs, toMs }) => {
      const last = all[all.length - 1];
      return last && fromMs <= last.toMs ? [...all.slice(0, -1), { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) }] : [...all, { fromMs, toMs }];
    }, []);
}
