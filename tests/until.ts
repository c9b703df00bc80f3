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

/** Lets real time pass, where its passing is itself what is tested: `why` says so to the reader. */
export async function lapse(milliseconds: number, why: string): Promise<void> {
  await sleep(milliseconds, why);
}
