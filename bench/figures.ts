/** One measured figure: times in ms, against a floor measured in the same run. */
export interface Figure {
  readonly name: string;
  /** The median of its runs. */
  readonly ms: number;
  readonly runs: readonly number[];
  /** What cannot be beaten, and why it is comparable. */
  readonly floor: { readonly what: string; readonly ms: number } | null;
  /** What was aimed at: milliseconds, or a multiple of the floor. */
  readonly target: { readonly ms: number } | { readonly ratio: number } | null;
  readonly note?: string;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Times an action: warm-ups that do not count, then runs that do. */
export async function timed(
  action: () => Promise<unknown>,
  { warmUps = 1, runs = 7 }: { warmUps?: number; runs?: number } = {}
): Promise<{ ms: number; runs: number[] }> {
  const times: number[] = [];
  for (let i = -warmUps; i < runs; i++) {
    const began = performance.now();
    await action();
    if (i >= 0) {
      times.push(performance.now() - began);
    }
  }
  return { ms: median(times), runs: times };
}

/** Whether a figure meets its target; null where it has none. */
export function isMet({ ms, floor, target }: Figure): boolean | null {
  if (target === null) {
    return null;
  }
  return 'ms' in target ? ms <= target.ms : floor === null ? null : ms <= floor.ms * target.ratio;
}

/** The table's columns. */
export const HEADER = ['figure', 'time', 'floor', 'ratio', 'target', 'the floor is'];

/** A figure's line of the table. */
export function line(figure: Figure): string[] {
  const { name, ms, floor, target, note } = figure;
  const aim = target === null ? '' : `${'ms' in target ? shown(target.ms) : `${target.ratio} × floor`} ${isMet(figure) ? 'met' : 'MISSED'}`;
  return [name, shown(ms), floor ? shown(floor.ms) : '', floor ? `${(ms / floor.ms).toFixed(2)} ×` : '', aim, [floor?.what, note].filter(Boolean).join('; ')];
}

/** Milliseconds as a person reads them. */
export function shown(ms: number): string {
  return ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`;
}
