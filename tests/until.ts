import { setTimeout as sleep } from 'node:timers/promises';

/** Between two looks, in milliseconds. */
const PAUSE = 5;

/** Waits until something holds, looking again and again; an error that says what did not happen after so many milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'it', milliseconds = 30_000): Promise<void> {
  for (const deadline = performance.now() + milliseconds; !(await holds());) {
    if (performance.now() > deadline) {
      throw new Error(`${what} did not happen within ${milliseconds} ms`);
    }
    await sleep(PAUSE);
  }
}

/** What something answers as soon as it answers anything but null. */
export async function untilKnown<T>(answer: () => Promise<T | null>, what = 'it', milliseconds = 30_000): Promise<T> {
  let found: T | null = null;
  await until(async () => (found = await answer()) !== null, what, milliseconds);
  return found as T;
}
