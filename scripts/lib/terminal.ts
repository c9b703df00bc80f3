/** A line on stderr that is overwritten where that is a terminal, and printed every few seconds where it is not. */
export const progress = {
  shown: '',
  lastAt: 0,
  show(line: string): void {
    const text = line.trimEnd();
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\x1b[2K${text}`);
      this.shown = text;
    } else if (text !== this.shown && performance.now() - this.lastAt > 3000) {
      process.stderr.write(`${text}\n`);
      this.shown = text;
      this.lastAt = performance.now();
    }
  },
  end(): void {
    if (process.stderr.isTTY && this.shown) {
      process.stderr.write('\r\x1b[2K');
    }
    this.shown = '';
  },
};

/** From the lowest to the highest. */
export const BARS = '▁▂▃▄▅▆▇█';

/** Numbers as a row of bars, a gap where there is none. */
export function sparkline(values: ReadonlyArray<number | null>): string {
  const known = values.filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values.map((value) => (value === null ? ' ' : BARS[high === low ? 3 : Math.round(((value - low) / (high - low)) * 7)])).join('');
}

/** Seconds as a person says them: "1.5 h". */
function duration(seconds: number): string {
  const size = Math.abs(seconds);
  const [divisor, unit] = size < 60 ? [1, 's'] : size < 3600 ? [60, 'min'] : size < 2 * 86_400 ? [3600, 'h'] : [86_400, 'd'];
  return `${(seconds / divisor).toFixed(size < 60 ? 0 : 1)} ${unit}`;
}

/** A value in its Grafana unit, for people. */
export function inUnit(value: number | string | boolean | null, unit: string | undefined): string {
  if (typeof value !== 'number') {
    return value === null ? '–' : String(value);
  }
  switch (unit) {
    case 's':
      return duration(value);
    case 'percentunit':
      return `${(value * 100).toFixed(1)} %`;
    default:
      return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(1);
  }
}

/** Rows of cells with aligned columns; numbers to the right. */
export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>, numeric: ReadonlySet<number> = new Set()): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
