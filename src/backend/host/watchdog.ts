import { url as inspector } from 'node:inspector';
import { Worker } from 'node:worker_threads';

import type { Logger } from '../log';
import { formatLine } from './logger';
import { WATCH, type Watched } from './watchdog-worker';

/** Seconds that the event loop may stand still: nothing that it does takes so long, and Grafana starts a plugin anew that has ended. */
const PATIENCE = 30;

/** Milliseconds between two signs of life. */
const BEAT = 500;

/** What a watchdog needs. */
export interface WatchdogOptions {
  readonly logger: Logger;
  /** Called when the process that started this one is gone. */
  readonly onOrphaned: () => void;
  /** Seconds that the event loop may stand still; 30 where not given. */
  readonly patience?: number;
}

/**
 * Watches the event loop from a thread of its own: when the loop has stood still for too long, or at all after the host has died, the
 * process is killed. Nothing else could: signals, deadlines and the host's end are heard by the loop alone.
 */
export function startWatchdog({ logger, onOrphaned, patience = PATIENCE }: WatchdogOptions): void {
  const life = new Int32Array(new SharedArrayBuffer(8));
  const parent = process.ppid;
  const lastWords = (message: string) => formatLine('error', message, {}, new Date());
  const workerData: Watched = {
    life,
    parent,
    patience,
    frozen: lastWords(
      `The backend stood still for ${patience} seconds and answered nobody: it ends itself, and Grafana starts it again. Please report what was asked of it.`
    ),
    orphaned: lastWords('Grafana is gone and the backend stands still: it ends itself.'),
  };
  const worker = new Worker(WATCH, { eval: true, workerData, execArgv: [], name: 'watchdog' });
  worker.on('error', (error) => logger.warn('Nothing watches the event loop any more.', { error }));
  worker.unref();
  setInterval(() => {
    Atomics.add(life, 0, 1);
    // stopped at a breakpoint, the loop is not ill
    Atomics.store(life, 1, inspector() === undefined ? 0 : 1);
    if (process.ppid !== parent) {
      onOrphaned();
    }
  }, BEAT).unref();
}
