import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

/** Says in one line a reason how many browser tests were skipped for it. */
export default class SkipReasons implements Reporter {
  private all: Suite | null = null;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.all = suite;
  }

  onEnd(): void {
    const counts = new Map<string, number>();
    for (const test of this.all?.allTests() ?? []) {
      const skip = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
      if (skip && test.outcome() === 'skipped') {
        const reason = skip.description ?? 'no reason given';
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
    counts.forEach((count, reason) => process.stdout.write(`${count} skipped: ${reason}\n`));
  }

  printsToStdio(): boolean {
    return false;
  }
}
