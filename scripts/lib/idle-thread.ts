import { Worker } from 'node:worker_threads';

import type { Delays } from './loop-delay';

// plain JavaScript: a worker knows no TypeScript
const LOOK = `
  const { parentPort } = require('node:worker_threads');
  let delays = [0], last = performance.now(), began = last;
  const look = () => { const now = performance.now(); delays.push(Math.max(0, now - last - 10)); last = now; };
  setInterval(look, 10);
  parentPort.on('message', () => {
    look();
    delays.sort((a, b) => a - b);
    const at = (share) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))];
    parentPort.postMessage({ p50: at(0.5), p99: at(0.99), p999: at(0.999), most: at(1), ms: last - began });
    delays = [0]; began = last;
  });
`;

/** A thread that does nothing: how late it comes is what the machine itself is late, whoever else uses it. */
export class IdleThread {
  private readonly worker = new Worker(LOOK, { eval: true });

  constructor() {
    this.worker.unref();
  }

  /** The delays since the last call. */
  async take(): Promise<Delays> {
    const delays = new Promise<Delays>((resolve) => this.worker.once('message', resolve));
    this.worker.postMessage(null);
    return delays;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
