import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { FairQueue } from '../fair-queue';
import { lineOfWork } from '../lines';
import type { Forecast, ToForecast } from './forecast';

/** What the thread answers. */
type Answer = { readonly forecast: Forecast | null } | { readonly fault: string };

interface Job {
  readonly asked: ToForecast;
  readonly resolve: (forecast: Forecast | null) => void;
  readonly reject: (reason: unknown) => void;
}

const OPTIONS = { name: 'forecaster', execArgv: [] };

const waiting = new FairQueue<Job>();
let thread: Worker | null = null;
let running: Job | null = null;

/**
 * Forecasts in a thread of its own, as one forecast takes up to 200 ms in one piece: one at a time, of each line that waits one after another.
 * Throws the signal's reason, or what went wrong in the thread.
 */
export async function forecastApart(asked: ToForecast, signal: AbortSignal): Promise<Forecast | null> {
  signal.throwIfAborted();
  const line = lineOfWork(signal);
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      waiting.delete(line, job);
      reject(signal.reason);
    };
    const over = () => signal.removeEventListener('abort', leave);
    const job: Job = {
      asked,
      resolve: (forecast) => {
        over();
        resolve(forecast);
      },
      reject: (reason) => {
        over();
        reject(reason);
      },
    };
    signal.addEventListener('abort', leave, { once: true });
    waiting.add(line, job);
    next();
  });
}

function next(): void {
  if (running === null) {
    running = waiting.next() ?? null;
    if (running !== null) {
      thread ??= start();
      thread.postMessage(running.asked);
    }
  }
}

/** Ends the job under way, and begins the next. */
function end(how: (job: Job) => void): void {
  const job = running;
  running = null;
  if (job !== null) {
    how(job);
  }
  next();
}

function start(): Worker {
  // built, it lies beside the backend
  const built = join(__dirname, 'forecaster.js');
  const worker = existsSync(built) ? new Worker(built, OPTIONS) : new Worker(fromSource(), { ...OPTIONS, eval: true });
  worker.on('message', (answer: Answer) => end(({ resolve, reject }) => ('fault' in answer ? reject(new Error(answer.fault)) : resolve(answer.forecast))));
  worker.on('error', (error) => {
    thread = null;
    end(({ reject }) => reject(error));
  });
  worker.unref();
  return worker;
}

/** A program that runs the thread's own where nothing is built. */
function fromSource(): string {
  const [compiler, program] = [createRequire(__filename).resolve('tsx/cjs'), join(__dirname, 'forecaster-thread.ts')];
  return `require(${JSON.stringify(compiler)}); require(${JSON.stringify(program)});`;
}
