import { Worker } from 'node:worker_threads';

// plain JavaScript: a worker knows no TypeScript
const LOOK = `
  const { parentPort } = require('node:worker_threads');
  let most = 0, last = performance.now();
  setInterval(() => { const now = performance.now(); most = Math.max(most, now - last - 10); last = now; }, 10);
  parentPort.on('message', () => { parentPort.postMessage(most); most = 0; });
`;

/** A thread that does nothing: how late it comes is what the machine itself is late, whoever else uses it. */
export class IdleThread {
  private readonly worker = new Worker(LOOK, { eval: true });

  constructor() {
    this.worker.unref();
  }

  /** The longest delay since the last call, in milliseconds. */
  async take(): Promise<number> {
    const most = new Promise<number>((resolve) => this.worker.once('message', resolve));
    this.worker.postMessage(null);
    return most;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
