/** The longest delay that a timer can hold; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** A sleep that can be cut short. It does not keep the process alive. */
export class Alarm {
  private wake: (() => void) | null = null;

  /** Sleeps for some milliseconds or until it is rung. */
  async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(0, milliseconds), LONGEST));
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }

  /** Ends the sleep, if there is one. */
  ring(): void {
    this.wake?.();
  }
}
