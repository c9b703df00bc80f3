/** Lets many wait for the next change of something. */
export class Changes {
  private readonly waiting = new Set<() => void>();

  /** Wakes all who wait. */
  happened(): void {
    for (const wake of [...this.waiting]) {
      wake();
    }
  }

  /** Waits for the next change, for so many milliseconds at most, or until the signal aborts; it does not throw. */
  async next(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** Waits until something holds, for so many milliseconds at most. Throws the signal's reason. */
  async until(holds: () => boolean, milliseconds: number, signal?: AbortSignal): Promise<void> {
    const deadline = performance.now() + milliseconds;
    for (;;) {
      signal?.throwIfAborted();
      const left = deadline - performance.now();
      if (holds() || left <= 0) {
        return;
      }
      await this.next(left, signal);
    }
  }
}
