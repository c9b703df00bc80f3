/** How often progress is shown: often where the line is overwritten, seldom in a log. */
const EVERY_MS = { terminal: 100, log: 3_000 } as const;

/** Progress on stderr: one line that changes on a terminal, a line every few seconds elsewhere. */
export class ProgressLine {
  private shownAt = 0;

  show(line: string): void {
    const isTerminal = process.stderr.isTTY;
    const now = performance.now();
    if (now - this.shownAt >= (isTerminal ? EVERY_MS.terminal : EVERY_MS.log)) {
      this.shownAt = now;
      process.stderr.write(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
    }
  }

  end(): void {
    if (process.stderr.isTTY) {
      process.stderr.write('\r\x1b[2K');
    }
  }
}
