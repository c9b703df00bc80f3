/** What the watchdog's thread is given. */
export interface Watched {
  /** Shared with the loop: its signs of life, counted; 1 while a debugger is attached. */
  readonly life: Int32Array;
  readonly parent: number;
  readonly patience: number;
  /** Log lines, complete but for their time. */
  readonly frozen: string;
  readonly orphaned: string;
}

/**
 * The thread's program, as text: it is started from the one bundled file. It counts its own turns, one a second, not the clock: while the
 * machine sleeps, starves or has stopped the process, it takes none itself.
 */
export const WATCH = `
const { writeSync } = require('node:fs');
const { workerData: { life, parent, patience, frozen, orphaned } } = require('node:worker_threads');
let seen = 0;
let still = 0;
setInterval(() => {
  const beats = Atomics.load(life, 0);
  still = beats !== seen || Atomics.load(life, 1) === 1 ? 0 : still + 1;
  seen = beats;
  const alone = process.ppid !== parent;
  if (still < (alone ? Math.min(2, patience) : patience)) {
    return;
  }
  const now = new Date().toISOString().replace('Z', '000Z');
  try {
    writeSync(2, JSON.stringify({ ...JSON.parse(alone ? orphaned : frozen), '@timestamp': now }) + '\\n');
  } catch {
    // nobody reads it: the host is gone
  }
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;
